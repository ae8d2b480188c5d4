"""Evidence is shown only when asked for, recorded, and never as it came."""

import re

import pytest
from conftest import Cast
from django.core.files.uploadedfile import SimpleUploadedFile

from vaern.ground.audit.models import AuditRow
from vaern.handle.cases.actions import open_case
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.evidence import store
from vaern.handle.evidence.models import Item, Look
from vaern.handle.evidence.tests.samples import picture
from vaern.handle.reports.attaching import attach
from vaern.handle.triage.actions import suggest
from vaern.handle.triage.merging import NOTHING

MAIL = (
    b"From: Per <per@x.example>\nTo: rikke@havneby.example\nSubject: Svar\n"
    b"Date: Mon, 9 Nov 2026 10:00:00 +0100\nContent-Type: text/html\n\n"
    b'<p>Du <b>skal</b> svare<script>alert(1)</script><img src="http://x.example/spor.png"></p>'
)

LAID_OUT = (
    b"From: Per <per@x.example>\nSubject: Svar\nDate: Mon, 9 Nov 2026 10:00:00 +0100\n"
    b"Content-Type: text/html; charset=utf-8\n\n%s"
)

PLAIN = LAID_OUT.replace(b"html", b"plain")


def with_file(cast: Cast, name: str, data: bytes) -> tuple[Case, Item]:
    report = told(cast)
    item = attach(report=report, by=cast.rikke, name=name, data=data)
    return open_case(report=report), item


def test_case_page_shows_nothing_of_the_file(cast: Cast, as_person) -> None:
    case, item = with_file(cast, "dumme-sætning.txt", b"en grim linje")
    page = text_of(as_person(cast.henrik), at("case", case))
    assert at("look", case, item=item.pk) in page
    assert "grim linje" not in page
    assert "dumme" not in page


def test_a_look_is_recorded_and_shown(cast: Cast, as_person) -> None:
    case, item = with_file(cast, "besked.txt", b"en grim linje")
    answer = as_person(cast.henrik).post(at("look", case, item=item.pk))
    assert b"en grim linje" in answer.content
    assert "no-store" in answer["Cache-Control"]
    assert Look.objects.get().person == cast.henrik
    assert "Set af Henrik Dam" in text_of(as_person(cast.mads), at("case", case))
    assert "Set af" not in text_of(as_person(cast.rikke), at("case", case))


def test_address_alone_shows_nothing(cast: Cast, as_person) -> None:
    case, item = with_file(cast, "besked.txt", b"en grim linje")
    answer = as_person(cast.henrik).get(at("look", case, item=item.pk))
    assert (answer.status_code, Look.objects.count()) == (302, 0)


def test_mail_has_no_teeth(cast: Cast, as_person) -> None:
    case, item = with_file(cast, "m.eml", MAIL)
    page = as_person(cast.henrik).post(at("look", case, item=item.pk)).content.decode()
    assert "<b>skal</b>" in page
    assert "per@x.example" in page
    assert "alert(1)" not in page
    assert "spor.png" not in page


def test_picture_only_after_a_look_of_ones_own(cast: Cast, as_person) -> None:
    case, item = with_file(cast, "skærm.jpg", picture("JPEG"))
    henrik, mads = as_person(cast.henrik), as_person(cast.mads)
    assert henrik.get(at("picture", case, item=item.pk)).status_code == 404
    henrik.post(at("look", case, item=item.pk))
    answer = henrik.get(at("picture", case, item=item.pk))
    assert answer["Content-Type"].startswith("image/")
    assert answer.content != picture("JPEG")
    assert mads.get(at("picture", case, item=item.pk)).status_code == 404


def test_text_is_never_a_picture(cast: Cast, as_person) -> None:
    case, item = with_file(cast, "side.html", b"<script>alert(1)</script>")
    henrik = as_person(cast.henrik)
    henrik.post(at("look", case, item=item.pk))
    assert henrik.get(at("picture", case, item=item.pk)).status_code == 404


def test_original_is_only_a_file_to_save(cast: Cast, as_person) -> None:
    case, item = with_file(cast, "side.html", b"<script>alert(1)</script>")
    answer = as_person(cast.henrik).post(at("original", case, item=item.pk))
    assert answer.content == b"<script>alert(1)</script>"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "script-src" not in answer["Content-Security-Policy"]
    assert Look.objects.get().original


@pytest.mark.parametrize("who", ["rikke", "karen", "olga", "jonas"])
def test_only_handlers_look(cast: Cast, as_person, who: str) -> None:
    case, item = with_file(cast, "besked.txt", b"en grim linje")
    client = as_person(getattr(cast, who))
    for name in ("look", "original"):
        assert client.post(at(name, case, item=item.pk)).status_code == 404
    assert Look.objects.count() == 0


def test_evidence_of_another_case_is_not_found(cast: Cast, as_person) -> None:
    case, _item = with_file(cast, "a.txt", b"en")
    _other, theirs = with_file(cast, "b.txt", b"to")
    assert as_person(cast.henrik).post(at("look", case, item=theirs.pk)).status_code == 404


def test_reading_the_report_is_recorded(cast: Cast, as_person) -> None:
    report = told(cast)
    case = open_case(report=report)
    answer = as_person(cast.henrik).post(at("words", case, report=report.pk))
    assert "passe på" in answer.content.decode()
    assert AuditRow.objects.get(action="report.read").actor == str(cast.henrik.pk)


def test_what_the_suggestion_rests_on_is_marked(cast: Cast, as_person) -> None:
    reason = {
        "kind": "threat",
        "start": 20,
        "end": 33,
        "text": "skulle passe på",
        "why": "threat_harm",
    }
    found = {
        "reasons": [{**reason, "where": "report"}],
        "kinds": [{"kind": "threat", "score": 0.9}],
    }
    report = told(cast, assessment=found)
    case = open_case(report=report)
    answer = as_person(cast.henrik).post(at("words", case, report=report.pk))
    assert ">skulle passe på</mark>" in answer.content.decode()


def test_handlers_add_evidence_once(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    henrik = as_person(cast.henrik)
    for _ in range(2):
        henrik.post(at("add_evidence", case), {"pasted": "Et link til opslaget"})
    assert Item.objects.get().sealed_by == cast.henrik
    assert case.events.filter(code="evidence.added").count() == 1


def test_handlers_add_files_of_every_kind(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    page = at("add_evidence", case)
    given = {
        "pasted": "Et link til opslaget",
        "evidence": [SimpleUploadedFile("a.png", picture()), SimpleUploadedFile("b.eml", MAIL)],
    }
    answer = as_person(cast.henrik).post(page, given)
    assert answer.url == at("case", case)
    assert sorted(Item.objects.values_list("label", flat=True)) == ["image", "mail", "text"]
    assert as_person(cast.henrik).post(page, {}).status_code == 200


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_picture_of_a_changed_file_is_not_found(cast: Cast, as_person, harm: str) -> None:
    case, item = with_file(cast, "skærm.jpg", picture("JPEG"))
    henrik = as_person(cast.henrik)
    henrik.post(at("look", case, item=item.pk))
    path = store.path_of(item.pk)
    path.write_bytes(path.read_bytes()[:-1] + b"?") if harm == "changed" else path.unlink()
    assert henrik.get(at("picture", case, item=item.pk)).status_code == 404


def test_all_headers_can_be_read(cast: Cast, as_person) -> None:
    more = b"X-Odd: <script>alert(2)</script>\nX-Turn: a\xe2\x80\xaeb\n"
    case, item = with_file(cast, "m.eml", more + MAIL)
    page = as_person(cast.henrik).post(at("look", case, item=item.pk)).content.decode()
    assert "Alle hoveder" in page
    assert "X-Odd: &lt;script&gt;alert(2)&lt;/script&gt;" in page
    assert "X-Turn: a⟨U+202E⟩b" in page


def test_both_forms_of_a_mail_are_shown_and_the_reasons_marked(cast: Cast, as_person) -> None:
    parts = (
        b"From: a@b.example\nDate: x\nContent-Type: multipart/alternative; boundary=b\n\n"
        b"--b\n\nDin mailklient kan ikke vise HTML.\n"
        b"--b\nContent-Type: text/html\n\n<p>Vi ses <b>i morgen</b>, og du er alene</p>\n--b--\n"
    )
    case, item = with_file(cast, "m.eml", parts)
    page = as_person(cast.henrik).post(at("look", case, item=item.pk)).content.decode()
    assert "Mailen siger ikke det samme i sine to udgaver." in page
    assert "Din mailklient kan ikke vise HTML." in page
    assert "Vi ses <b>i morgen</b>" in page


@pytest.mark.parametrize(
    ("data", "mark"),
    [
        (
            LAID_OUT % b"<p>Hej</p><p>jeg sl\xc3\xa5r <b>dig\nihjel</b></p>",
            ">slår dig ihjel</mark>",
        ),
        (LAID_OUT % b"<p>jeg sl\xc3\xa5r dig i\x00hjel</p>", ">slår dig ihjel</mark>"),
        (PLAIN % b"jeg sl\xc3\xa5r dig i\x00hjel", ">slår dig i␀hjel</mark>"),
    ],
)
def test_the_words_of_every_kind_of_mail_are_marked(
    cast: Cast, as_person, data: bytes, mark: str
) -> None:
    report = told(cast)
    item = attach(report=report, by=cast.rikke, name="m.eml", data=data)
    words = re.search(r"slår dig\si.?hjel", item.text, re.DOTALL)
    assert words is not None
    reason = {"kind": "threat", "start": words.start(), "end": words.end(), "text": words[0]}
    row = {**reason, "why": "threat_life", "where": str(item.pk)}
    suggest(report=report, assessment={**NOTHING, "reasons": [row]}, by=None)
    case = open_case(report=report)
    page = as_person(cast.henrik).post(at("look", case, item=item.pk)).content.decode()
    assert page.count(mark) == 1
    assert "Det markerede er det" in page


def test_what_was_odd_in_a_mail_is_told(cast: Cast, as_person) -> None:
    case, item = with_file(cast, "m.eml", b"From: x@y.example\n" + MAIL)
    page = as_person(cast.henrik).post(at("look", case, item=item.pk)).content.decode()
    assert "Mailen oplyser flere afsendere. Den første er brugt." in page
