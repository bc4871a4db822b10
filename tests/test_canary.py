"""Nothing that anybody types lies on the disk in the clear: not in the database, its log, the temp folder, a log file.

Every text field of every form is fed a word that exists nowhere else, through the real views. Then everything this
process wrote is searched for it, in whatever dress.
"""

import base64
import re
import tempfile
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse
from tests.harness import (
    PIN,
    Canary,
    addresses,
    form_cases,
    made,
    named,
    newcomer,
    one_for,
    send,
    stage,
    text_fields,
    writer,
)
from tests.people import browser
from tests.traces import Traces, cells, files, one_file, watch_writing

from bothand.accounts import access
from bothand.vault import recovery

CASES = form_cases()
A_TICK = 1.0
"""Seconds by which a file's time may lie behind the clock's."""


def test_every_address_that_takes_a_form_has_a_case(noa):
    # A view that does not say which methods it takes may take all.
    allowed = {
        one.name: noa.client.options(one.nowhere()).headers.get("Allow", "POST") for one in addresses()
    }
    assert {name for name, methods in allowed.items() if "POST" in methods} == {case.url for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=named)
def test_every_text_field_is_fed_and_the_form_is_taken(case, db, settings):
    settings.BOTHAND_OPEN = True
    canary = Canary()
    sent = send(case, one_for(case, canary), canary, copy_of=newcomer(canary))
    unfed = [name for name in text_fields(case.form) if len(str(sent.data.get(name, ""))) < 6]
    assert unfed == []
    assert sent.accepted or case.shows, sent.response.content.decode()


def test_nothing_typed_can_be_found_again_without_a_key(
    transactional_db, settings, capfd, caplog, tmp_path_factory
):
    settings.BOTHAND_OPEN = True
    began, canary, everybody = time.time() - A_TICK, Canary(), []
    answers = []
    with watch_writing() as written:
        source = writer(canary)
        for case in CASES:
            who = one_for(case, canary)
            everybody.append(who)
            answers.append(send(case, who, canary, copy_of=source).response)
            answers += carried(case, canary, everybody)
    opened = repr([one.record for who in [source, *everybody] for one in who.mine.query().items])
    assert len([word for word in canary.given if word in opened]) > 5, (
        "nothing was kept: the search proves nothing"
    )

    traces = Traces(secrets_of(canary, [source, *everybody]))
    out, err = capfd.readouterr()
    folder = Path(connection.settings_dict["NAME"]).parent
    found = {"said": traces.plainly((out + err + caplog.text).encode())}
    found["headers"] = traces.plainly(repr([without_cookies(answer) for answer in answers]).encode())
    found |= {path: traces.inside(content) for path, content in files(folder)}
    for place in (Path(tempfile.gettempdir()), tmp_path_factory.getbasetemp()):
        found |= {path: traces.inside(content) for path, content in files(place, since=began)}
    # Whatever was written anywhere else.
    for name in sorted(written - set(found)):
        found |= {path: traces.inside(content) for path, content in one_file(Path(name))}
    for name, value in cells():
        found[name] = found.get(name, set()) | traces.plainly(value)
    assert connection.connection is not None, "the search is of a server that is up"
    database = connection.settings_dict["NAME"]
    assert {str(database), f"{database}-wal", f"{folder}/server.key"} <= set(found)
    assert {where: names for where, names in found.items() if names} == {}


def carried(case, canary, everybody):
    """The same form, sent while *mine* is locked and by somebody who is signed out."""
    who = one_for(case, canary)
    everybody.append(who)
    path, data = made(case, stage(who), canary)
    yield browser().post(path, data)
    who.lock()
    yield who.client.post(*made_again(case, who, canary, path))


def made_again(case, who, canary, path):
    """The address, and data typed anew: what was uploaded once is read."""
    return path, dict(case.data(stage(who), canary))


def secrets_of(canary, everybody):
    """All that must not be found: words, passwords, codes, and every key that opens something."""
    sought = {PIN: "PIN"} | {word: f"what was typed as {field}" for word, field in canary.given.items()}
    for who in everybody:
        ring = who.opened.keyring
        sought |= {
            ring.recovery_code: "recovery code",
            recovery.clean_code(ring.recovery_code): "recovery code",
        }
        sought |= {who.opened.account_key: "account key", who.live.secret: "session secret"}
        sought |= {who.live.one.device_key: "device key"}
        sought |= {key.key: "signing key" for key in ring.signing} | {
            key.key: "space key" for key in ring.spaces
        }
        cookie = who.client.cookies.get(access.COOKIE)
        if cookie is not None and cookie.value:
            raw = base64.urlsafe_b64decode(cookie.value)
            sought |= {cookie.value: "cookie", raw[:16]: "session id", raw[16:]: "session secret"}
    return sought


def without_cookies(answer):
    """What a browser's history, a proxy's log or a server's could keep of an answer."""
    return [answer.status_code, *answer.headers.items()]


def test_no_address_holds_what_was_looked_for():
    for one in addresses():
        assert re.fullmatch(r"[\w./-]*", reverse(one.name, kwargs=dict.fromkeys(one.arguments, "0" * 32))), (
            one
        )
        assert settings.APPEND_SLASH
