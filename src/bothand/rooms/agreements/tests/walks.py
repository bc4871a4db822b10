"""Two people through a matter by their browsers, for tests."""

from dataclasses import dataclass

from django.test import Client
from django.urls import reverse
from tests.people import Person

QUESTIONS = {
    "Evenings of our own": ("one each", "two each", "three each"),
    "Phones at supper": ("as each likes", "put away"),
}


@dataclass
class Matter:
    """A matter that both can rate, by its address."""

    hex: str
    noa: Client
    sam: Client

    def path(self, name: str) -> str:
        return reverse(f"agreements_{name}", args=[self.hex])


def begun(
    noa: Person,
    sam: Person,
    *,
    title: str = "Our evenings",
    questions=None,
    area: str = "",
    number: str = "ab",
) -> Matter:
    """Words, ways and today by both."""
    answer = noa.client.post(
        reverse("agreements_new"), {"title": title, "starter": "", "area": area, "id": number * 16}
    )
    assert answer.status_code == 302, answer.content.decode()
    matter = Matter(answer["Location"].rstrip("/").rsplit("/", 1)[1], noa.client, sam.client)
    for client in (matter.noa, matter.sam):
        client.post(matter.path("words"), {"talked": "on", "gives": "some quiet", "revision": "0"})
    asked = questions or QUESTIONS
    for question, ways in asked.items():
        matter.noa.post(matter.path("options"), {"act": "question", "question": question})
        for place, way in enumerate(ways):
            client = (matter.noa, matter.sam)[place % 2]
            client.post(
                matter.path("options"),
                {
                    "act": "option", "option": way, "of": question, "for_other": "on",
                },
            )  # fmt: skip
    mark(matter, dict.fromkeys(range(len(asked)), 0))
    return matter


def hidden(client: Client, path: str, name: str) -> str:
    page = client.get(path).content.decode()
    return page.split(f'name="{name}" value="', 1)[1].split('"', 1)[0]


def mark(matter: Matter, now: dict[int, int], clients=None) -> None:
    """Say how it is now: of each question the place of an option."""
    for client in clients or (matter.noa, matter.sam):
        of = hidden(client, matter.path("now"), "of")
        for number, place in now.items():
            answer = client.post(matter.path("now"), {"at": str(number), "now": str(place), "of": of})
            assert answer.status_code == 302, answer.content.decode()


def rate(matter: Matter, client: Client, ratings, *, weights=None, never=None, together=()):
    """Send somebody's answers; `never` per question the place of an option, `together` triples as the fields take them."""
    path = matter.path("rate")
    data = {"frame": hidden(client, path, "frame"), "round": hidden(client, path, "round")}
    for number, row in enumerate(ratings):
        data[f"weight{number}"] = str((weights or [2] * len(ratings))[number])
        data[f"never{number}"] = str((never or {}).get(number, -1))
        data |= {f"rating{number}_{place}": str(rating) for place, rating in enumerate(row)}
    for at, triple in enumerate(together):
        data |= {f"{name}{at}": value for name, value in zip(("one", "other", "step"), triple, strict=True)}
    return client.post(path, data)


def take(matter: Matter, client: Client, *, act: str = "yes", package: int = 0):
    path = matter.path("found")
    data = {"topic": hidden(client, path, "topic"), "package": str(package), "act": act}
    return client.post(matter.path("take"), data)


def tap(matter: Matter, client: Client, at: str, step: int = 0, **more: str):
    """One private answer by a tap on its screen."""
    path = f"{matter.path('suits')}?at={at}"
    data = {"frame": hidden(client, path, "frame"), "round": hidden(client, path, "round"), "at": at}
    return client.post(matter.path("suits"), data | {"step": str(step)} | more)
