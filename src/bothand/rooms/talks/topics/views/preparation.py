"""Finding words for a topic, alone."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.single import SingleView
from bothand.rooms.talks.pages import VersionsOfTalksPage
from bothand.rooms.talks.present import find_openers
from bothand.rooms.talks.topics import rules, store
from bothand.rooms.talks.topics.forms import PreparationForm
from bothand.rooms.talks.topics.pages import PreparationPage
from bothand.rooms.talks.topics.records import Preparation
from bothand.shell.parts import Both, Hidden
from bothand.vault.body import Opened

NAMES = ("saw", "feel", "need", "ask", "rest")


@READ_OR_WRITE
def edit_preparation(request: HttpRequest, hex_id: str) -> HttpResponse:
    """Find words for a topic. They lie in *mine*, whichever space the topic lies in."""
    return PreparationView(request, id_of(hex_id)).edit()


class PreparationView(SingleView[Preparation, PreparationForm]):
    """The words for one topic."""

    kind = Preparation

    def __init__(self, request: HttpRequest, topic_id: bytes) -> None:
        super().__init__(request)
        self.topic = store.find_topic(self.visit, topic_id)[0]
        self.place = rules.place_of_preparation(topic_id)

    def make_form(self, old: Opened[Preparation] | None, sent: QueryDict | None = None) -> PreparationForm:
        if sent is not None or old is None:
            return PreparationForm(sent)
        words = {name: getattr(old.record, name) for name in NAMES}
        return PreparationForm(initial=words | {"revision": old.revision})

    def build(self, form: PreparationForm, _old: Opened[Preparation] | None) -> Preparation:
        words = {name: form.cleaned_data[name] for name in NAMES}
        return Preparation(topic=self.topic.record.text, **words)

    def page(self, form: PreparationForm, _old: Opened[Preparation] | None) -> PreparationPage:
        typed = " ".join(str(form[name].value() or "") for name in NAMES)
        return PreparationPage(
            form=form,
            hex=self.topic.hex,
            topic=self.topic.record.text,
            openers=find_openers("raise", "feel", "need"),
            heard=rules.find_hard_words(typed),
            said=_("It is saved, for you alone.")
            if self.request.GET.get("done") and not form.is_bound
            else "",
        )

    def compare(self, record: Preparation, theirs: Opened[Preparation]) -> VersionsOfTalksPage:
        labels = {name: PreparationForm.base_fields[name].label or "" for name in NAMES}
        return VersionsOfTalksPage(
            pairs=tuple(
                Both(
                    label=labels[name],
                    name=name,
                    mine=getattr(record, name),
                    theirs=getattr(theirs.record, name),
                )
                for name in NAMES
            ),
            action=self.request.path,
            back_to=self.request.path,
            hidden=(Hidden(name="revision", value=str(theirs.revision)),),
        )

    def address(self) -> str:
        return f"{self.request.path}?done=1"
