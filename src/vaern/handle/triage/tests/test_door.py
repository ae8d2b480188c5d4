"""The door: replaceable engine, documented JSON, no Django."""

import subprocess
import sys

from vaern.handle.triage import Assessment, KindScore, Message, assess


class Deaf:
    name = "deaf 1"

    def assess(self, message, facts):
        return Assessment((KindScore("threat", 0.6),), "serious", 1, "da", (), self.name)


def test_another_engine_may_stand_behind_the_door():
    assert assess("Hej", engine=Deaf()).engine == "deaf 1"


def test_json_has_exactly_the_documented_keys():
    found = assess("Jeg slår dig ihjel.").to_dict()
    assert list(found) == [
        "kinds",
        "severity",
        "urgency",
        "language",
        "reasons",
        "engine",
        "unsure",
        "unsure_why",
    ]
    assert list(found["kinds"][0]) == ["kind", "score"]
    assert list(found["reasons"][0]) == ["kind", "start", "end", "text", "why"]


def test_subject_and_body_are_one_text():
    found = assess(Message.of_mail("Jeg slår dig ihjel", ""))
    assert found.reasons[0].start == 0
    assert found.urgency == 3


def test_same_text_gives_same_answer():
    assert assess("Jeg ved, hvor du bor.") == assess("Jeg ved, hvor du bor.")


def test_importing_triage_needs_no_django():
    code = "import sys, vaern.handle.triage as t; t.assess('hej'); print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
