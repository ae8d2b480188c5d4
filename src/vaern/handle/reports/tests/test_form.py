"""The report form through HTTP, screen by screen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_q.models import OrmQ

from vaern.ground.lib.ids import new_id
from vaern.ground.notify.models import Notice
from vaern.handle.evidence.models import Item
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.reports.tests.filling import SCREENS, begin, fill, fill_all, report_via_form


def test_rikke_reports_in_six_screens(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    report = Report.objects.get(pk=pk)
    assert (report.status, report.affected, report.unit) == (Status.RECEIVED, cast.rikke, cast.unit)
    assert report.text == "Han skrev igen i aftes."
    assert report.sender == "+45 12 34 56 78"
    assert {name: report.answers[name] for name in ("kinds", "channel", "target", "relation")} == {
        "kinds": ["threat"],
        "channel": "sms",
        "target": "employee",
        "relation": "citizen",
    }
    assert report.answers["work_connection"] is True
    assert Item.objects.get().text == "Jeg ved, hvor du bor."


def test_every_screen_has_a_way_back_with_the_answers_kept(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    for slug in list(SCREENS)[:-1]:
        fill(rikke, pk, slug)
    for slug, kept in [("hvad", "Han skrev igen"), ("hvor", "21:14"), ("hvem", "12 34 56 78")]:
        page = rikke.get(reverse("reports:step", args=[pk, slug])).content.decode()
        assert kept in page
        assert "Tilbage" in page


def test_danger_gets_the_numbers_first_and_the_report_after(cast, as_person):
    rikke = as_person(cast.rikke)
    answer = rikke.post(reverse("reports:start"), {"danger": "yes", "via": "self"}, follow=True)
    page = answer.content.decode()
    assert all(number in page for number in ("tel:112", "tel:114", "55 55 01 12"))
    assert answer.context["next_url"].endswith("/hvad/")


def test_sending_twice_gives_the_same_receipt_and_one_report(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    first = fill_all(rikke, pk).headers["Location"]
    assert fill(rikke, pk, "send").headers["Location"] == first
    assert Report.objects.count() == 1
    assert OrmQ.objects.count() == 1


def test_double_click_on_the_first_screen_starts_one_draft(cast, as_person):
    rikke, draft = as_person(cast.rikke), str(new_id())
    assert begin(rikke, draft=draft) == begin(rikke, draft=draft)
    assert Report.objects.count() == 1


def test_signed_out_is_asked_to_sign_in_and_comes_back(client, cast):
    url = reverse("reports:start")
    answer = client.get(url)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{reverse('account_login')}?next={url}"


def test_lost_session_loses_nothing(cast, as_person):
    pk = begin(as_person(cast.rikke))
    fill(as_person(cast.rikke), pk, "hvad")
    again = as_person(cast.rikke)  # another device, a new session
    assert "Gå videre" in again.get(reverse("reports:start")).content.decode()
    answer = again.get(reverse("reports:resume", args=[pk]))
    assert answer.headers["Location"].endswith(f"{pk}/hvor/")


def test_draft_can_be_thrown_away_twice(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    for _ in range(2):
        answer = rikke.post(reverse("reports:throw_away", args=[pk]))
        assert answer.headers["Location"] == reverse("reports:start")
    assert not Report.objects.exists()


@pytest.mark.parametrize("who", ["mads", "amina", "henrik", "karen", "olga"])
def test_nobody_else_sees_the_draft(cast, as_person, who):
    pk = begin(as_person(cast.rikke))
    other = as_person(getattr(cast, who))
    for slug in ("fare", *SCREENS):
        assert other.get(reverse("reports:step", args=[pk, slug])).status_code == 404
    assert fill(other, pk, "hvad").status_code == 404
    assert other.get(reverse("reports:report", args=[pk])).status_code == 404


def test_own_words_alone_are_enough(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    fill(rikke, pk, "hvad", kinds=[], text="Det føltes forkert.")
    assert Report.objects.get().answers["kinds"] == ["unsure"]
    assert fill(rikke, pk, "hvad", kinds=[], text="").status_code == 200


def test_nothing_is_sent_before_the_needed_is_answered(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    fill(rikke, pk, "hvad")
    assert fill(rikke, pk, "send").headers["Location"].endswith("/hvor/")
    assert Report.objects.get().status == Status.DRAFT


def test_corrected_working_time_wins(cast, as_person):
    rikke = as_person(cast.rikke)
    report_via_form(rikke, hvor={"clock": "03:00"}, send={"working_time": "inside"})
    assert Report.objects.get().answers["working_time"] == "inside"


def test_on_behalf_of_a_colleague_who_is_told_and_sees_it(cast, as_person):
    pk = report_via_form(as_person(cast.jonas), {"via": Via.COLLEAGUE}, hvem={"colleague": "rikke"})
    assert Report.objects.get().affected == cast.rikke
    assert Notice.objects.get().person == cast.rikke
    page = as_person(cast.rikke).get(reverse("reports:report", args=[pk]))
    assert "Jonas Bæk" in page.content.decode()


@pytest.mark.parametrize("name", ["", "Findes Ikke", "Rik", "h"])
def test_colleague_must_be_one_we_know(cast, as_person, name):
    jonas = as_person(cast.jonas)
    pk = begin(jonas, via=Via.COLLEAGUE)
    assert fill(jonas, pk, "hvem", colleague=name).status_code == 200
    assert Report.objects.get().affected is None


def test_desk_takes_a_letter_for_the_whole_workplace(cast, as_person):
    who = {"target": "workplace", "colleague": ""}
    report_via_form(as_person(cast.jonas), {"via": Via.DESK}, hvor={"channel": "letter"}, hvem=who)
    report = Report.objects.get()
    assert (report.via, report.affected) == (Via.DESK, None)
    assert report.answers["target"] == "workplace"


def test_colleague_as_sender_is_kept_by_id_and_pointed_to_the_other_procedure(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    for slug in ("hvad", "hvor"):
        fill(rikke, pk, slug)
    fill(rikke, pk, "hvem", relation="manager", insider="Mads Holm")
    assert Report.objects.get().answers["internal_person"] == str(cast.mads.pk)
    page = rikke.get(reverse("reports:step", args=[pk, "send"])).content.decode()
    assert "Når det er en kollega eller leder" in page


def test_leader_who_reports_is_a_leader(cast, as_person):
    report_via_form(as_person(cast.mads))
    assert Report.objects.get().answers["target"] == "leader"


def test_each_screen_is_one_transaction(cast, as_person):
    rikke, pk = as_person(cast.rikke), None
    for slug in ("", *SCREENS):
        with CaptureQueriesContext(connection) as queries:
            pk = begin(rikke) if pk is None else pk
            if slug:
                fill(rikke, pk, slug)
        begun = [sql for sql in queries.captured_queries if sql["sql"].startswith("SAVEPOINT")]
        assert len(begun) == 1, slug
