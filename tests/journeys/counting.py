"""How many taps and fields it takes two people to get through something, counted while they do it.

`make journeys` prints a row for each process. A tap is a click on a button or a link; a field is one that was typed into.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect


@dataclass(slots=True)
class CountedHand:
    """Somebody in front of a page, whose taps and fields count."""

    page: Page
    taps: int = 0
    fields: int = 0

    def press(self, name: str) -> None:
        """Tap a button by its words."""
        self.tap(self.page.get_by_role("button", name=name, exact=True).first)

    def follow(self, name: str) -> None:
        """Tap a link by its words."""
        self.tap(self.page.get_by_role("link", name=name, exact=True).first)

    def fill(self, label: str, words: str) -> None:
        """Type into a field."""
        self.page.get_by_label(label, exact=True).fill(words)
        self.fields += 1

    def sees(self, heading: str) -> None:
        """Wait for a heading."""
        self.page.get_by_role("heading", name=heading).first.wait_for()

    def reads(self, words: str) -> None:
        """Wait for words; the next screen may come without a load."""
        self.page.get_by_text(words, exact=True).first.wait_for()

    def sees_turn(self, words: str) -> None:
        """Wait until the page says this of the step and of whose turn it is."""
        expect(self.page.locator(".turn-of")).to_contain_text(words)

    def tap(self, what: Locator) -> None:
        """Tap whatever it is."""
        what.click()
        self.taps += 1


@dataclass(frozen=True, slots=True)
class Row:
    """What one process took both people together, and what it may take at most."""

    process: str
    taps: int
    fields: int
    most_taps: int
    most_fields: int


@dataclass(slots=True)
class Counts:
    """What was counted in this run."""

    rows: list[Row] = field(default_factory=list)

    def note(self, process: str, *hands: CountedHand, most_taps: int, most_fields: int) -> Row:
        """Keep a row for the table."""
        taps, fields = sum(hand.taps for hand in hands), sum(hand.fields for hand in hands)
        self.rows.append(Row(process, taps, fields, most_taps, most_fields))
        return self.rows[-1]

    def write_table(self) -> list[str]:
        """The table, line by line; nothing where nothing was counted.

        >>> for line in Counts([Row("An agreement", 39, 4, 40, 6)]).write_table():
        ...     print(line)
        process          taps   most  fields   most
        An agreement       39     40       4      6
        """
        if not self.rows:
            return []
        lines = [f"{'process':<16}{'taps':>5}{'most':>7}{'fields':>8}{'most':>7}"]
        lines += [
            f"{row.process:<16}{row.taps:>5}{row.most_taps:>7}{row.fields:>8}{row.most_fields:>7}"
            for row in self.rows
        ]
        return lines


COUNTS = Counts()
