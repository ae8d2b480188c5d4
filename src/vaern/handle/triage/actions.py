"""Storing what the engine suggests, and what a person says about it."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.law.rules import judge
from vaern.ground.people.models import Person, Workplace
from vaern.handle.reports.models import Report
from vaern.handle.triage.access import heard, suggestion_of
from vaern.handle.triage.episode import Picture, Setting, law_facts, picture
from vaern.handle.triage.models import Suggestion, Verdict


def setting_of(workplace: Workplace, report: Report) -> Setting:
    """What the rules need to know of the workplace when they read this report."""
    return Setting(
        timezone=workplace.timezone,
        public_service=workplace.public_service,
        options=workplace.law_options,
        learned_at=report.sent_at,
    )


def suggest(*, report: Report, assessment: Mapping[str, Any], by: Person | None) -> Suggestion:
    """Keep the engine's assessment of a report and the finding of the law's rules.

    A report that has grown is assessed again; the newest assessment stands, verdicts stay.
    """
    now = timezone.now()
    seen = picture(report.answers, assessment)
    facts = law_facts(report.answers, seen, setting_of(report.workplace, report))
    with recording(workplace=report.workplace, by=by) as record:
        suggestion = suggestion_of(report) or Suggestion(workplace=report.workplace, report=report)
        suggestion.made_at, suggestion.engine = now, assessment["engine"]
        suggestion.urgency, suggestion.assessment = seen.urgency, dict(assessment)
        suggestion.finding = judge(facts, facts.law_day(now.date())).to_dict()
        suggestion.save()
        record("triage.suggested", suggestion, report=str(report.pk), urgency=seen.urgency)
    return suggestion


def give_verdict(
    *,
    suggestion: Suggestion,
    by: Person,
    agrees: bool,
    harassment: bool,
    picture: Picture,
    reason: str = "",
) -> Verdict:
    """A person confirms or overrules; every verdict is kept, the newest counts."""
    with recording(workplace=suggestion.workplace, by=by) as record:
        verdict = Verdict(
            workplace=suggestion.workplace,
            suggestion=suggestion,
            person=by,
            at=timezone.now(),
            agrees=agrees,
            harassment=harassment,
            kinds=list(picture.kinds),
            urgency=picture.urgency,
            severity=picture.severity,
            reason=reason,
            assessment=dict(suggestion.assessment),
            given_on=heard(suggestion).to_dict(),
        )
        verdict.save(force_insert=True)
        record("triage.confirmed" if agrees else "triage.overruled", suggestion)
    return verdict
