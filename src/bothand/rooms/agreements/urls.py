"""Addresses of agreements, below `plans/`."""

from django.urls import path

from bothand.rooms.agreements.views import agreed, division, found, giving, lists, matters, rating, work

urlpatterns = [
    path("", lists.everything, name="agreements_list"),
    path("past/", lists.past, name="agreements_past"),
    path("new/", lists.new, name="agreements_new"),
    path("write/", lists.write, name="agreements_write"),
    path("own/", giving.giving, name="agreements_giving"),
    path("work/", work.overview, name="agreements_work"),
    path("work/tasks/", work.tasks, name="agreements_tasks"),
    path("work/whose/", work.who, name="agreements_whose"),
    path("work/feel/", division.feel, name="agreements_feel"),
    path("work/split/", division.split, name="agreements_split"),
    path("work/<str:hex_id>/", work.task, name="agreements_task"),
    path("on/<str:hex_id>/", matters.matter, name="agreements_matter"),
    path("on/<str:hex_id>/words/", matters.words, name="agreements_words"),
    path("on/<str:hex_id>/ways/", matters.ways, name="agreements_ways"),
    path("on/<str:hex_id>/now/", matters.now, name="agreements_now"),
    path("on/<str:hex_id>/aside/", matters.aside, name="agreements_aside"),
    path("on/<str:hex_id>/rate/", rating.rate, name="agreements_rate"),
    path("on/<str:hex_id>/found/", found.found, name="agreements_found"),
    path("on/<str:hex_id>/see/", found.see, name="agreements_see"),
    path("on/<str:hex_id>/take/", found.take, name="agreements_take"),
    path("<str:hex_id>/", agreed.agreement, name="agreements_one"),
    path("<str:hex_id>/yes/", agreed.yes, name="agreements_yes"),
    path("<str:hex_id>/change/", agreed.change, name="agreements_change"),
    path("<str:hex_id>/end/", agreed.end, name="agreements_end"),
    path("<str:hex_id>/look/", agreed.look, name="agreements_look"),
]
