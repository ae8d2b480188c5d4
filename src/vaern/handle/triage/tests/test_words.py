"""Every code has words in both languages, and the summary repeats nothing."""

import pytest

from vaern.handle.triage import assess, words

from ..assessment import KINDS
from ..tables.reading import table
from ..vocabulary import GROUPS, LANGUAGES


def codes():
    for language in LANGUAGES:
        for group in GROUPS:
            for row in table(f"{language}_{group}").values():
                if isinstance(row, dict):
                    yield row["why"]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_code_has_words(lang):
    for code in {*codes(), *table("why")["why"]}:
        assert words.why(code, lang).endswith(".")
    for code in KINDS:
        assert words.kind(code, lang)


def test_an_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        words.why("findes_ikke")


def test_summary_is_neutral_and_does_not_quote():
    text = "Jeg slår dig ihjel, din klamme kælling."
    said = words.summary(assess(text))
    assert said == "Ligner en trussel og nedværdigende ord. Skal ses på nu."
    assert not set(text.lower().split()) & {"ihjel", *said.lower().split()}


def test_summary_in_english():
    assert words.summary(assess("Kan du sende fakturaen?"), "en") == "We see no sign of harassment."


def test_summary_says_when_unsure():
    found = assess('Kunden skrev: "Jeg slår dig ihjel." Hvad gør jeg?')
    assert "Vi er ikke sikre" in words.summary(found)
