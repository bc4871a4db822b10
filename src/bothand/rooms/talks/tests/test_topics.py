"""Topics: who can open, change and delete them, and the words found for them."""

from datetime import timedelta

from bothand.rooms.talks.tests.acts import of_kind, sets_aside
from bothand.rooms.talks.topics.records import Preparation, Topic


def test_a_topic_is_ones_own_unless_one_chooses_otherwise(both):
    noa, sam = both
    sets_aside(noa)
    sets_aside(noa, text="Holidays", where="ours")
    assert "Phones in the evening" not in sam.page("talks_list")
    assert "Holidays" in sam.page("talks_list")


def test_each_page_says_who_can_open_the_topic(both):
    noa, _sam = both
    own, joint = sets_aside(noa), sets_aside(noa, where="ours")
    for name in ("talks_topic", "talks_edit"):
        assert "You and Sam can open this" not in noa.page(name, own)
        assert "You and Sam can open this" in noa.page(name, joint)


def test_a_topic_s_age_is_seen_by_its_author_alone(both, clock):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    clock.time += timedelta(days=23)
    assert "It has been waiting for 3 weeks." in noa.page("talks_topic", topic)
    assert "waited" not in sam.page("talks_topic", topic)
    assert "Hard" not in sam.page("talks_topic", topic)


def test_only_its_author_changes_or_ends_a_topic(both):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    assert sam.get("talks_edit", topic).status_code == 404
    sam.post("talks_delete", topic, revision="1")
    sam.post("talks_edit", topic, text="Mine now", revision="1")
    assert [one.text for one in of_kind(noa.who.ours, Topic)] == ["Phones in the evening"]
    noa.post("talks_delete", topic, revision="1")
    assert of_kind(noa.who.ours, Topic) == []


def test_words_found_for_the_others_topic_lie_in_mine(both):
    noa, sam = both
    topic = sets_aside(noa, where="ours")
    sam.post("talks_prepare", topic, saw="On Monday.", feel="Tired.", need="", ask="", rest="", revision="0")
    assert [one.saw for one in of_kind(sam.who.mine, Preparation)] == ["On Monday."]
    assert "On Monday." in sam.page("talks_topic", topic)
    assert "On Monday." not in noa.page("talks_topic", topic)


def test_the_words_go_with_the_topic(alone):
    topic = sets_aside(alone)
    alone.post("talks_prepare", topic, saw="On Monday.", feel="", need="", ask="", rest="", revision="0")
    alone.post("talks_delete", topic, revision="1")
    assert of_kind(alone.who.mine, Preparation) == of_kind(alone.who.mine, Topic) == []


def test_all_or_nothing_words_are_named_and_kept_as_they_are(alone):
    topic = sets_aside(alone)
    alone.post("talks_prepare", topic, saw="You never call.", feel="", need="", ask="", rest="", revision="0")
    page = alone.page("talks_prepare", topic)
    assert "<b>never</b>" in page
    assert "You never call." in page


def test_a_topic_handed_over_stands_in_the_form_and_nothing_is_kept(alone):
    answer = alone.post("talks_new", handed_text="What we do on Sundays")
    assert answer.status_code == 200
    assert "What we do on Sundays" in answer.content.decode()
    assert of_kind(alone.who.mine, Topic) == []
