"""The home screen shows a plain name by choice and a plain icon always."""

import json

import msgspec
import pytest
from django.templatetags.static import static

from bothand.accounts.visitor import Visitor
from bothand.shell import manifest


def shown(request):
    return json.loads(manifest.serve_manifest(request).content)


def test_it_has_the_houses_name_unless_one_chose_the_plain_one(ask, visitor):
    assert shown(ask())["name"] == "Bothand"
    plain = Visitor(
        signed_in=True, account=b"a" * 16, settings=msgspec.structs.replace(visitor.settings, plain_name=True)
    )
    assert shown(ask(visitor=plain))["name"] == shown(ask(visitor=plain))["short_name"] == "Notes"


def test_it_tells_the_signed_out_nothing(ask):
    assert "Bothand" not in manifest.serve_manifest(ask(visitor=Visitor.nobody())).content.decode()


def test_it_has_the_icon_that_says_nothing(ask):
    assert [icon["src"] for icon in shown(ask())["icons"]] == [static("shell/icon.svg")]


@pytest.mark.parametrize("word", ["serviceworker", "shortcuts", "share_target"])
def test_it_keeps_nothing_on_the_device(ask, word):
    assert word not in manifest.serve_manifest(ask()).content.decode()
