"""Contact files out."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.accounts import access
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.rooms.people.exports.forms import OutForm
from bothand.rooms.people.exports.pages import OutPage
from bothand.rooms.people.exports.rules import write_contacts
from bothand.rooms.people.records import Person
from bothand.rooms.people.rules import sort_by_name
from bothand.rooms.people.store import find_heads, open_people
from bothand.shell.page import render


@READ_OR_WRITE
def export_contacts(request: HttpRequest) -> HttpResponse:
    """A contact file of those chosen. Made in memory, by POST from an open page, named after nobody."""
    access.open_mine(request)
    form = OutForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        found = _list_chosen(request, form)
        if found:
            content = write_contacts(found, form.cleaned_data["version"], with_own=form.cleaned_data["own"])
            response = HttpResponse(content, content_type="text/vcard; charset=utf-8")
            response.headers["Content-Disposition"] = 'attachment; filename="people.vcf"'
            return response
        form.add_error("whom", _("There is nobody of that kind here. Choose others."))
    people, unopened = find_heads(request)
    page = OutPage(form=form, any=bool(people), unopened=unopened)
    return render(request, page, status=422 if form.errors else 200)


def _list_chosen(request: HttpRequest, form: OutForm) -> list[Person]:
    """Those who are meant, by name: one alone, or all of a kind."""
    everybody, _unopened = open_people(request)
    one, whom = request.POST.get("one", ""), form.cleaned_data["whom"]
    if one:
        return [each for each in everybody.people if each.id == id_of(one)]
    return sort_by_name(each for each in everybody.people if whom in {"all", each.group})
