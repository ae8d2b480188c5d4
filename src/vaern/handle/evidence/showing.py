"""The safe derivative of an original: what a browser may show of it."""

from dataclasses import dataclass, field
from typing import Any, Literal

from .charsets import decode_text
from .hypertext import safe_html
from .limits import Limits
from .mail import read_eml
from .messages import Unreadable
from .picture import safe_image
from .reading import mail_facts
from .visible import safe_text

Kind = Literal["text", "html", "image", "download"]


@dataclass(frozen=True)
class Derivative:
    """``content`` is text, harmless HTML, a re-encoded picture, or nothing for a download.

    ``facts`` is what a mail says of itself; ``problem`` a code when it cannot be shown.
    """

    kind: Kind
    content: str | bytes = field(default="", repr=False)
    mime: str = ""
    problem: str = ""
    facts: dict[str, Any] = field(default_factory=dict, repr=False)


def derive(label: str, data: bytes, limits: Limits) -> Derivative:
    """Make the derivative for a file of type ``label`` (see ``truetype``). Never raises."""
    try:
        return _derive(label, data, limits)
    except Unreadable as error:
        return Derivative("download", problem=error.code)


def _derive(label: str, data: bytes, limits: Limits) -> Derivative:
    if label == "image":
        picture, mime = safe_image(data, limits)
        return Derivative("image", picture, mime)
    if label == "mail":
        return _mail(data, limits)
    if label in {"text", "html", "svg"}:
        # HTML and SVG files are shown as their source: nothing in them is followed.
        text = decode_text(data)[0][: limits.max_text_chars]
        return Derivative("text", safe_text(text), "text/plain")
    return Derivative("download", problem="not_shown")


def _mail(data: bytes, limits: Limits) -> Derivative:
    mail = read_eml(data, limits)
    facts, problem = mail_facts(mail), mail.closed or ""
    if mail.text.strip() or not mail.html:
        return Derivative("text", safe_text(mail.text), "text/plain", problem, facts)
    return Derivative("html", safe_html(mail.html), "text/html", problem, facts)
