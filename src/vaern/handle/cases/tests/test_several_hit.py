"""Two people in one case: each reads what is about themselves, from both cases, and no more."""

from conftest import Cast

from vaern.handle.cases import access
from vaern.handle.cases.actions import complete, join, let_in, open_case, record_contact
from vaern.handle.cases.models import Case, Contact
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of

NUMBER = "0100-70111-00042-26"


def joined(cast: Cast) -> Case:
    """Rikke's case, with that of Jonas joined into it."""
    hers, his = open_case(report=told(cast)), open_case(report=told(cast, author=cast.jonas))
    join(case=his, into=hers, by=cast.henrik)
    hers.refresh_from_db()
    return hers


def number(case: Case, client, **more: str) -> Contact:
    step = more.pop("step", "")
    given = {"kind": "police", "reference": NUMBER, "filed_by": "Jonas Bæk", **more}
    address = at("contact", case) + (f"?skridt={step}" if step else "")
    assert client.post(address, given).status_code == 302
    return Contact.objects.get()


def test_a_number_on_the_step_of_one_is_for_that_one_alone(cast: Cast, as_person) -> None:
    case = joined(cast)
    step = case.tasks.get(step="police", person=cast.jonas)
    assert number(case, as_person(cast.henrik), step=str(step.pk)).person == cast.jonas
    his, hers = (text_of(as_person(one), at("case", case)) for one in (cast.jonas, cast.rikke))
    assert NUMBER in his
    assert "Erstatning fra staten" not in his
    assert "søge erstatning fra staten" not in his
    assert NUMBER not in hers
    assert "søge erstatning fra staten" in hers
    assert f"Politiet (Jonas Bæk)</strong> · Journalnummer {NUMBER}" in text_of(
        as_person(cast.henrik), at("case", case)
    )


def test_without_a_step_the_handler_says_whom_it_is_about(cast: Cast, as_person) -> None:
    case, henrik = joined(cast), as_person(cast.henrik)
    assert "Hvem gælder det?" in text_of(henrik, at("contact", case))
    number(case, henrik, about=str(cast.jonas.pk))
    assert case.tasks.get(step="police", person=cast.jonas).state == "done"
    assert case.tasks.get(step="police", person=cast.rikke).state == "open"
    assert NUMBER in text_of(as_person(cast.jonas), at("case", case))


def test_a_number_that_may_be_about_either_is_for_the_handlers(cast: Cast, as_person) -> None:
    case = joined(cast)
    assert number(case, as_person(cast.henrik)).person is None
    for one in (cast.rikke, cast.jonas):
        assert NUMBER not in text_of(as_person(one), at("case", case))
    assert NUMBER in text_of(as_person(cast.henrik), at("case", case))


def test_the_same_number_may_be_about_both(cast: Cast) -> None:
    case = joined(cast)
    for one in (cast.rikke, cast.jonas):
        for _twice in range(2):
            record_contact(
                case=case, kind="police", reference=NUMBER, who="", about=one, by=cast.henrik
            )
    assert Contact.objects.count() == 2
    assert not case.tasks.filter(step="police", state="open").exists()


def test_where_it_hit_one_nothing_more_is_asked(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    assert "Hvem gælder det?" not in text_of(as_person(cast.henrik), at("contact", case))
    assert number(case, as_person(cast.henrik)).person == cast.rikke


def test_an_older_number_stays_hers_when_another_comes_in(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    number(case, as_person(cast.henrik))
    Contact.objects.update(person=None)
    assert NUMBER in text_of(as_person(cast.rikke), at("case", case))
    let_in(case=case, person=cast.jonas, part="affected", why="affected", by=cast.henrik)
    assert NUMBER in text_of(as_person(cast.rikke), at("case", case))
    assert NUMBER not in text_of(as_person(cast.jonas), at("case", case))


def test_joining_takes_nothing_from_the_one_whose_case_it_was(cast: Cast, as_person) -> None:
    hers, his = open_case(report=told(cast)), open_case(report=told(cast, author=cast.jonas))
    complete(task=his.tasks.get(step="take_over"), result="Ro på.", by=cast.mads)
    number(his, as_person(cast.henrik))
    Contact.objects.update(person=None)
    join(case=his, into=hers, by=cast.henrik)
    page = text_of(as_person(cast.jonas), at("case", hers))
    assert NUMBER in page
    assert "Det er gjort" in page
    assert "Vi taler med dig" in page.split("Det er gjort")[1]
    view = access.view_for(cast.jonas, hers.pk)
    codes = {event.code for event in access.events_of(view)}
    assert {"task.done", "contact.recorded", "case.took_in"} <= codes
    assert NUMBER not in text_of(as_person(cast.rikke), at("case", hers))


def test_nobody_reads_what_happened_to_another(cast: Cast) -> None:
    case = joined(cast)
    for task in case.tasks.filter(step="take_over"):
        complete(task=task, result="Ro på.", by=cast.mads)
    for one, other in ((cast.rikke, cast.jonas), (cast.jonas, cast.rikke)):
        events = access.events_of(access.view_for(one, case.pk))
        done = case.tasks.get(step="take_over", person=one)
        told_of = [event.data for event in events]
        assert [d["task"] for d in told_of if d.get("task") and d["task"] == str(done.pk)]
        assert str(other.pk) not in {d.get("person") for d in told_of}
        theirs = str(case.tasks.get(step="take_over", person=other).pk)
        assert theirs not in {d.get("task") for d in told_of}
