"""Bothand: a private place for two people who want to be close and stay themselves."""

from datetime import date
from typing import Final

__version__ = "0.1.0"
RELEASED: Final = date(2026, 11, 1)
"""Set anew with each release: no clock that is right says an earlier day."""
