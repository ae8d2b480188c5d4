"""What the reporter and the affected person meet, and what stays with those who handle the case."""

from io import BytesIO

import pytest
from conftest import Cast
from django.urls import reverse

from vaern.ground.lib.ids import new_id
from vaern.ground.notify.models import Notice
from vaern.ground.people.models import Person
from vaern.handle.cases import speaking
from vaern.handle.cases.actions import add_note, close, complete, join, keep_out, open_case
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.tests.samples import sample
from vaern.handle.inbox.actions import receive
from vaern.handle.reports import actions
from vaern.handle.reports.attaching import File
from vaern.handle.reports.jobs import take_in
from vaern.handle.reports.models import Report, ShutOut, Via
from vaern.handle.reports.tests.telling import draft_by

INTERNAL = "Intern vurdering"


def page_of(report: Report) -> str:
    return reverse("reports:report", args=[report.pk])


def for_a_colleague(cast: Cast) -> tuple[Report, Case]:
    report = told(cast, author=cast.jonas, affected=cast.rikke)
    return report, open_case(report=report)


def add(client, report: Report, text: str, file: bytes = b"") -> None:
    more: dict[str, object] = {"text": text, "once": str(new_id())}
    if file:
        upload = BytesIO(file)
        upload.name = "a.txt"
        more["evidence"] = upload
    assert client.post(reverse("reports:add", args=[report.pk]), more).status_code == 303


def opens(client, report: Report, item: Item) -> bool:
    answer = client.post(reverse("reports:see", args=[report.pk, item.pk]))
    assert answer.status_code in (200, 404)
    return bool(answer.status_code == 200)


@pytest.mark.parametrize("who", ["jonas", "rikke"])
def test_what_handlers_put_in_stays_with_the_handlers(cast: Cast, as_person, who: str) -> None:
    report, case = for_a_colleague(cast)
    speaking.add_evidence(case=case, by=cast.henrik, files=[File("n.txt", INTERNAL.encode())])
    client, item = as_person(getattr(cast, who)), Item.objects.get()
    assert str(item.pk) not in text_of(client, page_of(report))
    assert not opens(client, report, item)


def test_a_handler_who_reported_adds_nothing_for_the_affected(cast: Cast, as_person) -> None:
    report = told(cast, author=cast.henrik, affected=cast.rikke)
    case = open_case(report=report)
    speaking.add_evidence(case=case, by=cast.henrik, files=[File("n.txt", INTERNAL.encode())])
    assert not opens(as_person(cast.rikke), report, Item.objects.get())


def test_what_came_with_the_report_is_open_to_both(cast: Cast, as_person) -> None:
    report = draft_by(cast.jonas, Via.COLLEAGUE, affected=cast.rikke)
    item = actions.attach(report=report, by=cast.jonas, name="sms.txt", data=b"Jeg kommer.")
    actions.send(report=report, by=cast.jonas)
    assert opens(as_person(cast.jonas), report, item)
    assert opens(as_person(cast.rikke), report, item)


def test_what_came_with_a_message_is_open_to_who_was_hit(cast: Cast, as_person) -> None:
    data = sample("nedgoerende-videresendt")
    got = receive(workplace=cast.workplace, name="m.eml", data=data, by=cast.henrik)
    assert got.message is not None
    take_in(str(got.message.pk))
    report = Report.objects.get()
    case = open_case(report=report)
    came = list(Item.objects.all())
    speaking.add_evidence(case=case, by=cast.henrik, files=[File("n.txt", INTERNAL.encode())])
    rikke = as_person(cast.rikke)
    assert len(came) > 1
    assert all(opens(rikke, report, item) for item in came)
    assert not opens(rikke, report, Item.objects.exclude(pk__in=[one.pk for one in came]).get())


@pytest.mark.parametrize(("teller", "other"), [("rikke", "jonas"), ("jonas", "rikke")])
def test_each_tells_more_to_those_who_help_only(
    cast: Cast, as_person, teller: str, other: str
) -> None:
    report, case = for_a_colleague(cast)
    add(as_person(getattr(cast, teller)), report, "Jeg er sygemeldt.", b"Privat.")
    own, theirs = as_person(getattr(cast, teller)), as_person(getattr(cast, other))
    item = Item.objects.get()
    for address in (page_of(report), at("case", case)):
        assert "sygemeldt" in text_of(own, address)
        assert "sygemeldt" not in text_of(theirs, address)
    assert opens(own, report, item)
    assert not opens(theirs, report, item)
    words = as_person(cast.henrik).post(at("words", case, report=report.pk)).content.decode()
    assert "sygemeldt" in words


def test_the_form_says_who_will_see_it(cast: Cast, as_person) -> None:
    report, _case = for_a_colleague(cast)
    assert "Kun de, der hjælper dig, ser det." in text_of(as_person(cast.rikke), page_of(report))
    assert "Kun de, der tager sig af det, ser det." in text_of(
        as_person(cast.jonas), page_of(report)
    )


def shut(cast: Cast, report: Report, who: Person, as_person) -> None:
    """The report is closed for ``who`` in every way there is."""
    client = as_person(who)
    more = {"text": "Hvad sker der?", "once": str(new_id())}
    for name in ("reports:report", "cases:receipt"):
        assert client.get(reverse(name, args=[report.pk])).status_code == 404
    assert client.get(reverse("reports:step", args=[report.pk, "hvad"])).status_code == 404
    assert client.post(reverse("reports:add", args=[report.pk]), more).status_code == 404
    assert client.get(reverse("reports:mine")).context["rows"] == []
    assert not Notice.objects.filter(person=who, path__contains=str(report.pk)).exists()


def test_who_is_kept_out_of_the_case_is_kept_out_of_the_report(cast: Cast, as_person) -> None:
    report, case = for_a_colleague(cast)
    actions.tell_reporter(report=report, by=cast.henrik, text="Vi ser på det.")
    keep_out(case=case, person=cast.jonas, why="named", by=cast.henrik)
    actions.tell_reporter(report=report, by=cast.henrik, text="Vi har meldt det til politiet.")
    close(case=case, outcome="stopped", word="Slut.", reason="Aftalt", by=cast.henrik)
    shut(cast, report, cast.jonas, as_person)
    assert "politiet" in text_of(as_person(cast.rikke), page_of(report))


def test_kept_out_of_one_of_two_joined_is_kept_out_of_both_reports(cast: Cast, as_person) -> None:
    mine = told(cast, author=cast.jonas, affected=cast.rikke)
    first, second = open_case(report=told(cast)), open_case(report=mine)
    keep_out(case=first, person=cast.jonas, why="conflict", by=cast.henrik)
    join(case=second, into=first, by=cast.henrik)
    shut(cast, mine, cast.jonas, as_person)


def test_who_is_named_is_kept_out_of_the_report_from_the_start(cast: Cast) -> None:
    answers = {"kinds": ["threat"], "relation": "manager", "internal_person": str(cast.mads.pk)}
    report = told(cast, answers)
    open_case(report=report)
    assert ShutOut.objects.get().person == cast.mads


def test_a_closed_case_shows_on_the_report_with_what_came_of_it(cast: Cast, as_person) -> None:
    report, case = for_a_colleague(cast)
    close(case=case, outcome="stopped", word="Han er stoppet.", reason="Aftalt", by=cast.henrik)
    for address in (page_of(report), reverse("reports:mine")):
        page = text_of(as_person(cast.rikke), address)
        assert "Afsluttet" in page
        assert "Sagen er afsluttet: Chikanen er stoppet." in page
        assert "Nogen arbejder på sagen" not in page


@pytest.mark.parametrize("who", ["jonas", "rikke"])
def test_private_steps_and_notes_are_for_the_handlers(cast: Cast, as_person, who: str) -> None:
    report, case = for_a_colleague(cast)
    step = case.tasks.filter(for_affected=False).first()
    assert step is not None
    add_note(case=case, by=cast.henrik, text="Et internt notat.")
    add_note(case=case, by=cast.henrik, text="En intern kommentar.", task=step)
    complete(task=step, result="Et internt resultat.", by=cast.henrik)
    client = as_person(getattr(cast, who))
    for address in (at("case", case), reverse("cases:receipt", args=[report.pk]), page_of(report)):
        page = text_of(client, address)
        assert step.text["title"]["da"] not in page
        assert "intern" not in page.lower()
    for task in case.tasks.all():
        assert client.get(reverse("cases:task", args=[task.pk])).status_code == 404
