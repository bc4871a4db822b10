from django.urls import reverse

from bothand.accounts import wall_clock
from bothand.domain.checkins import FearAnswers
from bothand.rooms.goals.support.records import SharedGoal

NOTE = "nothing for two is suggested to you"


def test_only_who_is_afraid_is_told_so_beside_a_goal_of_the_other(couple):
    noa, sam = couple
    goal = SharedGoal(text="Play again", wanted=("listen",), since=wall_clock.today_in("UTC"))
    there = reverse("goals_partner", args=[noa.ours.add(goal).hex])
    sam.mine.add(FearAnswers(day=wall_clock.today_in("UTC"), say_no=1))
    assert NOTE in sam.client.get(there).content.decode()
    sam.lock()
    assert NOTE not in sam.client.get(there).content.decode()


def test_words_for_a_goal_that_was_taken_back_are_given_back(couple):
    noa, sam = couple
    there = noa.ours.add(SharedGoal(text="Play again", wanted=("listen",), since=wall_clock.today_in("UTC")))
    noa.ours.remove(there)
    answer = sam.client.post(
        reverse("goals_partner", args=[there.hex]), {"support": "listen", "words": "On Sundays, for an hour."}
    )
    assert answer.status_code == 404
    assert "On Sundays, for an hour." in answer.content.decode()
