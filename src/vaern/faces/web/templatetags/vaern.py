"""What the templates need beside Django's own: `{% load vaern %}`."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vaern.faces.web import badges, navigation
from vaern.faces.web import remaining as time_left

register = template.Library()

FRAME = ("request", "csrf_token", "person", "workplace", "roles")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite; without a label it is decoration and hidden from screen readers."""
    address = f"{static('web/icons.svg')}#{name}"
    if not label:
        return format_html(
            '<svg class="icon-svg" focusable="false" aria-hidden="true">'
            '<use href="{}"></use></svg>',
            address,
        )
    return format_html(
        '<svg class="icon-svg" focusable="false" role="img" aria-label="{}">'
        '<use href="{}"></use></svg>',
        label,
        address,
    )


@register.simple_tag(takes_context=True)
def component(context: template.Context, name: str, /, **given: Any) -> str:
    """Draws `components/<name>.html` with what it is given and nothing of the page's own names.

    `{% component "task" title=task.title due=task.due %}`. The request, the person and the CSRF
    token go along, so a component may hold a form.
    """
    frame = {key: context[key] for key in FRAME if key in context}
    drawing = get_template(f"components/{name}.html").template  # type: ignore[attr-defined]
    drawn: str = drawing.render(context.new(frame | given))
    return drawn


@register.simple_tag
def address_of(view: str) -> str:
    """The address of a named page, or nothing while it does not exist."""
    return navigation.place(view) or ""


@register.simple_tag
def remaining(due: datetime | None) -> time_left.Remaining | None:
    """Time left until `due`, now; nothing where there is no deadline."""
    return time_left.remaining(due, timezone.now()) if due else None


@register.simple_tag
def clock_patterns() -> dict[str, str]:
    """The sentences the page's clock fills in: `left` and `over`."""
    return {"left": time_left.left_pattern(), "over": time_left.overdue_pattern()}


@register.simple_tag
def urgency_badge(code: int) -> SafeString:
    """Urgency 0 none, 1 this week, 2 today, 3 acute."""
    return _drawn(badges.URGENCY, int(code))


@register.simple_tag
def severity_badge(code: str, text: str = "") -> SafeString:
    """Severity by its code in the law data; `text` wins over our own words."""
    return _drawn(badges.SEVERITY, code, text)


@register.simple_tag
def status_badge(code: str, text: str = "") -> SafeString:
    """Status of a case or a task by its code; `text` wins over our own words."""
    return _drawn(badges.STATUS, code, text)


def _drawn(known: Mapping[Any, badges.Badge], code: Any, text: str = "") -> SafeString:
    found = known.get(code, badges.Badge("neutral", str(code)))
    return format_html('<span class="badge badge-{}">{}</span>', found.tone, text or found.text)


@register.filter(expects_localtime=True)
def moment(value: datetime | None) -> str:
    """A point in time with its weekday: "fredag 24. november 2026 kl. 14.05"."""
    # Translators: Django date format of a full point in time.
    return date_format(value, _("l j. F Y \\k\\l. H.i")) if value else ""


@register.filter(expects_localtime=True)
def soon(value: datetime | None) -> str:
    """A point in time as one says it: "i dag kl. 14.05", "i morgen kl. 9.00"; else `moment`."""
    if value is None:
        return ""
    away = (value.date() - timezone.localdate(timezone=value.tzinfo)).days
    said = {
        0: _("i dag kl. %(clock)s"),
        1: _("i morgen kl. %(clock)s"),
        -1: _("i går kl. %(clock)s"),
    }.get(away)
    # Translators: Django date format of a clock time.
    return said % {"clock": date_format(value, _("H.i"))} if said else moment(value)


@register.filter(expects_localtime=True)
def day(value: date | None) -> str:
    """A day without a clock time: "24. november 2026"."""
    # Translators: Django date format of a day.
    return date_format(value, _("j. F Y")) if value else ""


@register.filter
def initials(name: str) -> str:
    """First letters of the first and the last name: "Rikke Holm" gives RH."""
    parts = str(name).split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


@register.filter
def example(label: object) -> str:
    """The example an `Explained` choice label carries, or nothing."""
    return str(getattr(label, "example", "") or "")


class CapturedNode(template.Node):
    """Renders what it holds once and keeps it under a name, so that it can stand in two places."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: template.Context) -> str:
        """Nothing here; the words stand wherever `name` is used."""
        context[self.name] = mark_safe(self.nodelist.render(context).strip())  # noqa: S308
        return ""


@register.tag
def captured(parser: Parser, token: Token) -> CapturedNode:
    """`{% captured page_title %}…{% endcaptured %}`: already rendered, so escaped once."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endcaptured",))
    parser.delete_first_token()
    return CapturedNode(nodelist, name)


class NavigationNode(template.Node):
    """Puts the open doors into the context under a name."""

    def __init__(self, current: FilterExpression, name: str) -> None:
        self.current = current
        self.name = name

    def render(self, context: template.Context) -> str:
        """The page's own word about where it is wins over the address."""
        current = str(self.current.resolve(context) or "") or _open_view(context)
        # Asked only for the signed-in: the lazy values behind the names cost a query each.
        person = context.get("person")
        roles = context.get("roles") or () if person else ()
        unread = int(str(context.get("unread_notices", 0))) if person else 0
        context[self.name] = list(navigation.entries(roles, current, unread))
        return ""


@register.tag
def navigation_entries(parser: Parser, token: Token) -> NavigationNode:
    """`{% navigation_entries nav_current as entries %}`."""
    _tag, current, _as, name = token.split_contents()
    return NavigationNode(parser.compile_filter(current), name)


def _open_view(context: template.Context) -> str:
    match = getattr(context.get("request"), "resolver_match", None)
    return str(match.view_name) if match else ""
