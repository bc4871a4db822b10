"""Cases for a plain kind of document (`kit.plain`): a room's `cases.py` gives an example and gets all of them."""

from collections.abc import Callable
from typing import Any

from bothand.kit.plain import (
    PlainConfirmPage,
    PlainDocument,
    PlainFormPage,
    PlainListPage,
    PlainVersionsPage,
)
from bothand.kit.tests.cases import (
    DELETE,
    EDIT,
    LOOK,
    WRITE,
    Data,
    FormCase,
    Kwargs,
    Line,
    PageCase,
    Stage,
    Words,
    nothing,
)
from bothand.vault.body import Opened
from bothand.vault.randomness import new_id
from bothand.vault.records import Record


class PlainCases:
    """The cases of one plain document. `make` gives a record, `data` what is typed in its form."""

    def __init__(
        self,
        document: type[PlainDocument[Any, Any]],
        *,
        make: Callable[[Stage], Record],
        data: Callable[[Words], Data],
    ) -> None:
        self.document, self.name = document, document.name
        self.make, self.data = make, data

    @property
    def pages(self) -> tuple[PageCase, ...]:
        """Every page; the versions are a form's answer."""
        name = self.name
        return (
            PageCase(url=f"{name}_list", page=PlainListPage, prepare=self._some),
            PageCase(url=f"{name}_month", page=PlainListPage, prepare=self._a_month),
            PageCase(url=f"{name}_new", page=PlainFormPage, prepare=nothing),
            PageCase(url=f"{name}_edit", page=PlainFormPage, prepare=self._one),
            PageCase(url=f"{name}_delete", page=PlainConfirmPage, prepare=self._one),
        )

    @property
    def forms(self) -> tuple[FormCase, ...]:
        """Every form, and the one that meets another window."""
        name, form = self.name, self.document.form_type
        return (
            FormCase(url=f"{name}_new", form=form, data=self._typed(0)),
            FormCase(url=f"{name}_edit", form=form, prepare=self._one, data=self._typed(1)),
            FormCase(
                url=f"{name}_edit",
                form=form,
                prepare=self._written_twice,
                data=self._typed(1),
                shows=PlainVersionsPage,
            ),
            FormCase(url=f"{name}_delete", form=None, prepare=self._one, data=_revision),
        )

    @property
    def actors(self) -> dict[str, Line]:
        """What each actor gets at each address."""
        name = self.name
        return {
            f"{name}_list": LOOK,
            f"{name}_month": LOOK,
            f"{name}_new": WRITE,
            f"{name}_edit": EDIT,
            f"{name}_delete": DELETE,
        }

    def _add(self, stage: Stage) -> Opened[Record]:
        return stage.mine.add(self.make(stage), new_id())

    def _some(self, stage: Stage) -> Kwargs:
        self._add(stage)
        return {}

    def _a_month(self, stage: Stage) -> Kwargs:
        self._add(stage)
        return {"month": f"{stage.today:%Y-%m}"}

    def _one(self, stage: Stage) -> Kwargs:
        return {"hex_id": self._add(stage).hex}

    def _written_twice(self, stage: Stage) -> Kwargs:
        old = self._add(stage)
        first = self.document.compared[0][0]
        fields = {name: getattr(old.record, name) for name in old.record.__struct_fields__}
        stage.mine.replace(old, type(old.record)(**{**fields, first: "Written in another window"}))
        return {"hex_id": old.hex}

    def _typed(self, revision: int) -> Callable[[Stage, Words], Data]:
        return lambda _stage, words: {
            "id": new_id().hex(),
            "revision": str(revision),
            **self.data(words),
        }


def _revision(_stage: Stage, _words: Words) -> Data:
    return {"revision": "1"}
