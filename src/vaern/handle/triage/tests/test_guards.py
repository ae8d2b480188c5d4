"""Guards lower and never hide."""

import pytest

from vaern.handle.triage import Message, assess


def whys(text):
    return {each.why for each in assess(text).reasons}


@pytest.mark.parametrize(
    ("text", "guard"),
    [
        ('Kunden skrev: "Jeg slår dig ihjel, din luder."', "guard_reported"),
        ("Borgeren sagde, at jeg slår dig ihjel.", "guard_reported"),
        ("Jeg slår dig ikke ihjel.", "guard_negated"),
        ("I kommer til at fortryde det, for nu klager jeg.", "guard_lawful"),
    ],
)
def test_lowered_and_still_shown(text, guard):
    found = assess(text)
    assert guard in whys(text)
    assert all(each.score < 0.5 for each in found.kinds)


def test_a_colleagues_report_of_a_threat_is_looked_at_this_week():
    found = assess('Kunden skrev: "Jeg slår dig ihjel." Hvad gør jeg?')
    assert found.urgency == 1
    assert found.unsure
    assert found.unsure_why == "guarded"


@pytest.mark.parametrize(
    "text",
    [
        "Tro ikke, jeg ikke tør slå dig ihjel.",
        "Hvis du ikke svarer, slår jeg dig ihjel.",
        "Jeg slår dig ihjel, hvis du ikke svarer.",
        "Jeg sagde jo, at jeg slår dig ihjel.",
        "Jeg har talt med min advokat, og nu slår jeg dig ihjel.",
    ],
)
def test_a_threat_does_not_hide_behind_a_guard(text):
    assert assess(text).score("threat") >= 0.5


def test_the_mail_answered_is_not_the_senders_words():
    text = "Hej Mads, det her svarer jeg ikke på.\n\n> Jeg slår dig ihjel.\n"
    assert assess(text).score("threat") < 0.5
    assert "guard_reply" in whys(text)


def test_a_bare_forward_counts_in_full():
    assert assess("VS: se her\n\nFra: Ukendt\nJeg slår dig ihjel.").score("threat") >= 0.5


def test_a_reporters_own_words_count_as_told():
    text = "Han truede mig i telefonen og sagde, at han ville slå mig ihjel."
    assert assess(Message(text, voice="reporter")).score("threat") >= 0.5
    assert assess(text).score("threat") < 0.5


def test_third_person_threat_against_a_colleague_is_seen():
    assert assess("Sig til Rikke, at jeg slår hende ihjel, når hun får fri.").urgency >= 2


def test_a_client_telling_of_a_threat_to_a_colleague_is_seen():
    note = "Notat: Klienten fortæller, at eksmanden har truet {} på livet."
    assert assess(note.format("hende")).score("threat") < 0.5
    assert assess(note.format("mig")).score("threat") >= 0.5


def test_a_small_thing_is_a_joke_only_where_the_sender_laughs():
    assert assess("Rør min kop igen, og jeg slår dig ihjel.").urgency == 3
    assert assess("Rør min kop igen, og jeg slår dig ihjel :D").urgency < 2
    assert assess("Rør min kop igen, og jeg slår dig ihjel i aften :D").urgency == 3


def test_a_bomb_is_no_exercise_where_the_sender_says_so():
    assert assess("Det er ikke en øvelse. Der er lagt en bombe i kælderen.").urgency == 3
