"""Contact files out."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bothand.accounts import access, account_actions
from bothand.kit.addresses import id_of
from bothand.kit.documents import READ_OR_WRITE
from bothand.kit.password_check import OK, OPEN, attempt_with_password, form_input, form_status
from bothand.rooms.people.exports.forms import OutForm
from bothand.rooms.people.exports.pages import OutPage
from bothand.rooms.people.exports.rules import write_contacts
from bothand.rooms.people.records import Person
from bothand.rooms.people.rules import sort_by_name
from bothand.rooms.people.store import find_heads, open_people
from bothand.shell.page import render


@READ_OR_WRITE
def export_contacts(request: HttpRequest) -> HttpResponse:
    """A contact file of those chosen. Made in memory, by POST, after the password, named after nobody."""
    access.open_mine(request)
    one = request.POST.get("one") or request.GET.get("one") or ""
    form = OutForm(**form_input(request))
    status = form_status(form)
    if request.method == "POST" and form.is_valid():
        found = _list_chosen(request, one, form.cleaned_data["whom"])
        if not found:
            form.add_error("whom", _("There is nobody of that kind here. Choose others."))
            status = OPEN
        else:
            status = attempt_with_password(request, form, account_actions.confirm_password)
        if status == OK:
            content = write_contacts(found, form.cleaned_data["version"], with_own=form.cleaned_data["own"])
            response = HttpResponse(content, content_type="text/vcard; charset=utf-8")
            response.headers["Content-Disposition"] = 'attachment; filename="people.vcf"'
            return response
    people, unopened = find_heads(request)
    page = OutPage(form=form, one=id_of(one).hex() if one else "", any=bool(people), unopened=unopened)
    return render(request, page, status=status)


def _list_chosen(request: HttpRequest, one: str, whom: str) -> list[Person]:
    """Those who are meant, by name: one alone, or all of a kind."""
    everybody, _unopened = open_people(request)
    if one:
        return [each for each in everybody.people if each.id == id_of(one)]
    return sort_by_name(each for each in everybody.people if whom in {"all", each.group})
