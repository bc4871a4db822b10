"""Print every measure, beside what it should be. With `-v`, also what stands behind each."""

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from statistics import median

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

from scripts.house.copies import but_for_names, copies
from scripts.house.names import STANDARD, bare_words, functions, ing
from scripts.house.posts import BEFORE, Trip, house_of_tests, trips
from scripts.house.sources import modules, rooms, templates

MOST_LINES = 50_000
MOST_LINES_A_URL = 120
MOST_BARE = 0.35
MOST_IN_A_TEMPLATE = 160
SHOWN = 12


def say(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")


def show(items: Iterable[object], *, all_of_them: bool) -> None:
    """The first few, and how many more there are."""
    listed = list(items)
    for item in listed if all_of_them else listed[:SHOWN]:
        say(f"    {item}")
    if not all_of_them and len(listed) > SHOWN:
        say(f"    and {len(listed) - SHOWN} more (make house ALL=1)")


def tell_lines() -> None:
    product = modules()
    builders = sum(module.lines for module in product if module.builds_for_tests)
    total = sum(module.lines for module in product)
    say(f"Product Python without tests: {total:,} lines (at most {MOST_LINES:,}), {len(product)} modules.")
    say(f"    of these, builders of tests (cases.py): {builders:,}; without them {total - builders:,}")


def tell_urls() -> None:
    rows, with_builders = [], []
    for folder in rooms():
        room = import_module(f"bothand.rooms.{folder.name}.room").ROOM
        urls = import_module(room.urls) if isinstance(room.urls, str) else None
        own = room.urls if urls is None else [*urls.urlpatterns, *getattr(urls, "root_urlpatterns", [])]
        lines = sum(module.lines for module in modules(folder) if not module.builds_for_tests)
        builders = sum(module.lines for module in modules(folder) if module.builds_for_tests)
        rows.append((lines / len(own), folder.name, lines, len(own)))
        with_builders.append((lines + builders) / len(own))
    middle = median(row[0] for row in rows)
    say(
        f"Lines a URL on the median room: {middle:.0f} (under {MOST_LINES_A_URL}); "
        f"{median(with_builders):.0f} with builders of tests."
    )
    for each, name, lines, count in sorted(rows, reverse=True):
        say(f"    {name:<12} {each:4.0f} = {lines:6,} lines / {count} urls")


def tell_names(*, all_of_them: bool) -> None:
    found = ing(modules())
    say(f"Modules and packages in -ing: {len(found)} (none, but for {', '.join(sorted(STANDARD))}).")
    show(found, all_of_them=all_of_them)
    names = [name for _, name in functions(modules())]
    bare = bare_words(names)
    share = bare.total() / len(names)
    say(
        f"Functions that are one bare word, outside the engines: {share:.0%} (at most {MOST_BARE:.0%}), "
        f"{bare.total()} of {len(names)}."
    )
    say("    most often: " + ", ".join(f"{name} {count}" for name, count in bare.most_common(40)))
    if all_of_them:
        show(
            (f"{module}: {name}" for module, name in functions(modules()) if name.strip("_") in bare),
            all_of_them=True,
        )


def tell_templates(*, all_of_them: bool) -> None:
    long = [
        f"{path.name}:{number} ({len(line)})"
        for path in templates()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > MOST_IN_A_TEMPLATE
    ]
    say(
        f"Lines of templates over {MOST_IN_A_TEMPLATE} characters: {len(long)} (none), in {len(templates())} templates."
    )
    show(long, all_of_them=all_of_them)


def tell_copies(*, all_of_them: bool) -> None:
    exact = copies(modules())
    say(f"Runs of ten or more lines of logic that stand twice: {len(exact)} (none).")
    show(exact, all_of_them=all_of_them)
    alike = copies(modules(), but_for_names)
    say(f"    the same but for names and texts, to look at: {len(alike)}")
    show(alike, all_of_them=all_of_them)


def tell_posts(*, all_of_them: bool) -> None:
    say("Files that a form and the page after it enter (a quarter fewer than before):")
    for trip in trips():
        if not isinstance(trip, Trip):
            say(f"    {trip}")
            continue
        before = BEFORE.get(trip.name)
        aim = f" (at most {before * 3 // 4}; was {before})" if before else ""
        say(f"    {trip.name:<26} {len(trip.files):3}{aim}, {len(trip.templates)} templates, by {trip.url}")
        if all_of_them:
            show((f"    {name}" for name in sorted(trip.files | trip.templates)), all_of_them=True)


def main() -> None:
    all_of_them = "-v" in sys.argv[1:]
    tell_lines()
    tell_names(all_of_them=all_of_them)
    tell_templates(all_of_them=all_of_them)
    tell_copies(all_of_them=all_of_them)
    with house_of_tests():
        tell_urls()
        tell_posts(all_of_them=all_of_them)


if __name__ == "__main__":
    main()
