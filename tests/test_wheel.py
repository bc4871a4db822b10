"""The wheel, in empty environments: it holds all it needs, serves, and its engines need numpy alone."""

import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from tests.serving import serving
from tests.walking import blocks_of, can_isolate, walk

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "bothand"
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
ENGINES = ("negotiation", "sharing", "measure", "contingency", "guide", "side", "validation")
RUN_DOCTESTS = """
import doctest, importlib, pkgutil, sys
package = importlib.import_module("bothand.engines." + sys.argv[1])
modules = [package] + [importlib.import_module(m.name) for m in pkgutil.walk_packages(getattr(package, "__path__", []), package.__name__ + ".")]
failed = sum(doctest.testmod(module).failed for module in modules)
foreign = sorted({name.split(".")[0] for name in sys.modules} & {"django", "msgspec", "cryptography", "click", "rich"})
print(len(modules), "modules", failed, "failed", foreign)
sys.exit(bool(failed or foreign))
"""


def environment(folder: Path) -> Path:
    """An empty environment; its Python."""
    venv.create(folder, with_pip=True)
    return folder / "bin" / "python"


def run(*command: object, **more: object) -> str:
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False, **more
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def app(wheel, tmp_path_factory):
    """The folder with the commands of an environment that holds the wheel and what run.txt pins."""
    python = environment(tmp_path_factory.mktemp("app"))
    run(python, *PIP, "--require-hashes", "-r", ROOT / "requirements" / "run.txt")
    run(python, *PIP, "--no-deps", wheel)
    return python.parent


def test_it_holds_every_file_of_the_sources_and_no_test(wheel):
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if name.startswith("bothand/")}
    wanted = {
        f"bothand/{file.relative_to(SOURCES).as_posix()}"
        for file in SOURCES.rglob("*")
        if file.is_file() and not {"tests", "__pycache__"} & set(file.parts) and file.suffix != ".pyc"
    }
    assert inside == wanted


def test_its_command_runs_in_an_empty_environment(app, tmp_path):
    said = run(app / "bothand", "--help", cwd=tmp_path)
    assert "serve" in said


@pytest.mark.skipif(not can_isolate(), reason="this machine lets nobody have namespaces of their own")
@pytest.mark.parametrize("page", ["docs/install.md", "docs/backup.md", "docs/commands.md"])
def test_what_the_pages_say_of_a_wheel_can_be_typed_as_it_is_written(app, tmp_path, page):
    assert any(block.place == "wheel" for block in blocks_of(ROOT / page))
    assert walk(ROOT / page, "wheel", clone=tmp_path, binaries=app) == ""


def test_it_serves_pages_and_style_in_an_empty_environment(app, tmp_path):
    with serving(tmp_path / "data", command=[str(app / "bothand")]) as running:
        status, body, _ = running.get("/in/")
        assert status == 200
        style = body.split(b'<link rel="stylesheet" href="')[1].split(b'"')[0].decode()
        assert running.get(style)[0] == 200


def test_it_asks_for_numpy_and_for_the_rest_only_with_the_extra(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        asked = re.findall(r"^Requires-Dist: (.*)$", archive.read(metadata).decode(), flags=re.MULTILINE)
        assert "bothand/py.typed" in archive.namelist()
    assert [line for line in asked if "extra ==" not in line] == ["numpy"]


def install_pinned(python, name, folder):
    """One package, as it is pinned. Its lines: its name at the start of one, its hashes below; one block per Python."""
    pins = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    blocks = re.findall(rf"^{name}==.*\n(?:[ ]+--hash.*\n)+", pins, flags=re.MULTILINE)
    (folder / f"{name}.txt").write_text(
        "".join(block.rstrip().rstrip("\\") + "\n" for block in blocks), encoding="utf-8"
    )
    run(python, *PIP, "--require-hashes", "--no-deps", "-r", folder / f"{name}.txt")


def test_its_engines_need_numpy_alone(wheel, tmp_path):
    python = environment(tmp_path / "numpy-alone")
    install_pinned(python, "numpy", tmp_path)
    run(python, *PIP, "--no-index", wheel)  # what it asks for is there already
    for engine in ENGINES:
        run(python, "-c", RUN_DOCTESTS, engine, cwd=tmp_path)
    # The extra `week` brings one more.
    install_pinned(python, "highspy", tmp_path)
    run(python, "-c", RUN_DOCTESTS, "week", cwd=tmp_path)
    run(python, "-m", "doctest", ROOT / "docs" / "engines.md", cwd=tmp_path)
    command = subprocess.run([python.parent / "bothand"], capture_output=True, text=True, check=False)
    assert command.returncode == 2
    assert "`pip install 'bothand[app]'` installs it." in command.stderr
