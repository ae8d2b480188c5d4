"""What a colleague tells of: who would hurt whom, and a sender who is in danger."""

import tomllib
from importlib import resources

import pytest

from vaern.handle.triage import Message, assess

SURE = 0.5
DANGER = (
    "Borgeren skrev, at han ikke vil leve mere",
    "Hun truede med selvmord, hvis vi standser ydelsen",
    "Han siger, at han vil tage livet af sig",
    "Borgeren skriver, at hun vil slå sig selv ihjel",
    "Han truer med at slå mig ihjel og bagefter sig selv.",
)
THREAT = (
    "Han skriver at han ved hvor jeg bor og slår mig ihjel.",
    "Hun truer med at hun slår mig ihjel i morgen",
    "Han sagde, at han slår mig ihjel, hvis jeg kommer på arbejde",
)
ORDINARY = (
    "Vi har været på kursus om selvmordstanker",
    "Manden ville ikke leve med vores svar",
    "Han hænger sig i alle detaljer",
)
SHORT = tomllib.loads(
    resources.files(__package__).joinpath("messages_short.toml").read_text("utf-8")
)["ordinary"]


def told(text: str) -> dict[str, float]:
    return {each.kind: each.score for each in assess(Message(text, voice="reporter")).kinds}


@pytest.mark.parametrize("text", DANGER)
def test_a_sender_in_danger_is_care(text: str) -> None:
    assert told(text)["self_harm"] >= SURE
    assert assess(Message(text, voice="reporter")).urgency == 3


@pytest.mark.parametrize("text", THREAT)
def test_who_would_hurt_the_reporter_is_no_danger_to_themselves(text: str) -> None:
    assert told(text)["threat"] >= SURE
    assert told(text).get("self_harm", 0.0) < SURE


@pytest.mark.parametrize(
    "text", ["Han skriver, at jeg skal tage livet af mig.", "Han sagde, at jeg burde hænge mig"]
)
def test_who_is_told_to_take_their_own_life_is_harassed(text: str) -> None:
    assert told(text)["degrading"] >= SURE
    assert told(text).get("self_harm", 0.0) < SURE


@pytest.mark.parametrize(
    "text",
    ["Jeg slår mig ihjel i morgen", "så slår jeg mig ihjel", "Jeg slår dig ihjel og så mig selv."],
)
def test_the_senders_own_words_are_care(text: str) -> None:
    assert assess(text).score("self_harm") >= SURE


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_talk_is_left_alone(text: str) -> None:
    assert all(score < SURE for score in told(text).values())


@pytest.mark.parametrize("text", SHORT)
def test_a_short_ordinary_mail_is_left_alone(text: str) -> None:
    assert all(each.score < SURE for each in assess(text).kinds)


@pytest.mark.parametrize("name", ["Rikke Lund", "Mette Hansen", "Karim Saleh"])
def test_a_name_makes_no_difference(name: str) -> None:
    text = f"Spørgsmål til jeres medarbejder {name} om min ansøgning"
    assert all(each.score < SURE for each in assess(text).kinds)
