"""How the harness reaches every page and form of the account."""

import msgspec
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bothand.accounts import (
    account_log,
    accounts,
    derivation,
    passkey_actions,
    passkeys,
    second_step_actions,
    sign_in_steps,
    tickets,
)
from bothand.accounts.account_log import Event
from bothand.accounts.models import Account
from bothand.accounts.preferences import Settings
from bothand.kit.tests.cases import (
    LOOK,
    OPEN_TO_ALL,
    WRITE,
    WRITE_AT,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
)
from bothand.rooms.account import forms, pages
from bothand.rooms.account.passkeys import pages as passkey_pages
from bothand.rooms.account.passkeys.forms import Made, NewPasskey
from bothand.rooms.account.second_step import pages as step_pages
from bothand.rooms.account.second_step.forms import FirstCode, Step
from bothand.shell.exit import ExitHelp
from bothand.vault import ceremony
from bothand.vault.ceremony import Site
from bothand.vault.one_time import new_seed
from bothand.vault.tests.authenticator import ORIGIN, SITE_NAME, Device


def _copied(stage: Stage) -> Kwargs:
    """A log that tells of a copied cookie, as a piece of *Today* does too."""
    account_log.add_entry(stage.mine, Event.OLD_COOKIE)
    return {}


def _new_password(words: Words, **more: str) -> Data:
    own = words("new_password")
    return {
        "which": forms.OWN,
        "offered_password": words("offered_password"),
        "new_password": own,
        "again_password": own,
        **more,
    }


def _sign_in(stage: Stage, _words: Words) -> Data:
    return {"name": stage.login, "password": stage.password}


def _sign_up(_stage: Stage, words: Words) -> Data:
    return _new_password(words, name=words("name"), zone="Europe/Vienna")


def _recover(stage: Stage, words: Words) -> Data:
    return _new_password(words, name=stage.login, recovery_code=stage.code)


def _change(stage: Stage, words: Words) -> Data:
    return _new_password(words, password=stage.password, way=forms.PLAIN)


def _known(stage: Stage, words: Words) -> Data:
    return _new_password(words, password=stage.password, way=forms.KNOWN)


def _closes_soon(stage: Stage) -> Kwargs:
    """Settings under which the form asks for a longer time, which takes the password."""
    there = stage.mine.only(Settings)
    if there is not None:
        stage.mine.replace(there, msgspec.structs.replace(there.record, lock_after=1))
    return {}


def _own(stage: Stage, words: Words) -> Data:
    return _chosen(words) | {"password": stage.password}


def _chosen(words: Words) -> Data:
    return {"name": words("name"), "hue": "sea", "zone": "Europe/Vienna", "lock_after": "15"}


def _password(stage: Stage, _words: Words) -> Data:
    return {"password": stage.password}


def _pin(stage: Stage, _words: Words) -> Data:
    return {"pin": stage.pin}


def _new_pin(stage: Stage, _words: Words) -> Data:
    return {"pin": stage.pin, "password": stage.password}


def _carried(stage: Stage, words: Words) -> Data:
    # A longer time open would ask for the password once more, which is never carried.
    own = {f"carry.{name}": value for name, value in (_chosen(words) | {"lock_after": "1"}).items()}
    return {"password": stage.password, "carry_path": reverse("account"), **own}


def _none(_stage: Stage, _words: Words) -> Data:
    return {}


def _bring(stage: Stage, _words: Words) -> Data:
    return {"password": stage.password, "file": SimpleUploadedFile("copy.zip", stage.copy())}


def _made(stage: Stage, words: Words) -> Data:
    question = tickets.sign_ticket(passkey_actions.MAKE, stage.account)
    return {"name": words("name"), "passkey": Device(question.hex()).make(question)}


def _with_passkey(stage: Stage) -> Kwargs:
    """Somebody with a passkey."""
    row = Account.objects.get(id=stage.account)
    question = tickets.sign_ticket(passkey_actions.MAKE, stage.account)
    made = ceremony.read_made(Device(question.hex()).make(question))
    opened = accounts.by_password(row, stage.password, derivation.KDF)
    found = passkeys.add_passkey(opened, Site(SITE_NAME, ORIGIN), question, made, "A phone")
    return {"hex_id": found.keyring.passkeys[-1].id.hex()}


def _one_passkey(stage: Stage) -> Kwargs:
    _with_passkey(stage)
    return {}


def _new_passkey(stage: Stage, words: Words) -> Data:
    return {"name": words("name"), "password": stage.password}


def _wrong_code(stage: Stage, _words: Words) -> Data:
    """A code that does not fit: one that did would be asked for at each sign-in from then on."""
    ticket = tickets.seal_ticket(second_step_actions.USE, stage.account, new_seed())
    return {"code": "000000", "setup_secret": ticket}


def _wrong_step(stage: Stage, _words: Words) -> Data:
    row = Account.objects.get(id=stage.account)
    step = sign_in_steps.begin_step(accounts.by_password(row, stage.password, derivation.KDF))
    return {"code": "000000", "step_secret": step}


PAGES = (
    PageCase(url="sign_in", page=pages.SignInPage, signed_out=True),
    PageCase(url="sign_up", page=pages.SignUpPage, signed_out=True),
    PageCase(url="recover", page=pages.RecoverPage, signed_out=True),
    PageCase(url="sign_up_code", page=pages.CodePage),
    PageCase(url="sign_up_pin", page=pages.FirstPinPage),
    PageCase(url="exit_about", page=ExitHelp),
    PageCase(url="account", page=pages.AccountPage),
    PageCase(url="account_password", page=pages.PasswordPage),
    PageCase(url="account_code", page=pages.NewCodePage),
    PageCase(url="account_pin", page=pages.PinPage),
    PageCase(url="account_passkeys", page=passkey_pages.PasskeysPage, prepare=_one_passkey, content=False),
    PageCase(
        url="account_passkey_remove",
        page=passkey_pages.RemovePasskeyPage,
        prepare=_with_passkey,
        content=False,
    ),
    PageCase(url="account_passkey_new", page=passkey_pages.NewPasskeyPage),
    PageCase(url="account_codes", page=step_pages.CodesPage),
    PageCase(url="account_devices", page=pages.DevicesPage),
    PageCase(url="account_pin_off", page=pages.NoPinPage),
    PageCase(url="account_log", page=pages.LogPage, prepare=_copied),
    PageCase(url="account_export", page=pages.ExportPage),
    PageCase(url="account_bring", page=pages.BringPage),
    PageCase(url="account_close", page=pages.ClosePage),
)

FORMS = (
    FormCase(url="sign_up", form=forms.SignUp, data=_sign_up, signed_out=True),
    FormCase(url="sign_in", form=forms.SignIn, data=_sign_in, signed_out=True),
    FormCase(url="recover", form=forms.Recover, data=_recover, signed_out=True),
    FormCase(url="sign_up_code", form=None, data=_none),
    FormCase(url="sign_up_pin", form=forms.NewPin, data=_new_pin),
    FormCase(url="account", form=forms.Own, prepare=_closes_soon, data=_own),
    FormCase(url="account_pin", form=forms.NewPin, data=_new_pin),
    FormCase(
        url="account_passkey_new", form=NewPasskey, data=_new_passkey, shows=passkey_pages.MakePasskeyPage
    ),
    FormCase(url="account_passkey_make", form=Made, data=_made),
    FormCase(url="account_passkey_remove", form=forms.Password, prepare=_with_passkey, data=_password),
    FormCase(url="account_codes", form=forms.Password, data=_password, shows=step_pages.NewCodesPage),
    FormCase(url="account_codes_on", form=FirstCode, data=_wrong_code, shows=step_pages.NewCodesPage),
    FormCase(url="account_codes_off", form=forms.Password, data=_password),
    FormCase(url="sign_in_step", form=Step, data=_wrong_step, signed_out=True, shows=step_pages.StepPage),
    FormCase(url="account_pin_off", form=forms.Again, data=_password),
    FormCase(url="account_devices", form=forms.Again, data=_password),
    FormCase(url="account_log", form=None, data=_none),
    FormCase(url="account_code", form=forms.Password, data=_password),
    FormCase(url="account_export", form=forms.Password, data=_password),
    FormCase(url="account_bring", form=forms.Bring, data=_bring),
    FormCase(url="account_password", form=forms.ChangePassword, data=_change, ends=True),
    FormCase(url="account_password", form=forms.ChangePassword, data=_known, ends=True),
    FormCase(url="lock", form=None, data=_none, ends=True),
    FormCase(url="unlock", form=forms.Password, data=_password, locked=True, ends=True),
    FormCase(url="unlock", form=forms.Pin, data=_pin, locked=True, ends=True),
    FormCase(url="carry", form=forms.Password, data=_carried, locked=True, ends=True),
    FormCase(url="sign_out", form=None, data=_none, ends=True),
    FormCase(url="exit", form=None, data=_none, ends=True),
    FormCase(url="account_close", form=forms.Password, data=_password, ends=True, shows=pages.ClosedPage),
)
# Nobody sees it: a script asks for it.
LEADS_ON = ("passkey_question",)
# A form whose page is another's.
_SEND = Line(owner=(405, 405, 422), locked=(405, 405, 403), anonymous=(405, 405, 403))
_BEGUN_ELSEWHERE = (302, 302, 422)
# Pages with one button for it, and no field that could be left empty.
_ONE_BUTTON = Line(owner=(200, 200, 302), locked=(403, 403, 403), anonymous=(302, 302, 403))
ACTORS = {
    "account": WRITE,
    "account_password": WRITE,
    "account_code": WRITE,
    "account_pin": WRITE,
    "account_passkeys": LOOK,
    "account_passkey_new": WRITE,
    "account_passkey_make": _SEND,
    "account_passkey_remove": WRITE_AT,
    "account_codes": WRITE,
    "account_codes_on": Line(owner=(405, 405, 403), locked=(405, 405, 403), anonymous=(405, 405, 403)),
    "account_codes_off": _SEND,
    "sign_in_step": Line(owner=_BEGUN_ELSEWHERE, locked=_BEGUN_ELSEWHERE, anonymous=_BEGUN_ELSEWHERE),
    "passkey_question": OPEN_TO_ALL,
    "account_pin_off": WRITE,
    "account_devices": WRITE,
    "account_log": _ONE_BUTTON,
    "account_export": WRITE,
    "account_bring": WRITE,
    "account_close": WRITE,
    "sign_up_code": _ONE_BUTTON,
    "sign_up_pin": WRITE,
    "lock": Line(owner=(405, 405, 302), locked=(405, 405, 302), anonymous=(405, 405, 403)),
    "unlock": Line(owner=(302, 302, 403), locked=(403, 403, 403), anonymous=(302, 302, 403)),
    "carry": Line(owner=(405, 405, 405), locked=(405, 405, 403), anonymous=(405, 405, 403)),
    "sign_out": Line(owner=(405, 405, 302), locked=(405, 405, 302), anonymous=(405, 405, 302)),
    "sign_in": Line(owner=(302, 302, 422), locked=(302, 302, 422), anonymous=(200, 200, 422)),
    "sign_up": Line(owner=(403, 403, 403), locked=(403, 403, 403), anonymous=(403, 403, 403)),
    "recover": Line(owner=(200, 200, 422), locked=(200, 200, 422), anonymous=(200, 200, 422)),
    "exit": Line(owner=(200, 200, 200), locked=(200, 200, 200), anonymous=(200, 200, 200)),
    "exit_about": OPEN_TO_ALL,
}
