"""How each sheet is written: one form, one record, and both shown where two windows wrote it."""

from abc import abstractmethod
from typing import Any, ClassVar, TypeVar

from django.http import QueryDict
from django.urls import reverse

from bothand.kit.single import SingleView
from bothand.rooms.ground.export import MERGES
from bothand.rooms.ground.pages import VersionsOfSheetPage
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened
from bothand.vault.records import Record

R = TypeVar("R", bound=Record)
Fields = dict[str, str | list[str]]
"""What a form sends, by its fields' names."""


class SheetView(SingleView[R, Any]):
    """One of the four sheets.

    form_type  its form: `fill_from` makes it with a sheet in it; it takes what was sent, and the partner's name
    typed      whether mine can be changed where both are shown
    url        its address, and `after` where one goes on
    """

    form_type: ClassVar[Any]
    typed: ClassVar[bool] = False
    url: ClassVar[str]
    after: ClassVar[str] = "ground_all"

    @abstractmethod
    def list_fields(self, record: R) -> Fields:
        """What a form that says this sheet would send."""

    @abstractmethod
    def pair(self, mine: R, theirs: R) -> tuple[Both, ...]:
        """Mine and the other, as they are shown beside each other."""

    def make_form(self, old: Opened[R] | None, sent: QueryDict | None = None) -> Any:
        name = self.visit.partner_name
        if sent is not None:
            return self.form_type(sent, partner=name)
        return self.form_type.fill_from(self.read(old), old.revision if old else 0, name)

    def build(self, form: Any, old: Opened[R] | None) -> R:
        was = self.read(old)
        mine: R = form.build_record(was)
        if self.request.POST.get("keep") == "both":
            mine = MERGES[self.kind](mine, was)
        return mine

    def read(self, old: Opened[R] | None) -> R:
        """The sheet as it lies there, empty before anything is said."""
        empty: Any = self.kind()
        return empty if old is None else old.record

    def compare(self, record: R, theirs: Opened[R]) -> VersionsOfSheetPage:
        # Mine goes along whole, so that it can be kept from here.
        fields = {} if self.typed else self.list_fields(record)
        return VersionsOfSheetPage(
            pairs=self.pair(record, theirs.record),
            action=reverse(self.url),
            back_to=self.address(),
            hidden=(
                Hidden(name="revision", value=str(theirs.revision)),
                *(
                    Hidden(name=name, value=one)
                    for name, value in fields.items()
                    for one in ([value] if isinstance(value, str) else value)
                ),
            ),
            typed=self.typed,
            both=True,
        )

    def address(self) -> str:
        return reverse(self.after)
