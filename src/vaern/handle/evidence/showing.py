"""The safe derivative of an original: what a browser may show of it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from .facts import mail_facts
from .hypertext import safe_html
from .judging import marked_up_text
from .letter import Mail
from .limits import Limits
from .mail import read_eml
from .messages import Unreadable
from .picture import redrawn
from .said_twice import only_in
from .visible import safe_text
from .written import shown_source

Kind = Literal["text", "html", "image", "download"]


@dataclass(frozen=True)
class Derivative:
    """``content`` is text, harmless HTML, a re-encoded picture, or nothing for a download.

    ``plain`` is a mail's plain text where its HTML says something else, ``words`` what is written
    in that HTML, ``outside`` what stood between its parts. ``facts`` is what a mail says of itself; ``problem`` a code when it cannot
    be shown, or not all of it.
    """

    kind: Kind
    content: str | bytes = field(default="", repr=False)
    mime: str = ""
    problem: str = ""
    facts: dict[str, Any] = field(default_factory=dict, repr=False)
    plain: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    outside: str = field(default="", repr=False)


def derive(label: str, data: bytes, limits: Limits) -> Derivative:
    """Make the derivative for a file of type ``label`` (see ``truetype``). Never raises."""
    try:
        return _derive(label, data, limits)
    except Unreadable as error:
        return Derivative("download", problem=error.code)


def _derive(label: str, data: bytes, limits: Limits) -> Derivative:
    if label == "image":
        drawn = redrawn(data, limits)
        return Derivative("image", drawn.data, drawn.mime, "image_moves" if drawn.moves else "")
    if label == "mail":
        return _mail(read_eml(data, limits))
    if label in {"text", "html", "svg"}:
        # HTML and SVG files are shown as their source: nothing in them is followed.
        text, was_cut = shown_source(label, data, limits)
        return Derivative("text", safe_text(text), "text/plain", "text_cut" if was_cut else "")
    return Derivative("download", problem="not_shown")


def _mail(mail: Mail) -> Derivative:
    facts, problem = _visible(mail_facts(mail, with_inside=False)), mail.closed or ""
    plain, outside = safe_text(mail.text.strip("\n")), safe_text("\n\n".join(mail.outside))
    laid_out = marked_up_text(mail)
    hidden = only_in(laid_out, mail.text)  # words the plain text does not have
    if not hidden and (plain.strip() or not mail.htmls):
        return Derivative("text", plain, "text/plain", problem, facts, outside=outside)
    page = "".join(safe_html(piece) for piece in mail.htmls)
    shown = plain if plain.strip() else ""
    words = safe_text(laid_out)
    return Derivative("html", page, "text/html", problem, facts, shown, words, outside)


def _visible(facts: Any) -> Any:
    """The same with nothing invisible in its words."""
    if isinstance(facts, dict):
        return {name: _visible(one) for name, one in facts.items()}
    if isinstance(facts, list):
        return [_visible(one) for one in facts]
    return safe_text(facts) if isinstance(facts, str) else facts
