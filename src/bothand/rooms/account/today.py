"""What the account puts on *Today*: a copied cookie, and a recovery code that is not saved yet."""

from bothand.accounts.account_log import AccountLog
from bothand.kit.manifest import Asked, Part
from bothand.rooms.account.pages import AlarmPart, CodePart


def list_parts(asked: Asked) -> tuple[Part, ...]:
    """Nothing, most days."""
    log = next(
        (one.record for one in asked.standing().items if isinstance(one.record, AccountLog)), AccountLog()
    )
    return (AlarmPart(),) * log.alarm + (CodePart(),) * log.code_waits
