import pytest

from vaern.handle.triage import assess


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jeg kan ikke finde den faktura, som du sendte i går.", "da"),
        ("I can not find the invoice you sent me yesterday.", "en"),
        ("Jeg vet ikke hva dere mener, men jeg kommer til å si noe nå.", "no"),
        ("Jag vet inte vad ni menar, men det är inte bra för mig.", "sv"),
        ("Ich weiß nicht, was Sie meinen, aber das ist nicht gut für mich.", "de"),
        ("Zażółć gęślą jaźń", "und"),
        ("", "und"),
    ],
)
def test_language_is_named(text, language):
    assert assess(text).language == language


@pytest.mark.parametrize(
    "text",
    [
        "Jag vet inte vad ni menar, men det är inte bra för mig.",
        "Ich weiß, wo du wohnst, und ich komme zu dir.",
        "Jeg vet hva dere har gjort mot meg, og nå kommer jeg.",
    ],
)
def test_a_language_not_covered_is_said_to_be_so(text):
    found = assess(text)
    assert found.unsure
    assert found.unsure_why == "language"


def test_a_danish_word_list_hit_in_norwegian_is_not_dropped():
    assert assess("Jeg vet hva du heter, din hore. Jeg skyter deg, din perker.").score("hate") > 0
