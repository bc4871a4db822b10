"""`bothand doctor`: everything that can be checked without a key, each with what to do about it."""

import datetime as dt
import os
import sys
from pathlib import Path

import click

from bothand.cli.diagnosis import Weight
from bothand.cli.folder import data_option, existing_folder
from bothand.cli.shown import say


@click.command("doctor")
@data_option
def doctor(data: Path) -> None:
    """Check all that can be checked without a key.

    Nothing is changed. Ends with exit code 1 when something has to be mended, and 0 otherwise.
    """
    from bothand.cli import doctor_folder, doctor_helplines, doctor_rows

    folder = existing_folder(data, writing=False)
    now = dt.datetime.now(dt.UTC)
    findings = [
        *doctor_folder.examine_folder(folder, now),
        *doctor_helplines.examine_helplines(os.environ),
        *doctor_rows.examine_rows(folder),
    ]
    for finding in findings:
        say(f"{finding.weight.value:>5}  {finding.sentence}")
    mend = sum(finding.weight is Weight.WRONG for finding in findings)
    say("\nNothing has to be mended." if not mend else f"\nTo be mended: {mend}.")
    sys.exit(1 if mend else 0)
