"""Talks that were: whichever was held is listed, in whatever month a clock put it."""

import re

import pytest
from django.urls import reverse

PAST = "talks_past"


def list_talks(one) -> set[str]:
    """The words of all talks, gathered by the list's own links from its first page on."""
    seen: set[str] = set()
    found: set[str] = set()
    queue = [reverse(PAST)]
    while queue:
        where = queue.pop()
        if where in seen:
            continue
        seen.add(where)
        page = one.who.client.get(where).content.decode()
        found |= set(re.findall(r"Talk of \d{4}", page))
        queue += [
            link for link in re.findall(r'href="([^"]+)"', page) if link.startswith(f"{reverse(PAST)}?to=")
        ]
    return found


def test_every_talk_is_listed_whatever_the_clock_said_when_it_was_held(both, clock):
    right = clock.time
    # Before the first day of its key nothing is written to *ours*.
    years = (2039, 2031, right.year)
    for year in years:
        clock.time = right.replace(year=year)
        both[0].again().begins(text=f"Talk of {year}")
    clock.time = right
    for one in both:
        assert list_talks(one.again()) == {f"Talk of {year}" for year in years}


@pytest.mark.parametrize("odd", ["2026-13", "x", "2026-11-30", "0000-01"])
def test_an_odd_month_leads_where_nothing_is(both, odd):
    assert both[0].get(PAST, data={"to": odd}).status_code == 404


def test_where_there_never_was_a_talk_the_page_teaches(both):
    page = both[0].page(PAST)
    assert "No talk in these months" in page
