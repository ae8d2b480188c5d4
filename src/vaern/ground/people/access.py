"""Gates: each returns what was asked for or raises the same 404 for hidden and missing."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone

from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Absence, Person, Role, RoleCode, Unit, Workplace
from vaern.ground.people.reach import Reach, reach_of, units_with_roles

STAFF_READERS = (RoleCode.ADMINISTRATOR, RoleCode.HR)

Given = ParamSpec("Given")
View = Callable[Concatenate[HttpRequest, Given], HttpResponseBase]


def signed_in(view: View[Given]) -> View[Given]:
    """A view for persons: who is signed out is asked to sign in and comes back here."""

    @wraps(view)
    def gate(
        request: HttpRequest, /, *args: Given.args, **kwargs: Given.kwargs
    ) -> HttpResponseBase:
        if person_of(request) is None:
            return redirect_to_login(_page_of(request))
        return view(request, *args, **kwargs)

    return gate


def _page_of(request: HttpRequest) -> str:
    """Where to come back to: the page itself, or the one on which the posted form stood."""
    came = urlsplit(request.headers.get("Referer", ""))
    posted = request.method not in ("GET", "HEAD") and came.netloc == request.get_host()
    return came._replace(scheme="", netloc="").geturl() if posted else request.get_full_path()


def person_of(request: HttpRequest) -> Person | None:
    """The person who is asking, as the middleware found them."""
    found: Person | None = getattr(request, "person", None)
    return found


def asking(request: HttpRequest) -> Person:
    """The person who is asking; 404 where nobody is."""
    person = person_of(request)
    if person is None:
        raise Http404
    return person


def roles_of(person: Person) -> set[str]:
    """Codes of the roles the person has, wherever they have them."""
    return set(Role.objects.filter(person=person).values_list("code", flat=True))


def has_role(person: Person, *codes: str) -> bool:
    return Role.objects.filter(person=person, code__in=codes).exists()


def require_role(person: Person | None, *codes: str) -> Person:
    """``person`` when they have one of the roles; 404 otherwise."""
    if person is None or not has_role(person, *codes):
        raise Http404
    return person


def require_reach(person: Person | None, *codes: str) -> Reach:
    """How far these roles of the person reach; 404 for who has none of them."""
    reach = reach_of(person, *codes) if person is not None else Reach()
    if not reach:
        raise Http404
    return reach


def require_everywhere(person: Person | None, *codes: str) -> Person:
    """``person`` when one of these roles is held at the top, for all units; 404 otherwise."""
    if person is None or not reach_of(person, *codes).everywhere:
        raise Http404
    return person


def met_by(by: Person, pk: UUID, *codes: str) -> Person:
    """A person with a role somewhere below ``by``'s; 404 otherwise."""
    return _within(by, pk, require_reach(by, *codes).meets)


def covered_by(by: Person, pk: UUID, *codes: str) -> Person:
    """A person whose roles all lie below ``by``'s; 404 otherwise."""
    return _within(by, pk, require_reach(by, *codes).covers)


def _within(by: Person, pk: UUID, fits: Callable[[set[UUID]], bool]) -> Person:
    found = person_in(by.workplace, pk)
    if not fits(units_with_roles(found)):
        raise Http404
    return found


def may_set_absence(person: Person, whose: UUID) -> bool:
    """Everybody their own; HR and administrators that of those below them."""
    return person.pk == whose or reach_of(person, *STAFF_READERS).meets(units_with_roles(whose))


def roles_with_names(person: Person) -> QuerySet[Role]:
    """The person's roles, with unit and deputy ready to be named."""
    sealed_by = ("unit__workplace__key", "deputy__workplace__key")
    return Role.objects.filter(person=person).select_related(*sealed_by).order_by("pk")


def absences_of(person: Person) -> QuerySet[Absence]:
    """Periods away that are not over yet, the nearest first."""
    today = timezone.localdate(timezone=zone_of(person.workplace))
    return Absence.objects.filter(person=person, last_day__gte=today).order_by("first_day")


def person_in(workplace: Workplace, pk: UUID | str) -> Person:
    """A person of the workplace, active or not; 404 otherwise."""
    return _one(Person.objects.select_related("workplace__key"), workplace, pk)


def unit_in(workplace: Workplace, pk: UUID | str) -> Unit:
    """A unit of the workplace; 404 otherwise."""
    return _one(Unit.objects.select_related("workplace__key"), workplace, pk)


Row = TypeVar("Row", Person, Unit)


def _one(rows: QuerySet[Row], workplace: Workplace, pk: UUID | str) -> Row:
    try:
        found = rows.filter(workplace=workplace, pk=UUID(str(pk))).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found
