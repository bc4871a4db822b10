"""A device that keeps passkeys, in Chromium: its own virtual authenticator, over the DevTools protocol; and what one does with it."""

from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page
from tests.journeys.walking import Hand, skip_introduction

PHONE = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "automaticPresenceSimulation": True,
    "isUserVerified": True,
}


@dataclass(frozen=True, slots=True)
class Keeper:
    """One authenticator, bound to one tab."""

    cdp: CDPSession
    id: str

    def send(self, method: str, **more: object) -> dict:
        return self.cdp.send(f"WebAuthn.{method}", {"authenticatorId": self.id, **more})

    def knows_its_owner(self, *, yes: bool) -> None:
        """Whether it recognises who is there: no is what a wrong finger and *Cancel* come to."""
        self.send("setUserVerified", isUserVerified=yes)

    def take_away(self) -> None:
        """The device is gone, with all it kept."""
        self.send("removeVirtualAuthenticator")

    @property
    def credentials(self) -> list[dict]:
        return self.send("getCredentials")["credentials"]

    def turn_back(self, count: int) -> None:
        """As a copy that was made earlier would count."""
        (found,) = self.credentials
        self.send("removeCredential", credentialId=found["credentialId"])
        self.send("addCredential", credential=found | {"signCount": count})


def keep_passkeys(page: Page, *, prf: bool) -> Keeper:
    """Give this tab a device that keeps passkeys, with the PRF extension or without."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable", {"enableUI": False})
    answer = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE | {"hasPrf": prf}})
    return Keeper(cdp, answer["authenticatorId"])


def begin(hand: Hand, name: str) -> str:
    """Sign up; the password that was offered."""
    hand.page.goto("/start/")
    hand.answer("What would you like to be called?", name)
    password = hand.page.locator(".phrase").inner_text()
    hand.press("Create my account")
    hand.press("I’ve saved it")
    hand.press("Not now")
    skip_introduction(hand)
    hand.sees(f", {name}.")
    return password


def add_passkey(hand: Hand, password: str) -> None:
    hand.page.goto("/you/touch/new/")
    hand.answer("What would you like to call it?", "My phone")
    hand.answer("Your password", password)
    hand.press("Go on")
    hand.press("Make the passkey")
    hand.page.get_by_text("My phone").wait_for()


def sign_out(hand: Hand) -> None:
    hand.page.goto("/you/")
    hand.press("Sign out")
    hand.page.get_by_label("Password").wait_for()


def type_name_and_password(hand: Hand, name: str, password: str) -> None:
    hand.page.goto("/in/")
    hand.answer("Name", name)
    hand.answer("Password", password)
    hand.press("Sign in")
