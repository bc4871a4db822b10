"""Style and script come from the package, whatever lies in the data folder."""

from pathlib import Path

import pytest
from django.conf import settings
from django.templatetags.static import static
from django.test import Client

from bothand.shell.static_files import packaged_files

EVIL = b"document.title = 'evil'"


def body(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_a_file_is_served_under_the_digest_of_what_it_holds_for_ever():
    address = static("shell/exit.js")
    answer = Client().get(address, secure=True)
    assert body(answer) == packaged_files()["shell/exit.js"].path.read_bytes()
    assert "immutable" in answer["Cache-Control"]
    assert address != "/s/shell/exit.js"


def test_a_file_that_no_package_has_is_named_where_it_is_asked_for():
    with pytest.raises(KeyError):
        static("shell/nothing.js")


def test_what_somebody_puts_into_the_data_folder_is_never_served():
    """A partner who runs the server writes scripts where files used to be gathered."""
    folder = Path(settings.DATABASES["default"]["NAME"]).parent / "static" / "shell"
    folder.mkdir(parents=True, exist_ok=True)
    served = static("shell/exit.js")
    for name in (Path(served).name, "exit.js", "new.js"):
        (folder / name).write_bytes(EVIL)
    try:
        for path in (served, "/s/shell/exit.js", "/s/shell/new.js"):
            assert EVIL not in body(Client().get(path, secure=True))
    finally:
        for file in folder.iterdir():
            file.unlink()


def test_nothing_that_is_served_lies_beside_data():
    data = Path(settings.DATABASES["default"]["NAME"]).parent
    assert not [file.path for file in packaged_files().values() if data in file.path.parents]
