"""A screen of the report form as a page, with what it shows besides its questions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vaern.handle.evidence.neutral import neutral
from vaern.handle.reports import access
from vaern.handle.reports.forms import ScreenForm
from vaern.handle.reports.models import Report
from vaern.handle.reports.screens import SCREENS, Screen, by_code
from vaern.handle.reports.told import other_procedure, told


def more(screen: Screen, report: Report) -> dict[str, Any]:
    """What a screen shows besides its form."""
    if screen.code == "evidence":
        return {"items": items_shown(report)}
    if screen.code != "check":
        return {}
    rows = [(row, by_code(row.step).url(report)) for row in told(report, hours=False)]
    own = {"told": rows, "items": items_shown(report), "procedure": other_procedure(report)}
    urls = {
        "what_url": by_code("what").url(report),
        "evidence_url": by_code("evidence").url(report),
    }
    return {**own, **urls}


def items_shown(report: Report) -> list[Any]:
    return [neutral(item) for item in access.items(report) if item.parent_id is None]


def page(
    request: HttpRequest,
    screen: Screen,
    form: ScreenForm,
    report: Report | None,
    besides: dict[str, Any],
) -> HttpResponse:
    shown = {
        "screen": screen,
        "form": form,
        "report": report,
        "steps": len(SCREENS),
        "step_form": "step-form",
        **besides,
    }
    return render(request, screen.template, shown)
