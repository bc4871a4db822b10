"""Addresses of *talks*, below `talks/`. `outside/` and `paper/` say less than they could: history keeps them."""

from django.urls import path

from bothand.rooms.talks.aloud import views as aloud
from bothand.rooms.talks.conversation.views import close, impression, removal, start, talk
from bothand.rooms.talks.invitations.views import answer, checklist, invitation
from bothand.rooms.talks.topics.views import preparation, recurrence, topics
from bothand.rooms.talks.views import guidance, overview, paper, practice

urlpatterns = [
    path("", overview.list_talks, name="talks_list"),
    path("new/", topics.add_topic, name="talks_new"),
    path("invite/", invitation.edit_invitation, name="talks_invite"),
    path("invite/withdraw/", invitation.withdraw_invitation, name="talks_withdraw"),
    path("answer/", answer.answer_invitation, name="talks_answer"),
    path("answer/checklist/", checklist.edit_checklist, name="talks_checklist"),
    path("begin/", start.begin_talk, name="talks_begin"),
    path("past/", overview.list_past_talks, name="talks_past"),
    path("recurring/", recurrence.list_recurring, name="talks_recurring"),
    path("guide/", guidance.show_guide, name="talks_guide"),
    path("practice/", practice.practise_listening, name="talks_practice"),
    path("aloud/", aloud.hold_aloud, name="talks_aloud"),
    path("ears/", aloud.lend_ears, name="talks_ears"),
    path("outside/", guidance.show_help, name="talks_help"),
    path("paper/", paper.make_paper, name="talks_paper"),
    path("topic/<str:hex_id>/", topics.show_topic, name="talks_topic"),
    path("topic/<str:hex_id>/edit/", topics.edit_topic, name="talks_edit"),
    path("topic/<str:hex_id>/words/", preparation.edit_preparation, name="talks_prepare"),
    path("topic/<str:hex_id>/mention/", recurrence.add_mention, name="talks_mention"),
    path("topic/<str:hex_id>/delete/", topics.delete_topic, name="talks_delete"),
    path("<str:hex_id>/", talk.show_talk, name="talks_talk"),
    path("<str:hex_id>/close/", close.close_talk, name="talks_close"),
    path("<str:hex_id>/after/", impression.edit_impression, name="talks_after"),
    path("<str:hex_id>/remove/", removal.remove_words, name="talks_remove"),
]
