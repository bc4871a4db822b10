import ast
import inspect
from pathlib import Path

import bothand
from bothand.accounts import derivation
from bothand.vault.kdf import FLOOR, Argon2idKdf, KdfParams

ROOT = Path(bothand.__file__).parent


def test_it_serves_people_with_argon2id_at_or_above_the_floor(monkeypatch):
    monkeypatch.undo()
    source = ast.parse(inspect.getsource(derivation))
    calls = [ast.unparse(node) for node in ast.walk(source) if isinstance(node, ast.Call)]
    assert calls == ["Argon2idKdf()"]
    assert Argon2idKdf().params >= FLOOR == KdfParams(64 * 1024, 3, 1)


def test_nothing_in_the_program_puts_another_in_its_place():
    for path in ROOT.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                assert not any(
                    "KDF" in ast.unparse(target) and path.name != "derivation.py" for target in targets
                ), path
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"setattr", "Argon2idKdf"}:
                assert "KDF" not in ast.unparse(node)
