"""``vaern init --workplace``: whoever founds a workplace leaves somebody who can enter it."""

import re

import pytest
from conftest import Cast
from django.test import Client
from django.urls import reverse
from django_scopes import scope, scopes_disabled

from vaern.faces.cli.tests.conftest import Vaern
from vaern.ground.audit.actions import verify
from vaern.ground.audit.models import AuditRow
from vaern.ground.people import actions
from vaern.ground.people.models import Person, Role, Workplace

pytestmark = pytest.mark.django_db
ASKED = ("--workplace", "Byens Bibliotek", "--admin", "lis@bibliotek.example")


def workplace(name: str) -> Workplace:
    with scopes_disabled():
        return next(one for one in Workplace.objects.all() if one.name == name)


def test_the_printed_password_lets_the_administrator_in(vaern: Vaern, client: Client) -> None:
    done = vaern("init", *ASKED, "--cvr", "12 34 56 78", "--name", "Lis Krag")
    password = re.search(r"the password (\S+)", done.stderr)
    assert password
    data = {"login": "lis@bibliotek.example", "password": password[1]}
    client.post(reverse("account_login"), data)
    assert "Lis Krag" in client.get(reverse("people:me")).content.decode()
    assert workplace("Byens Bibliotek").cvr == "12345678"


def test_again_changes_nothing(vaern: Vaern) -> None:
    vaern("init", *ASKED)
    done = vaern("init", *ASKED)
    assert done.exit_code == 0
    assert "nothing was changed" in done.stderr
    with scopes_disabled():
        assert Person.objects.count() == 1


def test_an_address_in_use_leaves_no_workplace_behind(vaern: Vaern, cast: Cast) -> None:
    done = vaern("init", "--workplace", "Bageren", "--admin", "rikke.lund@havneby.example")
    assert done.exit_code == 1
    assert "is in use in another workplace" in done.stderr
    assert "Founded" not in done.stderr
    assert Workplace.objects.count() == 2


def test_a_workplace_nobody_could_enter_is_not_founded(vaern: Vaern) -> None:
    done = vaern("init", "--workplace", "Bageren")
    assert done.exit_code == 2
    assert "--admin E-MAIL" in done.stderr
    assert not Workplace.objects.exists()


def test_a_fault_half_way_leaves_nothing(vaern: Vaern, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(actions, "give_role", fail)
    assert isinstance(vaern("init", *ASKED).exception, RuntimeError)
    assert not Workplace.objects.exists()


def test_an_administrator_is_added_to_the_workplace_and_it_is_recorded(
    vaern: Vaern, cast: Cast
) -> None:
    done = vaern("init", "--workplace", "havneby kommune", "--admin", "Ny.Admin@havneby.example")
    assert "Sign in as ny.admin@havneby.example" in done.stderr
    person = Person.objects.get(email="ny.admin@havneby.example")
    assert Role.objects.get(person=person).unit == cast.top
    rows = AuditRow.objects.filter(subject=f"people.person:{person.pk}")
    assert "administrator.named_by_command" in rows.values_list("action", flat=True)
    assert verify(workplace=cast.workplace) is None


def test_somebody_who_is_there_gets_the_role_and_keeps_their_password(
    vaern: Vaern, cast: Cast
) -> None:
    done = vaern("init", "--workplace", "Havneby Kommune", "--admin", cast.henrik.email)
    assert "signs in as before" in done.stderr
    assert Role.objects.filter(person=cast.henrik, code="administrator").exists()


def test_somebody_who_has_left_is_not_let_in_again(vaern: Vaern, cast: Cast) -> None:
    with scope(workplace=cast.workplace):
        actions.close_person(person=cast.jonas, by=cast.karen)
    done = vaern("init", "--workplace", "Havneby Kommune", "--admin", cast.jonas.email)
    assert done.exit_code == 1
    assert "is closed" in done.stderr


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--admin", "a@b.dk"), "--workplace"),
        (("--cvr", "12345678"), "--workplace"),
        (("--workplace", " ", "--admin", "a@b.dk"), "--workplace"),
        (("--workplace", "B", "--admin", "ikke en adresse"), "not an e-mail address"),
        (("--workplace", "B", "--admin", "a@b.dk", "--cvr", "12"), "8 digits"),
        (("--workplace", "B", "--name", "Lis"), "--admin"),
    ],
)
def test_what_makes_no_sense_is_said_before_anything_is_made(
    vaern: Vaern, words: tuple[str, ...], named: str
) -> None:
    done = vaern("init", *words)
    assert done.exit_code == 2
    assert named in done.stderr
    assert "Database" not in done.stderr


def test_without_a_workplace_it_says_how_to_found_one(vaern: Vaern) -> None:
    assert "no workplace yet" in vaern("init").stderr
