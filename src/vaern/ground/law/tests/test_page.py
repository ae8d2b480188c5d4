"""The page of rules: what is proposed is not called law."""

from conftest import Cast
from django.urls import reverse


def test_a_rule_nobody_confirmed_is_not_marked_as_law(cast: Cast, as_person):
    page = as_person(cast.rikke).get(reverse("law:rules")).content.decode()
    heading = page.split("forslag L 31)")[1].split("</h3>")[0]
    assert "Foreslået, ikke bekræftet" in heading
    assert "Lovfrist" not in heading


def test_two_sources_at_one_host_can_be_told_apart(cast: Cast, as_person) -> None:
    page = as_person(cast.rikke).get(reverse("law:rules")).content.decode()
    assert ">elov.dk (1)</a>" in page
    assert ">elov.dk (2)</a>" in page
    assert ">danskelove.dk</a>" in page
