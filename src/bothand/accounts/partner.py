"""The other, as far as pages need to know: a name and a colour."""

import msgspec

from bothand.accounts.person_name import show_name


class Partner(msgspec.Struct, frozen=True, kw_only=True):
    """As they call themselves in *ours*. `account` is the author of what they write there."""

    account: bytes
    name: str
    hue: str

    def shown(self) -> "Partner":
        """With the name as pages show it."""
        return msgspec.structs.replace(self, name=show_name(self.name))
