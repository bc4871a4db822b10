"""In a demo every page says so, and nowhere else."""

import pytest
from django.urls import reverse
from tests.harness import named, page_cases, visit

MARK = b'<p class="demo">'


@pytest.mark.parametrize("case", page_cases(), ids=named)
def test_in_a_demo_every_page_says_so(case, noa, settings):
    settings.BOTHAND_OPEN = True
    settings.BOTHAND_DEMO = True
    assert MARK in visit(case, noa).content


def test_elsewhere_no_page_does(noa):
    assert MARK not in noa.client.get(reverse("today")).content
