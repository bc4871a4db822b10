"""Addresses of agreements, below `plans/`."""

from django.urls import path

from bothand.rooms.agreements.views import agreed, division, found, giving, lists, matters, rating, work

urlpatterns = [
    path("", lists.list_agreements, name="agreements_list"),
    path("past/", lists.list_past, name="agreements_past"),
    path("new/", lists.begin_matter, name="agreements_new"),
    path("write/", lists.write_agreement, name="agreements_write"),
    path("own/", giving.show_gains, name="agreements_giving"),
    path("work/", work.show_home, name="agreements_work"),
    path("work/tasks/", work.choose_tasks, name="agreements_tasks"),
    path("work/whose/", work.edit_owners, name="agreements_whose"),
    path("work/feel/", division.edit_feelings, name="agreements_feel"),
    path("work/split/", division.show_divisions, name="agreements_split"),
    path("work/<str:hex_id>/", work.edit_task, name="agreements_task"),
    path("on/<str:hex_id>/", matters.show_matter, name="agreements_matter"),
    path("on/<str:hex_id>/words/", matters.edit_words, name="agreements_words"),
    path("on/<str:hex_id>/ways/", matters.edit_options, name="agreements_ways"),
    path("on/<str:hex_id>/now/", matters.mark_now, name="agreements_now"),
    path("on/<str:hex_id>/aside/", matters.set_aside, name="agreements_aside"),
    path("on/<str:hex_id>/rate/", rating.rate_options, name="agreements_rate"),
    path("on/<str:hex_id>/found/", found.show_outcome, name="agreements_found"),
    path("on/<str:hex_id>/see/", found.choose_view, name="agreements_see"),
    path("on/<str:hex_id>/take/", found.answer_package, name="agreements_take"),
    path("<str:hex_id>/", agreed.show_agreement, name="agreements_one"),
    path("<str:hex_id>/yes/", agreed.accept_version, name="agreements_yes"),
    path("<str:hex_id>/change/", agreed.change_agreement, name="agreements_change"),
    path("<str:hex_id>/end/", agreed.end_agreement, name="agreements_end"),
    path("<str:hex_id>/look/", agreed.set_review, name="agreements_look"),
]
