"""`python -m bothand.cli.demo`, in a process of its own: make the year up to the day that standard input names."""

import os
import sys
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bothand.web.settings")
django.setup()

from bothand.cli.demo.household import build_household  # noqa: E402  its models need Django set up, above

build_household(date.fromisoformat(sys.stdin.read().strip()))
