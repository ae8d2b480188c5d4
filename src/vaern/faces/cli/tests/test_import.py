"""``vaern import``: each file the whole way, one answer a file."""

import json
import os
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from conftest import Cast
from django_q.models import OrmQ

from vaern.faces.cli.progress import Progress
from vaern.faces.cli.tests.conftest import Vaern
from vaern.ground.audit.actions import verify
from vaern.ground.queue.drain import drain
from vaern.handle.cases.models import Case
from vaern.handle.reports.models import Report
from vaern.handle.triage.models import Suggestion

SAMPLES = Path(__file__).resolve().parents[5] / "samples"
KEYS = ["file", "status", "report", "case", "message", "finding", "assessment", "error"]
THREAT = str(SAMPLES / "trussel.eml")
HAVNEBY = ("--workplace", "Havneby Kommune")


def imported(vaern: Vaern, *files: object) -> list[dict[str, Any]]:
    done = vaern("import", "--json", *HAVNEBY, *map(str, files))
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "kind", "urgency"),
    [
        ("trussel.eml", "threat", 3),
        ("nedgoerende-videresendt.eml", "degrading", 1),
        ("afpresning-med-billede.eml", "extortion", 2),
    ],
)
def test_a_sample_opens_the_right_case(
    vaern: Vaern, cast: Cast, name: str, kind: str, urgency: int
) -> None:
    [answer] = imported(vaern, SAMPLES / name)
    case = Case.objects.get()
    assert answer["status"] == "received"
    assert answer["case"] == case.reference
    assert kind in case.kinds
    assert case.urgency >= urgency
    assert case.tasks.exists()


def test_a_forwarded_mail_is_judged_with_the_mail_it_lies_in(vaern: Vaern, cast: Cast) -> None:
    [answer] = imported(vaern, SAMPLES / "nedgoerende-videresendt.eml")
    assert [each["kind"] for each in answer["assessment"]["kinds"] if each["score"] >= 0.5] == [
        "degrading"
    ]
    assert Case.objects.get().urgency == 1


def test_what_the_engine_is_not_sure_of_is_said(vaern: Vaern, cast: Cast, tmp_path: Path) -> None:
    head = "From: x@post.example\nTo: rikke.lund@havneby.example\nSubject: Brief\n\n"
    file = tmp_path / "brief.eml"
    file.write_text(head + "Ich weiss, wo du wohnst, und ich werde dich und deine Kinder holen.")
    done = vaern("import", *HAVNEBY, str(file))
    assert "no case, unsure (language)" in done.stdout


def test_the_angry_complaint_is_kept_and_left_alone(vaern: Vaern, cast: Cast) -> None:
    [answer] = imported(vaern, SAMPLES / "vred-klage.eml")
    assert answer["status"] == "received"
    assert answer["report"] == str(Report.objects.get().pk)
    assert answer["case"] is None
    assert not Case.objects.exists()


def test_an_answer_has_exactly_the_documented_keys(
    vaern: Vaern, cast: Cast, tmp_path: Path
) -> None:
    taken, refused = imported(vaern, THREAT, tmp_path / "findes-ikke.eml")
    assert list(taken) == list(refused) == KEYS
    wanted = {"from", "to", "sent_at", "subject", "text_chars", "attachments"}
    assert set(taken["message"]) == wanted
    assert taken["message"]["from"] == "Kenneth B. <kennethb74@postkasse.example>"
    assert taken["message"]["sent_at"] == "2026-11-12T22:47:31+01:00"


def test_the_same_file_twice_is_a_duplicate_of_the_same_case(vaern: Vaern, cast: Cast) -> None:
    [first] = imported(vaern, THREAT)
    [second] = imported(vaern, THREAT)
    assert (second["status"], second["case"]) == ("duplicate", first["case"])
    assert second["assessment"] == first["assessment"]
    assert Case.objects.count() == 1


def test_the_picture_and_the_mail_inside_are_listed(vaern: Vaern, cast: Cast) -> None:
    picture, forward = imported(
        vaern, SAMPLES / "afpresning-med-billede.eml", SAMPLES / "nedgoerende-videresendt.eml"
    )
    assert [one["type"] for one in picture["message"]["attachments"]] == ["image/jpeg"]
    assert [one["type"] for one in forward["message"]["attachments"]] == ["message/rfc822"]


def test_what_cannot_be_read_is_rejected_and_the_rest_goes_on(
    vaern: Vaern, cast: Cast, tmp_path: Path
) -> None:
    empty = tmp_path / "tom.eml"
    empty.touch()
    done = vaern("import", "--json", *HAVNEBY, str(empty), str(tmp_path), THREAT)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["status"] for one in answers] == ["rejected", "rejected", "received"]
    assert "empty" in answers[0]["error"]
    assert "folder" in answers[1]["error"]
    assert done.exit_code == 1


def test_a_huge_file_is_not_even_read(vaern: Vaern, cast: Cast, tmp_path: Path, settings) -> None:
    settings.VAERN_MAX_FILE_MB = 1
    huge = tmp_path / "stor.eml"
    with huge.open("wb") as file:
        file.truncate(2 * 1024 * 1024)
    [answer] = imported(vaern, huge)
    assert answer["status"] == "rejected"
    assert "VAERN_MAX_FILE_MB" in answer["error"]


def test_nothing_rejected_ends_with_zero(vaern: Vaern, cast: Cast) -> None:
    assert vaern("import", *HAVNEBY, THREAT).exit_code == 0


def test_nothing_waits_in_the_queue_to_be_considered_again(vaern: Vaern, cast: Cast) -> None:
    imported(vaern, THREAT)
    names = [row.func() for row in OrmQ.objects.all()]
    assert set(names) <= {"vaern.ground.notify.jobs.deliver"}


def test_a_worker_that_does_the_same_changes_nothing(vaern: Vaern, cast: Cast) -> None:
    [answer] = imported(vaern, THREAT)
    from vaern.handle.cases.jobs import open_for

    open_for(answer["report"])
    drain()
    assert Case.objects.count() == Suggestion.objects.count() == 1
    assert verify(workplace=cast.workplace) is None


def test_a_name_that_is_no_text_is_told_as_well_as_it_can_be(
    vaern: Vaern, cast: Cast, tmp_path: Path
) -> None:
    odd = os.fsdecode(bytes(tmp_path) + b"/tr\xf8st.eml")
    Path(odd).touch()
    [answer] = imported(vaern, odd)
    assert answer["file"] == odd
    assert "st.eml: rejected" in vaern("import", *HAVNEBY, odd).stdout


def test_a_terminal_is_told_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress(3, "files") as progress:
        for state in ("received", "duplicate", "received"):
            progress.make_room()
            progress.count(state)
    assert "0 of 3 files" in terminal.getvalue()
    assert terminal.getvalue().endswith("3 files: 2 received, 1 duplicate\n")


def test_a_log_is_not_told_how_far_it_is(vaern: Vaern, cast: Cast) -> None:
    assert vaern("import", *HAVNEBY, THREAT, THREAT).stderr == ""


def test_several_workplaces_must_be_told_apart(vaern: Vaern, cast: Cast) -> None:
    done = vaern("import", THREAT)
    assert done.exit_code == 1
    assert "--workplace" in done.stderr
    assert done.stdout == ""
