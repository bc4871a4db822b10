"""What is computed of who may be one and the same is always what looking at everybody would say."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bothand.rooms.people.records import Heads, People, Person, Way
from bothand.rooms.people.store import change_people, delete_person
from bothand.rooms.people.twins import rules, store
from bothand.rooms.people.twins.records import Alike, Marks
from bothand.vault.randomness import new_id

NAMES = st.sampled_from(
    ["Ines", "inés", "INES  Müller", "Muller, Ines", "Ruth", "Şahin", "Straße", "石川", ""]
)
WAYS = st.sampled_from(
    [
        Way(sort="tel", value="+43 660 1234567"),
        Way(sort="tel", value="0660/123 45 67"),
        Way(sort="email", value="Ines@example.org"),
        Way(sort="adr", value="Street 1"),
    ]
)
SOMEBODY = st.builds(
    Person,
    id=st.integers(0, 6).map(lambda number: bytes([number]) * 16),
    name=NAMES,
    ways=st.lists(WAYS, max_size=3).map(tuple),
    uid=st.sampled_from(["", "a", "b"]),
)
PEOPLE = st.lists(SOMEBODY, max_size=7, unique_by=lambda one: one.id).map(tuple)


@given(steps=st.lists(PEOPLE, min_size=1, max_size=4), new=st.lists(SOMEBODY, max_size=4))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_it_says_the_same_as_looking_at_everybody_however_the_circle_changed_since(noa, steps, new):
    apart = ((bytes(16), bytes([1]) * 16),)
    for people in steps:
        # As an import writes it, past what keeps step: what was kept of the step before is behind now.
        there = noa.mine.only(People)
        now = People(people=people, apart=apart)
        noa.mine.add(now) if there is None else noa.mine.replace(there, now)
        found = store.find_everybody(noa.mine)
        match = rules.make_matcher(people)
        assert found.twins() == rules.find_twins(People(people=people, apart=apart))
        assert found.like(new) == [match(one) for one in new]
        store.keep_marks(noa.mine)


def test_what_is_kept_is_used_and_only_who_changed_is_looked_at_anew(noa, monkeypatch):
    people = tuple(Person(id=new_id(), name=f"Person {number}") for number in range(5))
    change_people(noa.mine, lambda _old: People(people=people))
    looked = []
    keys = rules.list_keys
    monkeypatch.setattr(store, "list_keys", lambda one: looked.append(one.name) or keys(one))
    store.find_everybody(noa.mine)
    assert looked == []
    change_people(noa.mine, lambda old: People(people=(replace(people[0], name="Ines"), *old.people[1:])))
    store.find_everybody(noa.mine)
    assert looked == ["Ines"]
    assert [one.id for one in noa.mine.only(Alike).record.people] == [one.id for one in people]


def test_who_is_taken_out_leaves_nothing_in_what_was_computed(noa):
    people = tuple(Person(id=new_id(), name=f"Person {number}") for number in range(2))
    change_people(noa.mine, lambda _old: People(people=people))
    store.find_everybody(noa.mine)
    delete_person(noa.mine, people[0].id, 1)
    assert [one.id for one in noa.mine.only(Alike).record.people] == [people[1].id]


def test_what_another_version_computed_or_what_does_not_open_is_computed_again(noa):
    one = Person(id=new_id(), name="Ines")
    change_people(noa.mine, lambda _old: People(people=(one,)))
    right = store.find_everybody(noa.mine).marks
    noa.mine.derive(Alike(program=store.PROGRAM + 1, people=(Marks(one.id, right[0].of, b"x" * 8),)))
    assert store.find_everybody(noa.mine).marks == right
    store.keep_marks(noa.mine)
    assert noa.mine.only(Alike).record.people == right


def test_a_page_about_everybody_reads_the_same_people_as_a_page_about_one(noa):
    way = Way(sort="tel", value="1", types=("cell",))
    people = (
        Person(id=new_id(), name="Ines", gives=("fun",), ways=(way,), note="n"),
        Person(id=new_id(), name="Ruth"),
    )
    change_people(noa.mine, lambda _old: People(people=people))
    (heads,) = noa.mine.parts(People, Heads)
    assert [(one.id, one.name, one.gives, one.ways) for one in heads.people] == [
        (one.id, one.name, one.gives, one.ways) for one in people
    ]
