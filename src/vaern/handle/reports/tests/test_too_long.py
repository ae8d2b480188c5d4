"""Text that is too long is said to be, and stands there to be shortened: nothing cuts it."""

import pytest
from django.urls import reverse

from vaern.handle.reports.tests.filling import begin, fill, report_via_form


@pytest.mark.parametrize(
    ("slug", "name", "most"), [("hvad", "text", 10_000), ("bevis", "pasted", 200_000)]
)
def test_on_a_screen(cast, as_person, slug, name, most):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    url = reverse("reports:step", args=[pk, slug])
    assert "maxlength" not in rikke.get(url).content.decode()
    page = fill(rikke, pk, slug, **{name: "å" * (most + 1)})
    assert page.context["form"].errors[name]
    assert "å" * (most + 1) in page.content.decode()


def test_in_more_about_a_sent_report(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    assert "maxlength" not in rikke.get(reverse("reports:report", args=[pk])).content.decode()
    page = rikke.post(reverse("reports:add", args=[pk]), {"text": "å" * 10_001})
    assert page.context["form"].errors["text"]
    assert "å" * 10_001 in page.content.decode()
