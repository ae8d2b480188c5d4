"""From draft to sent, and what is said later."""

import pytest
from django_q.models import OrmQ

from vaern.ground.audit.models import AuditRow
from vaern.ground.lib.ids import new_id
from vaern.ground.notify.models import Notice
from vaern.ground.vault.models import DataKey
from vaern.handle.evidence.models import Item
from vaern.handle.reports import actions
from vaern.handle.reports.models import Addition, Report, Status, Via
from vaern.handle.reports.tests.telling import draft_by, report_by


def jobs() -> list[str]:
    return [row.task["func"] for row in OrmQ.objects.order_by("id")]


def test_sending_twice_makes_one_report(cast):
    report = draft_by(cast.rikke)
    assert actions.send(report=report, by=cast.rikke) is True
    assert actions.send(report=report, by=cast.rikke) is False
    assert jobs() == ["vaern.handle.triage.jobs.consider"]
    assert AuditRow.objects.filter(action="report.sent").count() == 1


def test_starting_twice_with_the_same_id_is_one_draft(cast):
    pk = new_id()
    first = actions.start(by=cast.rikke, via=Via.SELF, draft=pk)
    assert actions.start(by=cast.rikke, via=Via.SELF, draft=pk) == first


def test_somebody_elses_id_gives_a_draft_of_ones_own(cast):
    taken = actions.start(by=cast.mads, via=Via.SELF).pk
    mine = actions.start(by=cast.rikke, via=Via.SELF, draft=taken)
    assert mine.pk != taken
    assert mine.author == cast.rikke


def test_report_for_oneself_knows_whom_and_where(cast):
    report = actions.start(by=cast.rikke, via=Via.SELF)
    assert (report.affected, report.unit) == (cast.rikke, cast.unit)


def test_colleague_is_told_when_it_is_sent_and_not_before(cast):
    report = draft_by(cast.jonas, Via.COLLEAGUE, affected=cast.rikke)
    assert not Notice.objects.exists()
    actions.send(report=report, by=cast.jonas)
    notice = Notice.objects.get()
    assert (notice.person, notice.kind) == (cast.rikke, "reported_for_you")
    assert str(report.pk) in notice.path


def test_an_answer_can_be_taken_away_again(cast):
    report = draft_by(cast.rikke, sender_name="Per")
    report = actions.answer(report=report, by=cast.rikke, step="who", answers={"sender_name": None})
    assert "sender_name" not in report.answers
    assert report.answers["channel"] == "sms"


def test_sent_report_cannot_be_changed_or_thrown_away(cast):
    report = report_by(cast.rikke)
    with pytest.raises(actions.AlreadySent):
        actions.answer(report=report, by=cast.rikke, step="what", answers={"text": "andet"})
    with pytest.raises(actions.AlreadySent):
        actions.throw_away(report=report, by=cast.rikke)


def test_thrown_away_draft_leaves_no_row_file_or_key(cast):
    report = draft_by(cast.rikke)
    keys = DataKey.objects.count()
    actions.attach(report=report, by=cast.rikke, name="a.txt", data=b"hej")
    actions.throw_away(report=report, by=cast.rikke)
    assert not Report.objects.exists()
    assert not Item.objects.exists()
    assert DataKey.objects.count() == keys - 1


def test_same_bytes_are_one_piece_of_evidence(cast):
    report = draft_by(cast.rikke)
    first = actions.attach(report=report, by=cast.rikke, name="a.txt", data=b"hej")
    assert actions.attach(report=report, by=cast.rikke, name="b.txt", data=b"hej") == first


def test_full_report_refuses_the_file_and_keeps_the_rest(cast, settings):
    settings.VAERN_MAX_REPORT_MB = 1
    files = [actions.File("lille.txt", b"hej"), actions.File("stor.txt", b"x" * 1024 * 1024)]
    refused = actions.attach_all(report=draft_by(cast.rikke), by=cast.rikke, files=files)
    assert [(one.name, one.code) for one in refused] == [("stor.txt", "report_full")]
    assert Item.objects.count() == 1


def test_added_later_once_though_sent_twice(cast):
    report, once = report_by(cast.rikke), new_id()
    for _ in range(2):
        actions.add_later(report=report, by=cast.rikke, text="Mere", files=[], once=once)
    assert [added.text for added in Addition.objects.all()] == ["Mere"]


def test_reporter_and_affected_hear_back(cast):
    report = report_by(cast.jonas, Via.COLLEAGUE, affected=cast.rikke)
    Notice.objects.all().delete()
    actions.tell_reporter(report=report, by=cast.henrik, text="Vi ringer i dag.")
    assert {notice.person for notice in Notice.objects.all()} == {cast.jonas, cast.rikke}
    assert Addition.objects.get().to_reporter


def test_left_alone_can_be_taken_up(cast):
    report = report_by(cast.rikke)
    Report.objects.update(status=Status.LEFT_ALONE)
    assert actions.take_up(report=report, by=cast.henrik)
    assert jobs()[-1] == "vaern.handle.cases.jobs.open_for"


def test_what_is_in_a_case_cannot_be_left_alone(cast):
    report = report_by(cast.rikke)
    Report.objects.update(status=Status.IN_CASE)
    assert not actions.take_up(report=report, by=cast.henrik)
    assert not actions.leave_alone(report=report, by=cast.henrik)
