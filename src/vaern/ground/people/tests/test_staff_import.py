"""A staff list from a file: looked through first, then all of it or nothing."""

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from vaern.ground.audit.models import AuditRow
from vaern.ground.people import actions
from vaern.ground.people.models import Person, Role, RoleCode, Unit
from vaern.ground.people.staff_file import template
from vaern.ground.people.staff_words import role_words
from vaern.ground.queue.drain import drain

HEAD = "Navn;E-mail;Afdeling;Rolle;Stedfortræder\n"


@pytest.fixture
def karen(cast, as_person):
    return as_person(cast.karen)


def choose(client, text: str | bytes):
    data = text if isinstance(text, bytes) else (HEAD + text).encode()
    file = SimpleUploadedFile("medarbejdere.csv", data)
    return client.post(reverse("people:import"), {"file": file}, follow=True)


def confirm(client, **more: str):
    return client.post(reverse("people:import_preview"), more, follow=True)


def test_nothing_is_kept_before_it_is_confirmed(karen, cast):
    page = choose(karen, "Nanna Friis;nanna@havneby.example;Skolen;Leder;\n").content.decode()
    assert "Nanna Friis" in page
    assert "Afdelingen “Skolen” bliver oprettet" in page
    assert not Person.objects.filter(email="nanna@havneby.example").exists()
    confirm(karen)
    role = Role.objects.get(person__email="nanna@havneby.example")
    assert (role.code, role.unit.name, role.unit.parent) == ("manager", "Skolen", cast.top)


def test_our_own_example_can_be_imported_twice(karen, cast):
    for _ in range(2):
        choose(karen, template())
        confirm(karen)
    assert Person.objects.filter(workplace=cast.workplace).count() == 7
    assert Unit.objects.count() == 4
    mads = Role.objects.get(person=cast.mads, code="manager")
    assert mads.deputy == cast.rikke


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (";nanna@havneby.example;;;", "Navnet mangler."),
        ("Nanna;nanna(at)havneby;;;", "“nanna(at)havneby” er ikke en e-mailadresse."),
        ("Nanna;;;Kaptajn;", "Vi kender ikke rollen “Kaptajn”."),
        ("Nanna;olga.vind@dyreklinik.example;;;", "er i brug"),
        ("Nanna;n@havneby.example;;;hvem@havneby.example", "findes ikke"),
        ("Nanna;n@havneby.example;;;n@havneby.example", "for sig selv"),
        ("Bo;b@havneby.example;;;\nIb;b@havneby.example;;;", "Står også på linje 2."),
        ("Bo;;;;\nBo;;;;", "Står også på linje 2."),
        ("Bo;b@havneby.example;Skolen", "ikke lige så mange felter"),
        ("Bo;b@havneby.example;Skolen;;;mere", "ikke lige så mange felter"),
        ("B" * 201 + ";;;;", "Navnet er for langt"),
        (f"Bo;{'b' * 250}@havneby.example;;;", "E-mailadressen er for lang"),
        (f"Bo;;{'S' * 121};;", "Afdelingens navn er for langt"),
    ],
)
def test_each_fault_is_said_at_its_line_and_stops_it_all(karen, cast, line, words):
    page = choose(karen, f"{line}\nAsger Bo;asger@havneby.example;Helt ny;;\n").content.decode()
    assert words in page
    assert "Intet kan hentes endnu" in page
    confirm(karen)
    assert not Person.objects.filter(email="asger@havneby.example").exists()
    assert not any(unit.name == "Helt ny" for unit in Unit.objects.all())


def test_a_telephone_number_must_be_one(karen, cast):
    head = b"Navn;E-mail;Telefon\n"
    page = choose(karen, head + b"Bo;bo@havneby.example;ring bare\n").content.decode()
    assert "“ring bare” er ikke et telefonnummer" in page
    confirm(karen)
    assert not Person.objects.filter(email="bo@havneby.example").exists()
    choose(karen, head + b"Bo;bo@havneby.example;+45 55 55 01 10\n")
    confirm(karen)
    assert Person.objects.get(email="bo@havneby.example").phone == "+45 55 55 01 10"


def test_units_of_the_same_name_need_the_whole_way(karen, cast):
    for parent in (cast.top, cast.unit):
        actions.add_unit(workplace=cast.workplace, name="Drift", parent=parent, by=cast.karen)
    assert "Flere afdelinger hedder" in choose(karen, "Bo;;Drift;;\n").content.decode()
    choose(karen, "Bo;;Borgerservice > Drift;;\n")
    confirm(karen)
    assert Role.objects.get(unit__parent=cast.unit).code == "employee"


@pytest.mark.parametrize("where", ["Drift", "Borgerservice > drift", "Borgerservice > Drift > Ny"])
def test_nobody_is_put_in_one_of_two_units_that_cannot_be_told_apart(karen, cast, where):
    for _ in range(2):
        Unit.objects.create(workplace=cast.workplace, name="Drift", parent=cast.unit)
    page = choose(karen, f"Bo;bo@havneby.example;{where};;\n").content.decode()
    assert "hører under den samme" in page
    confirm(karen)
    assert not Person.objects.filter(email="bo@havneby.example").exists()


def test_who_is_here_already_is_changed_and_keeps_roles_and_deputy(karen, cast):
    actions.give_role(
        person=cast.mads, unit=cast.unit, code="manager", deputy=cast.jonas, by=cast.karen
    )
    choose(karen, "Mads Holm-Lund;mads.holm@havneby.example;Borgerservice;Leder, AMR;\n")
    confirm(karen)
    assert Person.objects.get(pk=cast.mads.pk).name == "Mads Holm-Lund"
    roles = {role.code: role.deputy for role in Role.objects.filter(person=cast.mads)}
    assert roles == {"manager": cast.jonas, "amr": None}


def test_the_deputy_may_stand_further_down(karen, cast):
    lines = "Bo;bo@havneby.example;;Leder;ib@havneby.example\nIb;ib@havneby.example;;;\n"
    choose(karen, lines)
    confirm(karen)
    role = Role.objects.get(person__email="bo@havneby.example")
    assert str(role.deputy) == "Ib"


def test_confirming_twice_imports_once(karen, cast):
    choose(karen, "Bo;bo@havneby.example;;;\n")
    confirm(karen)
    confirm(karen)
    assert AuditRow.objects.filter(action="staff.imported").count() == 1


def test_what_changed_meanwhile_stops_the_import(karen, cast):
    choose(karen, "Bo;bo@havneby.example;;;sara@havneby.example\nSara;sara@havneby.example;;;\n")
    actions.add_person(workplace=cast.workplace, name="X", email="", by=None)
    cast.olga.user.email = "bo@havneby.example"
    cast.olga.user.save()
    assert "Intet er hentet" in confirm(karen).content.decode()
    assert not Person.objects.filter(email="sara@havneby.example").exists()


def test_the_waiting_list_is_sealed_and_not_in_the_page(karen, cast):
    page = choose(karen, "Bo Vestergaard;bo@havneby.example;;;\n").content.decode()
    assert 'type="hidden" name="rows"' not in page
    stored = "".join(session.session_data for session in Session.objects.all())
    assert "Vestergaard" not in stored


def test_only_new_people_are_welcomed(karen, cast):
    choose(karen, "Bo;bo@havneby.example;;;\nMads Holm;mads.holm@havneby.example;;;\nIb;;;;\n")
    confirm(karen, welcome="1")
    drain()
    assert [message.to for message in mail.outbox] == [["bo@havneby.example"]]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Navn;CPR\nBo;1\n", "Vi kender ikke disse kolonner: CPR."),
        ("Navn;Navn\nBo;Bo\n", "mere end én gang: Navn."),
        ('Navn;Rolle\nBo;"Leder\n', "Linje 2 kan ikke læses."),
    ],
)
def test_what_is_wrong_with_the_columns_is_said(karen, cast, data, words):
    assert words in choose(karen, data.encode()).content.decode()


def test_namesakes_are_told_apart_by_their_address(karen, cast):
    choose(karen, "Bo Friis;bo1@havneby.example;;;\nBo Friis;bo2@havneby.example;;;\n")
    confirm(karen)
    choose(karen, "Bo Friis;bo2@havneby.example;;Leder;\n")
    confirm(karen)
    assert sum(one.name == "Bo Friis" for one in Person.objects.all()) == 2
    assert Role.objects.get(code="manager", unit=cast.top).person.email == "bo2@havneby.example"


def test_a_namesake_without_an_address_is_pointed_out(karen, cast):
    actions.add_person(workplace=cast.workplace, name="Bo Friis", by=None)
    page = choose(karen, "Bo Friis;bo@havneby.example;;;\n").content.decode()
    assert "allerede en med det navn uden e-mailadresse" in page


def test_who_moved_is_told_of_and_moved(karen, cast):
    actions.give_role(person=cast.rikke, unit=cast.unit, code="amr", by=None)
    page = choose(karen, "Rikke Lund;rikke.lund@havneby.example;Skolen;Medarbejder;\n")
    words = page.content.decode()
    assert "Flytter fra Borgerservice." in words
    assert "Andre roller er beholdt: Arbejdsmiljørepræsentant, Borgerservice." in words
    confirm(karen)
    held = {(role.code, role.unit.name) for role in Role.objects.filter(person=cast.rikke)}
    assert held == {("employee", "Skolen"), ("amr", "Borgerservice")}
    assert AuditRow.objects.filter(action="role.taken").count() == 1


def test_a_list_without_units_moves_nobody(karen, cast):
    choose(karen, b"Navn;E-mail;Rolle\nRikke Lund;rikke.lund@havneby.example;Medarbejder\n")
    confirm(karen)
    assert Role.objects.get(person=cast.rikke).unit == cast.unit


@pytest.mark.parametrize("data", [b"", b"Hvem\nRikke\n", b"Navn\n" + b"x" * (2 * 1024 * 1024)])
def test_a_file_that_is_no_list_is_refused_in_words(karen, cast, data):
    page = choose(karen, data).content.decode()
    assert "error-summary" in page


def test_the_example_is_for_administrators(karen, cast, as_person):
    answer = karen.get(reverse("people:import_template"))
    assert "attachment" in answer["Content-Disposition"]
    assert as_person(cast.henrik).get(reverse("people:import_template")).status_code == 404


def test_roles_are_known_by_their_names_in_both_languages():
    words = role_words()
    for language in ("da", "en"):
        with override(language):
            assert {words[str(code.label).casefold()] for code in RoleCode} == set(RoleCode)
