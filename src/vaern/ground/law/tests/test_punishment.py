"""The highest punishment in words, on the page of rules too."""

import pytest
from conftest import Cast
from django.urls import reverse
from django.utils import translation

from vaern.ground.law.punishment import punishment


@pytest.mark.parametrize(
    ("months", "prosecution", "words"),
    [
        (6, None, "Højst 6 måneders fængsel."),
        (18, "on_request", "Højst 1 års og 6 måneders fængsel. Sagen rejses, når den berørte"),
        (24, "private", "Højst 2 års fængsel. Den berørte rejser"),
        (None, None, ""),
    ],
)
def test_only_what_is_confirmed_is_said(months, prosecution, words):
    with translation.override("da"):
        said = punishment(months, prosecution)
    assert said.startswith(words)
    assert bool(said) is bool(words)


def test_it_stands_on_the_page_of_rules(cast: Cast, as_person):
    page = as_person(cast.rikke).get(reverse("law:rules")).content.decode()
    assert "Højst 3 års fængsel." in page
    assert "§ 232" in page
