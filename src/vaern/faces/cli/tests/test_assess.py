"""``vaern assess``, ``judge`` and ``deadlines``: from standard input to standard output."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.house import ROOT

from vaern.faces.cli.tests.conftest import Vaern

ASSESSED = {
    "id", "kinds", "severity", "urgency", "language", "reasons", "engine", "unsure", "unsure_why",
}  # fmt: skip
FACTS = {"kinds": ["threat"], "channel": "sms", "channel_owner": "private", "relation": "citizen"}


def test_a_threat_in_json(vaern: Vaern) -> None:
    found = json.loads(vaern("assess", "--json", stdin="Jeg slår dig ihjel i morgen.").stdout)
    assert set(found) == ASSESSED
    assert found["kinds"][0]["kind"] == "threat"
    assert found["urgency"] == 3


def test_lines_keep_their_ids_and_order(vaern: Vaern) -> None:
    rows = [{"id": "b", "text": "Jeg slår dig ihjel."}, {"id": 7, "text": "Tak for hjælpen."}]
    stdin = "\n".join(json.dumps(row) for row in rows) + "\n\n"
    found = [
        json.loads(line) for line in vaern("assess", "--ndjson", stdin=stdin).stdout.splitlines()
    ]
    assert [one["id"] for one in found] == ["b", 7]
    assert found[0]["urgency"] > found[1]["urgency"] == 0


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"text": 3}', "null"])
def test_a_bad_line_is_named(vaern: Vaern, line: str) -> None:
    done = vaern("assess", "--ndjson", stdin=f'{{"text": "Hej"}}\n{line}\n')
    assert done.exit_code == 1
    assert "Line 2" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_after_a_bad_line_the_rest_goes_on(vaern: Vaern) -> None:
    lines = ['{"id": 1, "text": "Hej"}', "sludder", '{"id": NaN, "text": ""}', "[" * 100_000]
    done = vaern("assess", "--ndjson", stdin="\n".join([*lines, '{"id": 5, "text": "Hej"}']))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1, 5]
    assert [f"Line {number} is not JSON" in done.stderr for number in (2, 3, 4)] == [True] * 3
    assert done.exit_code == 1


@pytest.mark.parametrize("stdin", ["", "\n", "\ufeff\n\r\n"])
def test_no_lines_give_no_answers(vaern: Vaern, stdin: str) -> None:
    done = vaern("assess", "--ndjson", stdin=stdin)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_half_a_letter_is_no_bad_line(vaern: Vaern) -> None:
    done = vaern(
        "assess", "--ndjson", stdin='{"id": "\\ud83d", "text": "Jeg slår dig ihjel \\ud83d"}'
    )
    assert json.loads(done.stdout)["id"] == "\ud83d"


def test_text_that_is_not_utf_8_is_still_assessed(vaern: Vaern) -> None:
    done = vaern(
        "assess", "--json", stdin="Hvor længe endnu? Jeg ved, hvor du bor.".encode("latin-1")
    )
    assert json.loads(done.stdout)["language"] == "da"


def test_an_answer_does_not_wait_for_the_next_question() -> None:
    words = [sys.executable, "-m", "vaern.config.command", "assess", "--ndjson"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    asked = subprocess.Popen(words, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert asked.stdin
    assert asked.stdout
    for number in range(3):
        asked.stdin.write(json.dumps({"id": number, "text": "Hej"}).encode() + b"\n")
        asked.stdin.flush()
        assert json.loads(asked.stdout.readline())["id"] == number
    asked.stdin.close()
    assert (asked.stdout.read(), asked.wait(10)) == (b"", 0)
    asked.stdout.close()


def test_a_reader_that_goes_away_ends_it_without_a_word(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_text('{"id": 1, "text": "Hej"}\n' * 20_000)
    command = f"{sys.executable} -m vaern.config.command assess --ndjson < {lines} | head -n 1"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(["sh", "-c", command], env=env, capture_output=True, check=False)
    assert json.loads(done.stdout)["id"] == 1
    assert done.stderr == b""


def test_text_for_people_does_not_quote(vaern: Vaern) -> None:
    assert "ihjel" not in vaern("assess", stdin="Jeg slår dig ihjel.").stdout


def test_judge_answers_on_a_date(vaern: Vaern) -> None:
    done = vaern("judge", "--json", "--on", "2026-11-22", stdin=json.dumps(FACTS))
    finding = json.loads(done.stdout)
    assert finding["digital"] is True
    assert finding["law_date"] == "2026-11-22"


def test_deadlines_answer_to_the_minute(vaern: Vaern) -> None:
    facts = {**FACTS, "public_service": True, "occurred_at": "2026-11-20T22:30:00+01:00"}
    found = json.loads(vaern("deadlines", "--json", stdin=json.dumps(facts)).stdout)
    police = next(one for one in found if one["code"] == "police_72h")
    assert police["due_at"] == "2026-11-23T22:30:00+01:00"


def test_a_rule_nobody_confirmed_says_so(vaern: Vaern) -> None:
    more = {"incapacity_days": 4, "options": {"l31_2026": True}}
    facts = json.dumps({**FACTS, "occurred_at": "2026-11-20T22:30:00+01:00", **more})
    found = json.loads(vaern("deadlines", "--json", stdin=facts).stdout)
    easy = next(one for one in found if one["code"] == "easy_absence")
    assert (easy["applies"], easy["confirmed"]) == (True, False)
    lines = vaern("deadlines", stdin=facts).stdout.splitlines()
    assert [line for line in lines if "L 31" in line and line.endswith("(ikke bekræftet)")]


@pytest.mark.parametrize("command", ["judge", "deadlines"])
@pytest.mark.parametrize("stdin", ["", "{", "[]", '{"kinds": ["kaffe"]}', '{"hvad": 1}'])
def test_facts_that_cannot_be_used_are_named(vaern: Vaern, command: str, stdin: str) -> None:
    done = vaern(command, "--json", stdin=stdin)
    assert done.exit_code == 1
    assert "The facts cannot be used" in done.stderr
    assert done.stdout == ""


def test_a_bad_date_says_what_a_date_is(vaern: Vaern) -> None:
    assert "2026-11-22" in vaern("judge", "--on", "i går", stdin="{}").stderr
