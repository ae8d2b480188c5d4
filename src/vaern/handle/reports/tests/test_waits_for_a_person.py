"""Received post the engine is not sure about waits for HR, on top of the list."""

from io import BytesIO

from django.urls import reverse
from django_q.models import OrmQ

from vaern.handle.reports.intake import WHY_UNSURE
from vaern.handle.reports.jobs import take_in
from vaern.handle.reports.models import Report, Status
from vaern.handle.reports.tests.test_intake import considered, mail, upload
from vaern.handle.triage.jobs import consider
from vaern.handle.triage.words import why


def german() -> BytesIO:
    head = b"From: x@post.example\nTo: rikke.lund@havneby.example\nSubject: Brief\n"
    head += b"Date: Mon, 9 Nov 2026 10:00:00 +0100\n\n"
    file = BytesIO(head + b"Ich weiss, wo du wohnst, und ich werde dich und deine Kinder holen.")
    file.name = "brief.eml"
    return file


def test_what_the_engine_is_not_sure_of_stands_on_top_until_hr_has_looked(cast, as_person):
    henrik, url = as_person(cast.henrik), reverse("inbox:list")
    report = considered(henrik, german())
    OrmQ.objects.all().delete()
    upload(henrik, mail("vred-klage"))
    take_in(OrmQ.objects.get().task["args"][0])
    consider(str(Report.objects.latest("created_at").pk))
    answer = henrik.get(url)
    page = answer.content.decode()
    assert [row.pk == report.pk for row in answer.context["rows"]] == [True, False]
    assert "1 besked venter på, at du ser på den." in page
    assert "Venter på, at et menneske ser på den" in page
    assert answer.context["rows"][0].suggestion.startswith("Værn er ikke sikker: sproget")
    henrik.post(reverse("inbox:leave", args=[report.pk]))
    assert "enter på, at" not in henrik.get(url).content.decode()


def test_every_doubt_of_the_engine_has_words():
    codes = {"empty", "short", "language", "too_long", "guarded", "near"}
    for code in codes:
        assert why(code)
        assert code in WHY_UNSURE


def test_hr_opens_a_case_for_what_waits(cast, as_person):
    report = considered(as_person(cast.henrik), german())
    as_person(cast.henrik).post(reverse("inbox:open_case", args=[report.pk]))
    assert Report.objects.get().status == Status.JUDGED
