"""Pure: hours as they are typed."""


def format_hours(minutes: int | None) -> str:
    """Minutes in hours, as one types them.

    >>> format_hours(150), format_hours(120), format_hours(None)
    ('2.5', '2', '')
    """
    return "" if minutes is None else f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
