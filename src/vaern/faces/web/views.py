"""The front page, and the demo's way into somebody's shoes."""

from django.conf import settings
from django.contrib.auth import login
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django_scopes import scopes_disabled

from vaern.faces.web.context import roles_of
from vaern.ground.people.access import person_of
from vaern.ground.people.models import Person, RoleCode
from vaern.ground.vault.models import DataKey

SHOES = {
    "rikke.lund@havneby.example": _("Sagsbehandler. Hun indberetter."),
    "mads.holm@havneby.example": _("Leder. Han tager imod."),
    "amina.yusuf@havneby.example": _("Arbejdsmiljørepræsentant."),
    "henrik.dam@havneby.example": _("HR. Han behandler sager."),
}


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Signed out: what Værn is. Signed in: what waits for you, and the way on."""
    person = person_of(request)
    if person is None:
        return render(request, "web/front.html", {"shoes": _shoes()})
    context = {"first_name": person.name.split(" ")[0], "may": _doors(person)}
    return render(request, "web/home.html", context)


def _doors(person: Person) -> set[str]:
    """Which of the cards are hers: ``handle`` cases, ``administer`` the workplace."""
    roles = roles_of(person)
    handles = roles & {RoleCode.MANAGER, RoleCode.AMR, RoleCode.HR, RoleCode.COMMUNICATIONS}
    administers = RoleCode.ADMINISTRATOR in roles
    return {name for name, is_so in (("handle", handles), ("administer", administers)) if is_so}


def _shoes() -> list[dict[str, object]]:
    if settings.VAERN_MODE != "demo":
        return []
    with scopes_disabled():
        people = Person.objects.select_related("workplace__key").filter(
            workplace__is_demo=True, email__in=list(SHOES), active=True
        )
        found = {person.email: person for person in people}
    return [
        {"email": email, "name": found[email].name, "words": words}
        for email, words in SHOES.items()
        if email in found
    ]


@require_POST
def step_in(request: HttpRequest) -> HttpResponse:
    """Demo only: sign in as one of the four, without a password."""
    email = request.POST.get("email", "")
    if settings.VAERN_MODE != "demo" or email not in SHOES:
        raise Http404
    with scopes_disabled():
        people = Person.objects.filter(workplace__is_demo=True, email=email, active=True)
        person = people.select_related("user").first()
    if person is None or person.user is None:
        raise Http404
    login(request, person.user, "allauth.account.auth_backends.AuthenticationBackend")
    return redirect("home")


@never_cache
@require_GET
def alive(request: HttpRequest) -> HttpResponse:
    """For whoever watches the server: 200 when web process and database answer, else 503."""
    try:
        DataKey.objects.exists()
    except Error:
        return HttpResponse("the database does not answer", "text/plain", 503)
    return HttpResponse("ok", "text/plain")
