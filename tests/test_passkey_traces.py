"""Nothing that a passkey gives, and no seed of codes, lies on the disk in the clear, nor what either is called."""

import re
from base64 import b32decode
from pathlib import Path

from django.db import connection
from tests.people import browser, person
from tests.traces import Traces, cells, files

from bothand.accounts import accounts
from bothand.accounts.models import Account
from bothand.vault import one_time
from bothand.vault.tests.authenticator import Device

NAME = "quindolphin lamp by the vexillogram"


def test_they_are_nowhere_to_be_found(transactional_db, clock, capfd, caplog):
    who, device = person("noa"), Device("kept by Noa")
    page = who.client.post("/you/touch/new/", {"name": NAME, "password": who.password}).content.decode()
    question = bytes.fromhex(re.search(r'data-question="(\w+)"', page)[1])
    who.client.post("/you/touch/make/", {"name": NAME, "passkey": device.make(question)})
    client = browser()
    shown = device.show(bytes.fromhex(client.get("/touch/").content.decode()))
    assert client.post("/in/", {"passkey": shown}).status_code == 302

    page = client.post("/you/step/", {"password": who.password}).content.decode()
    spelled = re.search(r"<code[^>]*>([^<]+)</code>", page)[1]
    seed = b32decode(spelled.replace(" ", ""))
    ticket = re.search(r'name="setup_secret" value="(\w+)"', page)[1]
    code = one_time._totp(seed).generate(clock.time.timestamp()).decode()
    assert client.post("/you/step/on/", {"setup_secret": ticket, "code": code}).status_code == 302

    ring = accounts.by_key(Account.objects.get(), who.opened.account_key).keyring
    (kept,) = ring.passkeys
    assert ring.one_time.seed == seed
    traces = Traces(
        {
            NAME: "the passkey's name",
            device.secret: "what it gives",
            device.id: "what the device calls it",
            kept.credential: "its public key",
            seed: "the seed of codes",
            spelled.replace(" ", ""): "the seed, spelled",
            who.opened.account_key: "the account key",
        }
    )
    out, err = capfd.readouterr()
    found = {"said": traces.plainly((out + err + caplog.text).encode())}
    folder = Path(connection.settings_dict["NAME"]).parent
    found |= {path: traces.inside(content) for path, content in files(folder)}
    found |= {name: traces.plainly(value) for name, value in cells()}
    assert str(connection.settings_dict["NAME"]) in found
    assert {where: names for where, names in found.items() if names} == {}
