"""The page that shows every rule in force, its source and when it was last checked."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from vaern.ground.law.entries import Entry, all_in_force
from vaern.ground.law.punishment import punishment
from vaern.ground.people.access import signed_in

TITLES = {
    "deadlines": _("Frister"),
    "duties": _("Arbejdsgiverens pligter"),
    "definition": _("Hvad arbejdsrelateret digital chikane er"),
    "norms": _("Gode normer, som I selv kan ændre"),
    "penal": _("Straffeloven"),
    "regimes": _("Vold eller krænkende handlinger"),
    "instruments": _("Love og vejledninger"),
    "kinds": _("Former for chikane"),
    "channels": _("Kanaler"),
    "channel_owners": _("Hvis kanal det er"),
    "relations": _("Relation til afsenderen"),
    "targets": _("Hvem det går ud over"),
    "triggers": _("Hvad det udspringer af"),
    "severities": _("Alvor"),
    "patterns": _("Mønster"),
    "consequences": _("Følger"),
    "actions": _("Handlinger"),
    "outcomes": _("Udfald"),
}
LONG = ("deadlines", "duties", "definition", "norms", "penal", "regimes", "instruments")


@signed_in
@require_GET
def rules(request: HttpRequest) -> HttpResponseBase:
    """Everything the judgement and the deadlines rest on, as it holds today."""
    on, lang = timezone.localdate(), get_language() or "da"
    found = all_in_force(on)
    lists = [
        {"code": code, "title": title, "rows": [_row(entry, lang) for entry in found[code]]}
        for code, title in TITLES.items()
        if found.get(code)
    ]
    long = [one for one in lists if one["code"] in LONG]
    short = [one for one in lists if one["code"] not in LONG]
    return render(request, "law/rules.html", {"long": long, "short": short, "on": on})


def _row(entry: Entry, lang: str) -> dict[str, object]:
    suffix = "da" if lang.startswith("da") else "en"
    links = [one for one in entry.source if one.startswith("http")]
    return {
        "text": entry.text(lang),
        "help": entry.help(lang) or entry.more.get(f"note_{suffix}", ""),
        "named": [one for one in entry.source if one not in links],
        "links": _links(links),
        "since": entry.valid_from if entry.dated else None,
        "until": entry.valid_to,
        "checked": entry.checked,
        "confirmed": entry.confirmed,
        "statutory": entry.more.get("statutory"),
        "punishment": punishment(entry.more.get("max_months"), entry.more.get("prosecution")),
    }


def _links(links: list[str]) -> list[tuple[str, str]]:
    """Each link with what it is called: its host, numbered where the host stands there twice."""
    hosts = [link.split("/")[2].removeprefix("www.") for link in links]
    places = [hosts[: at + 1].count(host) for at, host in enumerate(hosts)]
    words = [
        f"{host} ({place})" if hosts.count(host) > 1 else host
        for host, place in zip(hosts, places, strict=True)
    ]
    return list(zip(links, words, strict=True))
