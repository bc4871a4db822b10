"""Pure engines: no Django, no clock, no dice, no disk, no network."""
