"""The steps of private answers in words."""

from typing import Final

from django.utils.translation import gettext_lazy as _

RATING_LABELS: Final = (
    (0, _("bad for me")),
    (1, _("rather bad")),
    (2, _("neither")),
    (3, _("rather good")),
    (4, _("good for me")),
)
SUIT_LABELS: Final = (
    (0, _("badly")),
    (1, _("not well")),
    (2, _("all right")),
    (3, _("well")),
    (4, _("very well")),
)
WEIGHT_LABELS: Final = ((1, _("hardly")), (2, _("somewhat")), (3, _("a lot")), (4, _("most of all")))
TOGETHER_LABELS: Final = (
    ("", _("no difference")),
    (-8, _("much less for me")),
    (-4, _("less for me")),
    (4, _("more for me")),
    (8, _("much more for me")),
)
