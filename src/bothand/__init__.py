"""Bothand: a private place for two people who want to be close and stay themselves."""

__version__ = "0.1.0"
