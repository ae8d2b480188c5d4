"""The words of a mail that a judgement should rest on."""

import re
from collections.abc import Iterator

from .cutting import cut
from .hypertext import html_to_text
from .letter import Mail
from .said_twice import only_in

_FORWARD = re.compile(r"^\s*(vs|fw|fwd|wg|videresendt)\s*:", re.IGNORECASE)
_FORWARDED = re.compile(r"videresendt|forwarded message|forwarded by|weitergeleitet", re.IGNORECASE)
_SAID = re.compile(r"^(den|on|le|am)\b.{4,200}\b(skrev|wrote|schrieb)\b.{0,80}:$", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"^-{2,} ?(oprindelig (meddelelse|besked|mail)|original message|ursprüngliche nachricht) ?-{2,}$",
    re.IGNORECASE,
)
_SAID_WRAPPED = re.compile(r"^(den|on|le|am)\b.{4,200}[^:]$", re.IGNORECASE)
_BLOCK_FROM = re.compile(r"^\*?(fra|from|von)\*?: ?\*? ?\S", re.IGNORECASE)
_BLOCK_SENT = re.compile(r"^\*?(sendt|sent|dato|date|gesendet)\*?:", re.IGNORECASE)


def judgement_text(mail: Mail, *, max_chars: int = 200_000) -> str:
    """Subject and newest text of the mail, then those of the mails inside it.

    A reply's history is left out, since others wrote it; forwarded text stays, since that is
    what the person wanted seen. A text longer than `max_chars` keeps both its ends.
    """
    return judged(mail, max_chars)[0]


def judged(mail: Mail, max_chars: int) -> tuple[str, bool]:
    """The same, and whether anything had to be left out."""
    return cut("\n\n".join(piece for piece in _pieces(mail) if piece), max_chars)


def marked_up_text(mail: Mail) -> str:
    """The words of the mail's HTML."""
    return "\n".join(words for piece in mail.htmls if (words := html_to_text(piece)))


def newest(text: str, *, forwarded: bool = False) -> str:
    """`text` without the history of a reply; all of it when nothing else would be left."""
    if forwarded or _FORWARDED.search(text):
        return text.strip()
    return "\n".join(_fresh(_unwrapped(text.splitlines()))).strip() or text.strip()


def _pieces(mail: Mail) -> Iterator[str]:
    forwarded = bool(_FORWARD.match(mail.subject))
    # Each by itself: a history in one of the two must not take the other away with it.
    plain = newest(mail.text.strip(), forwarded=forwarded)
    yield mail.subject
    yield plain
    yield only_in(newest(marked_up_text(mail), forwarded=forwarded), plain)
    yield from mail.outside
    for inner in mail.nested:
        yield from _pieces(inner)


def _fresh(lines: list[str]) -> Iterator[str]:
    answered = False
    for number, line in enumerate(lines):
        bare = line.strip().lstrip("> ")
        if _ORIGINAL.match(bare) or _opens_history(lines, number):
            return
        if _attributes(lines, number):
            answered = True
        elif not (answered and line.lstrip().startswith(">")):
            # Without "… skrev:" above it a line with > is the sender's own way of writing.
            yield line


def _unwrapped(lines: list[str]) -> list[str]:
    """Join "Den … skrev" with "X <x@…>:" where the mail program broke the line between them."""
    out: list[str] = []
    for line in lines:
        above = out[-1].strip() if out else ""
        joined = f"{above} {line.strip()}"
        if line.rstrip().endswith(":") and _SAID_WRAPPED.match(above) and _SAID.match(joined):
            out[-1] = joined
        else:
            out.append(line)
    return out


def _attributes(lines: list[str], number: int) -> bool:
    """True for "Den … skrev X:" with quoted lines under it."""
    if not _SAID.match(lines[number].strip()):
        return False
    under = next((line for line in lines[number + 1 : number + 4] if line.strip()), "")
    return under.lstrip().startswith(">")


def _opens_history(lines: list[str], number: int) -> bool:
    """True where Outlook puts Fra/Sendt/Til above the mail that is answered."""
    if not _BLOCK_FROM.match(lines[number].strip()):
        return False
    return any(_BLOCK_SENT.match(line.strip()) for line in lines[number + 1 : number + 4])
