"""The other, as far as pages need to know: a name and a colour."""

import msgspec


class Partner(msgspec.Struct, frozen=True, kw_only=True):
    """As they call themselves in *ours*. `account` is the author of what they write there."""

    account: bytes
    name: str
    hue: str
