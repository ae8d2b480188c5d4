"""Signing in by password, through allauth and HTTP."""

import pytest
from django.test import Client
from django.urls import reverse

from vaern.ground.audit.models import AuditRow
from vaern.ground.people import actions
from vaern.ground.people.models import Person

PASSWORD = "en lang sætning om havnen"


@pytest.fixture
def rikke(cast):
    cast.rikke.user.set_password(PASSWORD)
    cast.rikke.user.save()
    return cast.rikke


def sign_in(client: Client, email: str, password: str, **more: str):
    data = {"login": email, "password": password, **more}
    return client.post(reverse("account_login"), data)


def test_right_password_lets_in_whatever_the_case_of_the_address(client, rikke):
    assert sign_in(client, "Rikke.Lund@Havneby.example", PASSWORD).status_code == 302
    assert client.get(reverse("people:me")).context["person"] == rikke


def test_wrong_password_and_unknown_address_are_answered_alike(client, rikke):
    wrong = sign_in(client, rikke.email, "noget andet").content.decode()
    unknown = sign_in(client, "nobody@havneby.example", PASSWORD).content.decode()
    assert "passer ikke sammen" in wrong
    assert "passer ikke sammen" in unknown


def test_signing_in_leads_to_where_one_was_going(client, rikke):
    goal = reverse("people:absence")
    asked = client.get(goal)
    assert asked["Location"].startswith(reverse("account_login"))
    answer = sign_in(client, rikke.email, PASSWORD, next=goal)
    assert answer["Location"] == goal


def test_never_leads_to_another_site(client, rikke):
    answer = sign_in(client, rikke.email, PASSWORD, next="https://evil.example/")
    assert answer["Location"] == "/" or "evil" not in answer["Location"]


def test_the_page_is_danish_and_asks_for_both(client, db):
    page = client.get(reverse("account_login")).content.decode()
    assert "Adgangskode" in page
    assert "E-mailadresse" in page
    assert 'autocomplete="current-password"' in page
    assert "style=" not in page


def test_coming_and_going_is_recorded_on_the_workplace(client, rikke):
    sign_in(client, rikke.email, PASSWORD)
    client.post(reverse("account_logout"))
    rows = AuditRow.objects.filter(actor=str(rikke.pk)).order_by("seq")
    assert [row.action for row in rows] == ["person.signed_in", "person.signed_out"]
    assert rows[0].data == {"how": "password"}


def test_who_left_cannot_sign_in(client, rikke, cast):
    actions.close_person(person=rikke, by=cast.karen)
    answer = sign_in(client, rikke.email, PASSWORD)
    assert answer["Location"] == reverse("account_inactive")
    assert "lukket" in client.get(answer["Location"]).content.decode()
    assert "_auth_user_id" not in client.session


def test_who_is_closed_while_signed_in_is_signed_out(as_person, cast):
    client = as_person(cast.rikke)
    Person.objects.filter(pk=cast.rikke.pk).update(active=False)
    answer = client.get(reverse("people:me"))
    assert answer["Location"] == reverse("account_inactive")
    assert "_auth_user_id" not in client.session


def test_sessions_end_when_the_browser_closes_unless_asked(client, rikke):
    sign_in(client, rikke.email, PASSWORD)
    assert client.session.get_expire_at_browser_close()
    client.post(reverse("account_logout"))
    sign_in(client, rikke.email, PASSWORD, remember="on")
    assert not client.session.get_expire_at_browser_close()
