"""What everybody sees and sets about themselves."""

from datetime import date

import time_machine
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.test import Client
from django.urls import reverse

from vaern.ground.people import actions
from vaern.ground.people.models import Absence, Person
from vaern.ground.people.tests.test_limits import PASSWORD

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def sign_in(person: Person) -> Client:
    assert person.user
    person.user.set_password(PASSWORD)
    person.user.save()
    client = Client(headers={"user-agent": FIREFOX})
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return client


def test_the_page_names_roles_and_deputies(as_person, cast):
    actions.give_role(
        person=cast.mads, unit=cast.unit, code="manager", deputy=cast.jonas, by=cast.karen
    )
    page = as_person(cast.mads).get(reverse("people:me")).content.decode()
    for word in ("Mads Holm", "Leder", "Borgerservice", "Jonas Bæk"):
        assert word in page


def test_signed_out_is_asked_to_sign_in_and_comes_back(client, db):
    answer = client.get(reverse("people:me"))
    assert answer["Location"] == f"{reverse('account_login')}?next=/konto/"


@time_machine.travel("2026-11-23 09:00:00+00:00")
def test_absence_is_written_in_twice_and_kept_once_and_taken_away(as_person, cast):
    client, data = as_person(cast.mads), {"first_day": "2026-11-24", "last_day": "2026-11-26"}
    for _ in range(2):
        client.post(reverse("people:absence"), data)
    absence = Absence.objects.get(person=cast.mads)
    assert (absence.first_day, absence.last_day) == (date(2026, 11, 24), date(2026, 11, 26))
    assert "24. november 2026" in client.get(reverse("people:me")).content.decode()
    client.post(reverse("people:end_absence", args=[absence.pk]))
    assert not Absence.objects.exists()


def test_absence_that_ends_before_it_begins_is_refused(as_person, cast):
    data = {"first_day": "2026-11-26", "last_day": "2026-11-24"}
    page = as_person(cast.mads).post(reverse("people:absence"), data).content.decode()
    assert "kan ikke ligge før" in page
    assert not Absence.objects.exists()


def test_nobody_takes_away_a_colleagues_absence(as_person, cast):
    absence = actions.set_absence(
        person=cast.mads, first_day=date(2026, 11, 24), last_day=date(2026, 11, 26), by=cast.mads
    )
    for person in (cast.rikke, cast.olga):
        address = reverse("people:end_absence", args=[absence.pk])
        assert as_person(person).post(address).status_code == 404
    assert Absence.objects.exists()


def test_the_language_is_kept_for_pages_and_letters(as_person, cast):
    client = as_person(cast.rikke)
    client.post(reverse("people:language"), {"language": "en"})
    assert Person.objects.get(pk=cast.rikke.pk).language == "en"
    assert 'lang="en"' in client.get(reverse("people:me")).content.decode()


def test_sessions_show_the_browser_and_keep_no_address(cast):
    client = sign_in(cast.rikke)
    page = client.get(reverse("usersessions_list")).content.decode()
    assert "Firefox, Linux" in page
    session = UserSession.objects.get()
    assert session.ip.strip("0.") == ""
    assert session.user_agent == "Firefox, Linux"


def test_all_others_are_signed_out_by_one_press(cast):
    here, elsewhere = sign_in(cast.rikke), sign_in(cast.rikke)
    here = sign_in(cast.rikke)
    here.post(reverse("usersessions_list"))
    assert here.get(reverse("people:me")).status_code == 200
    assert elsewhere.get(reverse("people:me")).status_code == 302
    assert UserSession.objects.count() == 1


def twice(person: Person) -> tuple[Client, Client]:
    """Signed in from two browsers, with one password."""
    one, two = sign_in(person), Client(headers={"user-agent": FIREFOX})
    two.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return one, two


def test_a_place_holds_no_key_and_says_which_is_here(cast):
    here, _elsewhere = twice(cast.rikke)
    keys = {here.cookies[settings.SESSION_COOKIE_NAME].value}
    assert keys.isdisjoint(UserSession.objects.values_list("session_key", flat=True))
    page = here.get(reverse("usersessions_list")).content.decode()
    assert page.count("Firefox, Linux") == 2
    assert page.count(">Her</span>") == 1


def test_a_place_that_is_ended_is_signed_out(cast):
    client = sign_in(cast.rikke)
    UserSession.objects.get().end()
    assert client.get(reverse("people:me")).status_code == 302


def test_a_new_password_ends_the_other_places(cast):
    here, elsewhere = twice(cast.rikke)
    new = "Et andet langt kodeord 7"
    here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert elsewhere.get(reverse("people:me")).status_code == 302
    page = here.get(reverse("usersessions_list")).content.decode()
    assert page.count("Firefox, Linux") == 1
    assert ">Her</span>" in page
