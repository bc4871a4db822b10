"""The manifest of *ground*."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bothand.domain.dials import Dials
from bothand.kit.alive import Begin
from bothand.kit.manifest import Room, Tab
from bothand.rooms.ground.between import BETWEEN
from bothand.rooms.ground.comparison import store
from bothand.rooms.ground.export import MERGES, READABLE
from bothand.rooms.ground.records import Pursuits, Reliances, Values

ROOM = Room(
    name="ground",
    title=_("Common ground"),
    about=_("What matters to each of you, where you meet, and how much you would like to share."),
    picture="ground",
    place="ours",
    path="ground/",
    urls="bothand.rooms.ground.urls",
    tabs=(
        Tab(_("Overview"), "ground_all"),
        Tab(_("Values"), "ground_values"),
        Tab(_("Interests and goals"), "ground_pursuits"),
        Tab(_("How much is shared"), "ground_dials"),
        Tab(_("Who you lean on"), "ground_reliance"),
    ),
    kinds=(Values, Pursuits, Dials, Reliances),
    opens={
        Values: lambda _one: reverse("ground_values"),
        Pursuits: lambda _one: reverse("ground_pursuits"),
        Reliances: lambda _one: reverse("ground_reliance"),
    },
    readable=READABLE,
    merge=MERGES,
    reveals=store.REVEALS,
    begins=Begin(
        title=_("Compare what matters"),
        about=_("Each chooses alone, then you reveal it together."),
    ),
    between=BETWEEN,
)
