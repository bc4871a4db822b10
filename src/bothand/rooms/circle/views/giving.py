"""Contact files out."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bothand.couples import access
from bothand.rooms.circle import flow, opening
from bothand.rooms.circle.file_pages import OutPage
from bothand.rooms.circle.forms import OutForm
from bothand.rooms.circle.vcards import writing
from bothand.rooms.kit.addresses import id_of
from bothand.shell.page import render


@require_http_methods(["GET", "HEAD", "POST"])
def out(request: HttpRequest) -> HttpResponse:
    """A contact file of those chosen. Made in memory, by POST from an open page, named after nobody."""
    access.mine(request)
    circle, unopened = opening.mine(request)
    people = flow.in_order(circle.people)
    form = OutForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data
        one = request.POST.get("one", "")
        if one:
            found = [each for each in people if each.id == id_of(one)]
        else:
            found = [each for each in people if chosen["whom"] in {"all", each.group}]
        if found:
            content = writing.write(found, chosen["version"], with_own=chosen["own"])
            response = HttpResponse(content, content_type="text/vcard; charset=utf-8")
            response.headers["Content-Disposition"] = 'attachment; filename="people.vcf"'
            return response
        form.add_error("whom", _("There is nobody of that kind here. Choose others."))
    return render(
        request, OutPage(form=form, any=bool(people), unopened=unopened), status=422 if form.errors else 200
    )
