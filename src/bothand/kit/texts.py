"""Which folder of texts a page reads."""

from django.utils.translation import get_language

from bothand.content.loader import DEFAULT_LANGUAGE, find_languages


def text_language() -> str:
    """The language of the page where there are texts in it, else the one that always has them."""
    wanted = (get_language() or DEFAULT_LANGUAGE).split("-")[0]
    return wanted if wanted in find_languages() else DEFAULT_LANGUAGE
