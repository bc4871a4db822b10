"""A database that somebody changed by hand: whatever was moved, altered or put back is refused, said, left as it is.

The table (tests/tampering.py) goes over the schema: a column of bytes that is neither in it nor explained fails the
first test.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import msgspec
import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.crashing import touch_all
from tests.harness import PIN, Canary, fill, form_cases, made, named, newcomer, page_cases, path_of, stage
from tests.people import Person, QuickKdf, browser, pair
from tests.tampering import SEALED, put_back, rows_of, run_sql, still_there, tamper

from bothand.accounts import access, accounts, derivation, pairing, passkeys, sessions, throttle
from bothand.accounts.errors import LinkGone, PasskeyRefused
from bothand.accounts.models import Account, Passkey, Session
from bothand.accounts.preferences import Settings
from bothand.kit.tests.cases import PageCase, nothing
from bothand.vault import invitation
from bothand.vault.ceremony import Site, read_made, read_shown
from bothand.vault.errors import NewerVersion
from bothand.vault.kdf import Argon2idKdf
from bothand.vault.models import Document
from bothand.vault.ours import Member
from bothand.vault.passkey import row_id
from bothand.vault.space import Space
from bothand.vault.tests.authenticator import ORIGIN, SITE_NAME, Device

ID = "an id: random, or from an HMAC"
NO_SEAL = {
    "accounts_account.id": ID,
    "accounts_account.login": "an HMAC under the house's own secret",
    "accounts_gone.id": ID,
    "accounts_invitation.id": "an HMAC of the link's secret",
    "accounts_passkey.account": ID,
    "accounts_passkey.id": "a hash of what the device calls the passkey",
    "accounts_session.account": ID,
    "accounts_session.key": "SHA-256 of the cookie's id",
    "accounts_session.secret_hash": "SHA-256 of the cookie's secret: tells an old cookie, opens nothing",
    "vault_beat.noise": "noise",
    "vault_document.id": ID,
    "vault_document.shelf": "an HMAC: says where to look, opens nothing",
    "vault_document.space": ID,
    "vault_shared.id": ID,
}
SAID = re.compile(
    "(here|pages?) did not open|newer version|There is nothing here|doesn’t match this name|That (is not|isn’t) your"
)
LEADS_TO_THE_DOOR = (302, 403)


def columns_of_bytes() -> set[str]:
    return {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.BinaryField)
    }


def ways(*columns: str):
    return pytest.mark.parametrize(
        ("table", "way"),
        [(one.split(".")[0], way) for one in columns for way in SEALED[one].values()],
        ids=[f"{one.split('.')[1]} {name}" for one in columns for name in SEALED[one]],
    )


@dataclass
class Scene:
    """Somebody with something in every room, a stranger with the same, and all that can be asked of the house.

    `pages` are name, path and whether it shows something sealed; `forms` are name, path, data and whether nobody is
    signed in; `content` is what no answer may show, `between` the same of what two have together.
    """

    who: Person
    stranger: Person
    device: Person
    cookie: str
    pages: list[tuple[str, str, bool]]
    forms: list[tuple[str, str, dict[str, Any], bool]]
    content: set[str]
    between: set[str]
    client: Client = field(default_factory=browser)

    def get(self, path: str) -> HttpResponse:
        """A page, as `who`."""
        self.client.cookies[access.COOKIE] = self.cookie
        return self.client.get(path)

    def sent(
        self, *, locked: bool = False, with_word: str = ""
    ) -> Iterator[tuple[str, set[str], HttpResponse]]:
        """Every form with what was typed, each as if no other had been sent; `locked`: after *mine* was locked.

        `with_word`: only those into which this was typed.
        """
        for name, path, data, signed_out in self.forms:
            if with_word and with_word not in data.values():
                continue
            touch_all()
            throttle.forget_all()
            client = browser()
            if not signed_out:
                client.cookies[access.COOKIE] = self.cookie
            for value in data.values():
                if hasattr(value, "seek"):
                    value.seek(0)
            before = transaction.savepoint()
            if locked:
                Session.objects.filter(account=self.who.opened.id).update(two=None)
            yield name, {value for value in data.values() if isinstance(value, str)}, client.post(path, data)
            transaction.savepoint_rollback(before)

    def shown(self, response: HttpResponse) -> set[str]:
        """What an answer gives away."""
        text = text_of(response)
        return {word for word in self.content if word in text}


def said(response: HttpResponse) -> bool:
    """Whether an answer says what is the matter."""
    return SAID.search(text_of(response)) is not None


def text_of(response: HttpResponse) -> str:
    """What can be read in an answer, also in a zip."""
    if response.headers["Content-Type"] != "application/zip":
        return response.content.decode()
    with zipfile.ZipFile(io.BytesIO(response.content)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist())


def browser_with(cookie: str) -> Client:
    client = browser()
    client.cookies[access.COOKIE] = cookie
    return client


def cookie_of(who: Person) -> str:
    return who.client.cookies[access.COOKIE].value


def build() -> Scene:
    # The addresses tell the meeting place what there is to meet about; a server loads them before anything else.
    reverse("today")
    words = Canary()
    who, stranger = newcomer(words), newcomer(words)
    for one in (who, stranger):
        pair(one, newcomer(words))
    for one in (who, stranger):
        for case in page_cases():
            case.prepare(stage(one))
        fill(one, words)
    on = stage(who)
    walked = [(case, path_of(case, on)) for case in page_cases() if not (case.signed_out or case.alone)]
    pages = []
    for case, path in walked:
        # A case may end what another shows; then that is made once more.
        ended = who.client.get(path).status_code != HTTPStatus.OK
        pages.append((named(case), path_of(case, on) if ended else path, shows_something(case)))
    forms = []
    for case in form_cases():
        # What ends here by its owner's will may take rows away; what is new here is somebody else's.
        if case.url in {"account_close", "sign_up", "recover"}:
            continue
        forms.append((named(case), *made(case, on, words), case.signed_out))
    mine, ours = texts_in(who.mine), texts_in(who.ours)
    # What a locked page shows comes from *ours* alone, however it is put together there.
    closed = who.another_device()
    closed.lock()
    from_ours = [text_of(closed.client.get(path)) for _name, path, _content in pages]
    Session.objects.filter(key=closed.live.key).delete()
    # What a passkey is called stands in the log, and in the keyring too.
    ring = accounts.by_key(Account.objects.get(id=who.opened.id), who.opened.account_key).keyring
    mine -= {one.name for one in ring.passkeys}
    content = {word for word in mine - ours if not any(word in text for text in from_ours)}
    between = ours - mine
    return Scene(who, stranger, who.another_device(), cookie_of(who), pages, forms, content, between)


def texts_in(space: Space) -> set[str]:
    """Every long text in a space, but for what people are called."""
    records = [one.record for one in space.query().items]
    found = [one for one in records if not isinstance(one, Settings | Member)]
    # A name may stand in what was agreed too; a page greets with the one that a session holds.
    called = {one.name for one in records if isinstance(one, Settings | Member)}
    return {text for record in found for text in long_texts(record)} - called


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> Iterator[Scene]:
    """Built once, in rows that stay; each test changes them in a transaction that is rolled back."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(derivation, "KDF", QuickKdf())
        scene = build()
    yield scene
    with django_db_blocker.unblock():
        for model in apps.get_models():
            model.objects.all().delete()
        connection.close()


@pytest.fixture
def scene(built, db, settings) -> Scene:
    settings.BOTHAND_OPEN = True
    touch_all()
    return built


def shows_something(case: PageCase) -> bool:
    """Whether the page shows what is sealed."""
    return case.content and case.prepare is not nothing


def long_texts(record: object) -> Iterator[str]:
    """The texts in a record that are long enough to be nobody else's."""

    def below(value: object) -> Iterator[str]:
        if isinstance(value, str) and len(value) >= 15:
            yield value
        for inner in (
            value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
        ):
            yield from below(inner)

    # Bytes stay bytes: as base64 the same ones read so or so, by where they begin.
    return below(msgspec.to_builtins(record, builtin_types=(bytes,)))


# The tests


def test_every_column_of_bytes_is_in_the_table_or_explained():
    assert columns_of_bytes() == set(SEALED) | set(NO_SEAL)


def test_the_scene_shows_what_the_tampering_must_hide(scene):
    answers = [(name, scene.get(path)) for name, path, _ in scene.pages]
    assert len({word for _, answer in answers for word in scene.shown(answer)}) > 3
    assert [
        (name, answer.status_code) for name, answer in answers if answer.status_code != 200 or said(answer)
    ] == []
    assert [name for name, _, answer in scene.sent() if said(answer)] == []


@ways("vault_document.sealed")
def test_a_document_that_was_changed_is_not_shown_but_said_and_not_written_over(scene, table, way):
    rows = tamper(table, way, scene.who, scene.stranger)
    joint = {named(case) for case in page_cases() if case.paired}
    silent = []
    for name, path, has_content in scene.pages:
        answer = scene.get(path)
        assert scene.shown(answer) == set(), name
        # What two share is whole; what lies beside it in *mine* has its own pages.
        silent += [name] if has_content and name not in joint and not said(answer) else []
    assert silent == []
    assert still_there(table, rows)
    for name, typed, answer in scene.sent():
        assert scene.shown(answer) <= typed, name
        assert still_there(table, rows), name


@ways("vault_document.sealed")
def test_what_two_share_that_was_changed_is_not_shown_but_said_and_not_written_over(scene, table, way):
    rows = tamper(table, way, scene.who, scene.stranger, between=True)
    joint = {named(case) for case in page_cases() if case.paired and case.page.space == "ours"}
    silent = []
    for name, path, has_content in scene.pages:
        answer = scene.get(path)
        assert {word for word in scene.between if word in text_of(answer)} == set(), name
        silent += [name] if has_content and name in joint and not said(answer) else []
    assert silent == []
    assert still_there(table, rows)
    for name, typed, answer in scene.sent():
        assert {word for word in scene.between if word in text_of(answer)} <= typed, name
        assert still_there(table, rows), name


@ways("accounts_account.by_password")
def test_an_envelope_that_was_changed_opens_by_no_password(scene, table, way):
    rows = tamper(table, way, scene.who, scene.stranger)
    password = scene.who.password
    unlocking = (one for one in scene.sent(locked=True, with_word=password) if "-locked" in one[0])
    for name, typed, answer in (*scene.sent(with_word=password), *unlocking):
        if password in typed and (name, answer.status_code) != ("carry-locked-ends", 302):
            assert answer.status_code == 403, name
            assert said(answer), name
            assert scene.shown(answer) == set(), name
    assert still_there(table, rows)


@ways("accounts_account.by_code")
def test_an_envelope_that_was_changed_opens_by_no_code(scene, table, way):
    rows = tamper(table, way, scene.who, scene.stranger)
    case = next(case for case in form_cases() if case.url == "recover")
    path, data = made(case, stage(scene.who), Canary())
    answer = browser().post(path, data)
    assert answer.status_code == 403
    assert said(answer)
    assert still_there(table, rows)


@ways("accounts_account.keyring")
def test_a_keyring_that_was_changed_opens_nothing(scene, table, way):
    rows = tamper(table, way, scene.who, scene.stranger)
    documents = rows_of("vault_document")
    for name, path, has_content in scene.pages:
        answer = scene.get(path)
        assert scene.shown(answer) == set(), name
        assert said(answer) or not has_content, name
    for name, _, answer in scene.sent():
        assert scene.shown(answer) == set(), name
        assert still_there(table, rows), name
    assert rows_of("vault_document") == documents


@ways("accounts_session.one", "accounts_session.two")
def test_a_session_that_was_changed_leads_to_the_door(scene, table, way):
    rows = tamper(table, way, scene.who, scene.stranger)
    documents = rows_of("vault_document")
    for name, path, has_content in scene.pages:
        answer = scene.get(path)
        assert answer.status_code in LEADS_TO_THE_DOOR or not has_content, name
        assert scene.shown(answer) == set(), name
    for name, typed, answer in scene.sent():
        assert scene.shown(answer) <= typed, name
        assert still_there(table, rows), name
    assert rows_of("vault_document") == documents


@ways("accounts_session.pin")
def test_a_pin_that_was_changed_opens_nothing(scene, table, way):
    for device in (scene.device, scene.stranger):
        sessions.set_pin(device.live, device.opened, PIN, derivation.KDF)
    Session.objects.filter(pin=None).delete()
    rows = tamper(table, way, scene.who, scene.stranger)
    scene.who.lock()
    scene.get("/")
    answer = scene.client.post(reverse("unlock"), {"pin": PIN})
    assert answer.status_code == 403
    assert said(answer)
    assert scene.get(reverse("today")).status_code == 403
    assert [row["pin"] for row in rows] == [row["pin"] for row in rows_of(table, account=scene.who.opened.id)]


@ways("accounts_passkey.sealed")
def test_a_passkey_whose_row_was_changed_opens_nothing(scene, table, way):
    devices = [Device("one of them"), Device("the other")]
    site, question = Site(SITE_NAME, ORIGIN), bytes(56)
    for who, own in ((scene.who, devices), (scene.stranger, [Device("of a stranger")])):
        for device in own:
            opened = accounts.by_key(Account.objects.get(id=who.opened.id), who.opened.account_key)
            passkeys.add_passkey(opened, site, question, read_made(device.make(question)), "A phone")
    Passkey.objects.exclude(id__in=[row_id(device.id) for device in devices]).filter(
        account=scene.who.opened.id
    ).delete()
    rows = tamper(table, way, scene.who, scene.stranger)
    for device in devices:
        with pytest.raises(PasskeyRefused):
            passkeys.open_by_passkey(site, question, read_shown(device.show(question)))
    assert still_there(table, rows)


@ways("accounts_session.previous")
def test_a_way_from_the_old_cookie_to_the_new_that_was_changed_leads_nowhere(scene, table, way):
    for device in (scene.who.another_device(), scene.device, scene.stranger):
        live = sessions.load_session(cookie_of(device))
        sessions.unlock_session(live, device.opened)
    Session.objects.filter(previous=None).delete()
    tamper(table, way, scene.who, scene.stranger)
    assert browser_with(cookie_of(scene.device)).get(reverse("today")).status_code in LEADS_TO_THE_DOOR


@ways("accounts_session.label")
def test_a_device_whose_label_was_changed_has_none(scene, table, way):
    Session.objects.filter(key=scene.device.live.key).delete()
    sessions.begin_session(scene.who.opened, agent="Chrome/140 Windows")
    rows = tamper(table, way, scene.who, scene.stranger)
    text = scene.get(reverse("account_devices")).content.decode()
    assert "Firefox" not in text
    assert "Chrome" not in text
    assert text.count("A browser") == len(rows)
    assert still_there(table, rows)


@ways("accounts_invitation.sealed")
def test_a_link_whose_row_was_changed_leads_nowhere(scene, table, way):
    read = [newcomer(Canary()).opened for _ in range(2)]
    links = [pairing.make_invitation(one).keyring.invitation for one in read]
    ids = [invitation.row_id(link) for link in links]
    mine, theirs = (rows_of(table, id=one) for one in ids)
    way(mine, theirs)
    put_back(table, {"id": ids[0]}, mine)
    with pytest.raises((LinkGone, NewerVersion)):
        pairing.open_invitation(links[0])
    with pytest.raises((LinkGone, NewerVersion)):
        pairing.accept_invitation(read[1], links[0])
    assert still_there(table, mine)


def test_an_envelope_below_the_floor_opens_for_nobody_however_right_the_password(noa, monkeypatch):
    monkeypatch.setattr(derivation, "KDF", Argon2idKdf())
    answer = browser().post("/in/", {"name": noa.login, "password": noa.password})
    assert answer.status_code == 403
    assert "doesn’t match this name" in answer.content.decode()


def test_a_row_of_a_stranger_moved_into_ones_own_space_is_counted_and_not_shown(scene):
    Document.objects.filter(space=scene.who.mine.id).delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE vault_document SET space = %s WHERE space = %s",
            [scene.who.mine.id, scene.stranger.mine.id],
        )
    assert scene.who.mine.query().items == ()
    assert scene.who.mine.query().unopened == len(rows_of("vault_document", space=scene.who.mine.id)) > 0


def test_a_session_put_back_after_all_were_ended_opens_nothing(db):
    who = newcomer(Canary())
    kept = rows_of("accounts_session", account=who.opened.id)
    who.another_device().client.post("/you/devices/", {"password": who.password})
    put_back("accounts_session", {"account": who.opened.id}, kept)
    assert who.client.get("/journal/").status_code in LEADS_TO_THE_DOOR


ODD_NUMBERS = ("text", -1, 2**63 - 1, 1.5, b"\xff")
CLEAR: dict[str, tuple[object, ...]] = {
    "vault_document.epoch": ODD_NUMBERS,
    "vault_document.revision": (*ODD_NUMBERS, 0),
    "vault_document.shelf": ("text", b"", 7),
    "vault_document.sealed": ("text", 7),
    "vault_shared.epoch": ODD_NUMBERS,
    "vault_shared.holders": (-1, 9, "text"),
    "vault_shared.waits": (1, "text"),
    "accounts_account.keyring_revision": ODD_NUMBERS,
    "accounts_account.keyring": ("text", 7),
    "accounts_account.by_password": ("text", 7),
    "accounts_account.by_code": ("text", 7),
    "accounts_session.used_on": ("never", 7),
    "accounts_session.ends_on": ("never", "9999-99-99", 7),
    "accounts_session.pin_tries": (-100, "text"),
    "accounts_session.one": ("text",),
    "accounts_session.two": ("text", 7),
}


@pytest.mark.parametrize(
    ("column", "value"),
    [(column, value) for column, values in CLEAR.items() for value in values],
    ids=lambda one: str(one)[:30],
)
def test_whatever_stands_in_a_clear_column_no_page_breaks(scene, column, value):
    table, name = column.split(".")
    run_sql(f"UPDATE {table} SET {name} = %s", value)
    for page, path, _ in scene.pages:
        answer = scene.get(path)
        assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR or said(answer), page
    for page, _, answer in scene.sent(with_word=scene.who.password):
        assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR or said(answer), page
