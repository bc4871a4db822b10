"""The part of `doctor` that looks at the host's own helplines, as *Help and safety* reads them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bothand.cli.diagnosis import Finding, Findings, say_fine, say_wrong
from bothand.content.loader import DEFAULT_LANGUAGE, ContentError
from bothand.rooms.safety import present

SETTING: Final = "BOTHAND_HELPLINES"
OURS_ONLY: Final = (
    "Until then the page Help and safety shows only the lines that come with Bothand, and says so."
)


def examine_helplines(environment: Mapping[str, str]) -> Findings:
    """What there is to say of the file that BOTHAND_HELPLINES names; nothing where it names none."""
    named = environment.get(SETTING, "").strip()
    if named:
        yield _examine_file(Path(named).resolve())


def _examine_file(file: Path) -> Finding:
    try:
        countries = present.add_host_lines(file, DEFAULT_LANGUAGE)
    except FileNotFoundError:
        return say_wrong(
            f"{SETTING} names {file}, which is not there. Put it there, or unset it. {OURS_ONLY}"
        )
    except OSError as error:
        return _is_closed(file, error)
    except ContentError as error:
        if isinstance(error.__cause__, OSError):
            return _is_closed(file, error.__cause__)
        return say_wrong(f"The helplines of your own are not in order: {error}. Mend {file}. {OURS_ONLY}")
    own = sum(
        each.added for country in countries for some in (country.emergency, country.lines) for each in some
    )
    return say_fine(f"Numbers on Help and safety from {file}: {own}. They are shown as named by you.")


def _is_closed(file: Path, error: OSError) -> Finding:
    return say_wrong(
        f"{file} cannot be read ({error.strerror}). It has to be a file that the user who serves may read. {OURS_ONLY}"
    )
