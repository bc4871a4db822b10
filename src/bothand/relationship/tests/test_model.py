from bothand.relationship import AXES, FACETS, MARKS, PRACTICES, SHARED_AREAS, facet


def test_it_gives_each_axis_five_facets_and_each_facet_one_axis():
    assert [len(axis.facets) for axis in AXES] == [5, 5]
    assert sorted(name for axis in AXES for name in axis.facets) == sorted(one.name for one in FACETS)
    for axis in AXES:
        assert all(facet(name).axis == axis.name for name in axis.facets)


def test_it_names_marks_after_facets_that_exist():
    names = {one.name for one in FACETS}
    assert all(set(mark.facets) <= names for mark in MARKS)


def test_it_never_counts_manipulation():
    assert [mark.id for mark in MARKS if not mark.counted] == ["C8"]


def test_it_lets_only_practical_areas_become_agreements():
    binding = {area.name for area in SHARED_AREAS if "agreement" in area.may_become}
    assert binding == {"money", "home", "time", "plans"}


def test_it_has_seven_practices_in_order():
    assert [one.id for one in PRACTICES] == [f"P{n}" for n in range(1, 8)]
