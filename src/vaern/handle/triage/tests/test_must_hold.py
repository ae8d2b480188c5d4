"""What the first engine must always get right, one invented message per promise."""

import pytest

from vaern.handle.triage import assess

from ..assessment import KINDS

SURE = 0.5


@pytest.mark.parametrize(
    ("text", "kind", "least"),
    [
        ("Jeg slår dig ihjel.", "threat", 3),
        ("Du skal dø.", "threat", 3),
        ("jeg ved hvor du bor, og jeg ved hvornår du får fri på mandag", "threat", 2),
        ("jeg ved hvor du bor, og jeg ved hvornår du får fri på mandag", "stalking", 2),
        ("Kære Rikke. Jeg ved, hvornår du har fri mandag. Venlig hilsen", "threat", 2),
        ("hvis jeg ikke får 5000 kr, lægger jeg billederne op", "extortion", 2),
        ("Hun bor på Strandvejen 12, kig forbi og sig, hvad I mener.", "shaming", 1),
        ("Jeg vil hænge dig ud på Facebook.", "shaming", 1),
        ("Jeg har ringet 40 gange i dag, og jeg bliver ved.", "stalking", 1),
        ("jeg blev blokeret, så nu skriver jeg herfra", "stalking", 1),
        ("Send et billede af dig uden tøj.", "sexual", 1),
        ("Rejs hjem til Somalia, din perker.", "hate", 1),
        ("Din klamme kælling.", "degrading", 1),
        ("jeg orker ikke at leve", "self_harm", 2),
        ("I will kill you.", "threat", 3),
        ("I know where you live and when you finish on Monday.", "threat", 2),
        ("Pay me 500 dollars or I will post the photos.", "extortion", 2),
        ("You blocked me, so I am writing from a new account.", "stalking", 1),
        ("Send me a naked picture of you.", "sexual", 1),
        ("You are a worthless bitch.", "degrading", 1),
        ("I don't want to live anymore.", "self_harm", 2),
    ],
)
def test_is_seen(text, kind, least):
    found = assess(text)
    assert found.score(kind) >= SURE
    assert found.urgency >= least


@pytest.mark.parametrize(
    "text",
    [
        "JEG ER RASENDE! I HAR LØJET FOR MIG. JEG KLAGER TIL BORGMESTEREN OG GÅR TIL PRESSEN!",
        "jeg går til min advokat, hvis I ikke betaler mine 5000 kr tilbage",
        "Hvis I ikke svarer, lægger jeg sagen frem for Ekstra Bladet og Ankestyrelsen.",
        "jeg slår ihjel for en kop kaffe",
        "Det var dræbende kedeligt.",
        "Jeg slår dig ikke ihjel, fordi du kommer for sent.",
        "KÆFT HVOR ER DET FEDT!",
        "If you do not refund me I will complain to the ombudsman and call my lawyer.",
        "I could kill for a coffee.",
        "Kan du sende fakturaen igen? Mvh Olga",
    ],
)
def test_is_left_alone(text):
    found = assess(text)
    assert all(each.score < SURE for each in found.kinds)
    assert found.urgency == 0
    assert found.severity == "none"


def test_acute_danger_is_the_gravest():
    assert assess("Jeg slår dig ihjel i aften.").severity == "acute_danger"


def test_self_harm_is_care_and_not_harassment():
    found = assess("I har taget mine børn. Jeg tager livet af mig i aften.")
    assert [each.kind for each in found.kinds] == ["self_harm"]
    assert found.urgency == 3


def test_rudeness_never_makes_it_urgent():
    assert assess("Fuck dig, din luder, din klamme idiot, hold din kæft!").urgency <= 1


def test_kinds_are_sorted_and_above_the_floor():
    found = assess("Din klamme perker, jeg slår dig ihjel.")
    scores = [each.score for each in found.kinds]
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 0.1
    assert {each.kind for each in found.kinds} <= set(KINDS)
