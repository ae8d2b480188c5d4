"""A draft is thrown away only by who has said yes to it."""

from django.urls import reverse

from vaern.handle.reports.models import Report
from vaern.handle.reports.tests.filling import begin, fill, report_via_form


def asked(pk) -> str:
    return reverse("reports:throw_away", args=[pk])


def test_asks_first_and_says_what_will_be_gone(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    fill(rikke, pk, "bevis")
    page = rikke.get(asked(pk))
    assert "er den væk for altid" in page.content.decode()
    assert len(page.context["items"]) == 1
    assert page.context["back_url"] == reverse("reports:resume", args=[pk])
    assert Report.objects.count() == 1


def test_the_lists_and_the_form_lead_to_the_question(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    for url in (reverse("reports:mine"), reverse("reports:start")):
        page = rikke.get(url).content.decode()
        assert f'href="{asked(pk)}"' in page
        assert f'action="{asked(pk)}"' not in page
    url = reverse("reports:step", args=[pk, "hvad"])
    answer = rikke.post(url, {"text": "Mine ord.", "leave": "discard"})
    assert answer.headers["Location"] == asked(pk)
    assert Report.objects.get().text == "Mine ord."


def test_a_report_that_was_sent_is_not_asked_about(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    assert rikke.get(asked(pk)).status_code == 303
    rikke.post(asked(pk))
    assert Report.objects.count() == 1
