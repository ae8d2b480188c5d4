"""The highest punishment of a section and who brings the case, in words; only what is confirmed."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

PROSECUTION: Mapping[str, Promise] = {
    "public": gettext_lazy("Politi og anklager rejser sagen."),
    "on_request": gettext_lazy("Sagen rejses, når den berørte beder om det."),
    "private": gettext_lazy("Den berørte rejser som udgangspunkt selv sagen."),
}


def punishment(max_months: int | None, prosecution: str | None) -> str:
    """One or two sentences, or nothing where neither is confirmed."""
    words = [_("Højst %(time)s fængsel.") % {"time": _time(max_months)}] if max_months else []
    if prosecution:
        words.append(str(PROSECUTION[prosecution]))
    return " ".join(words)


def _time(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(ngettext("%(n)s års", "%(n)s års", years) % {"n": years})
    if rest:
        parts.append(ngettext("%(n)s måneds", "%(n)s måneders", rest) % {"n": rest})
    return _(" og ").join(parts)
