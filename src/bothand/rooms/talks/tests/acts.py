"""What the people of these tests do."""

import re
from datetime import timedelta


def tomorrow(clock, at="19:30"):
    return {"day": (clock.time.date() + timedelta(days=1)).isoformat(), "at": at}


def asks(one, clock, **more):
    return one.post("talks_invite", **({"text": "Phones", "need": "An hour.", **tomorrow(clock)} | more))


def answers(one, how, **more):
    page = one.page("talks_answer")
    to = re.search(r'name="to" value="([^"]*)"', page)[1]
    return one.post("talks_answer", **({"answer": how, "to": to} | more))


def sets_aside(one, **more):
    answer = one.post("talks_new", **({"text": "Phones in the evening", "hard": "2", "where": "mine"} | more))
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"].split("/")[-2]


def of_kind(space, kind):
    return [one.record for one in space.query().items if isinstance(one.record, kind)]


def bare(page):
    """A page without what differs each time: tokens, marks, ids."""
    return re.sub(r"[0-9a-zA-Z]{32,}", "", page)
