from django.urls import reverse

from bothand.couples import timing
from bothand.rooms.growth.records import SharedGoal
from bothand.rooms.kit.measured import FearAnswers

NOTE = "nothing for two is suggested to you"


def test_only_who_is_afraid_is_told_so_beside_a_goal_of_the_other(couple):
    noa, sam = couple
    goal = SharedGoal(text="Play again", wanted=("listen",), since=timing.today("UTC"))
    there = reverse("growth_theirs", args=[noa.ours.add(goal).hex])
    sam.mine.add(FearAnswers(day=timing.today("UTC"), say_no=1))
    assert NOTE in sam.client.get(there).content.decode()
    sam.lock()
    assert NOTE not in sam.client.get(there).content.decode()


def test_words_for_a_goal_that_was_taken_back_are_given_back(couple):
    noa, sam = couple
    there = noa.ours.add(SharedGoal(text="Play again", wanted=("listen",), since=timing.today("UTC")))
    noa.ours.remove(there)
    answer = sam.client.post(
        reverse("growth_theirs", args=[there.hex]), {"support": "listen", "words": "On Sundays, for an hour."}
    )
    assert answer.status_code == 404
    assert "On Sundays, for an hour." in answer.content.decode()
