"""The words of a text or a web page, to judge and to show."""

from .budget import Budget
from .charsets import decode_text, stated_in
from .cutting import cut, ends
from .hypertext import html_to_text
from .kinds_of_file import claimed
from .limits import Limits
from .markup import slim
from .said_twice import only_in
from .truetype import TrueType

_MARKED_UP = {"html", "svg"}


def words_of(
    kind: TrueType, data: bytes, name: str, limits: Limits, budget: Budget
) -> tuple[str, bool]:
    """The words to judge, and whether some had to be left out; none for other kinds of file.

    A page is read as a browser would. What is only called text, or nothing, is read both as it
    stands and as a page: nobody knows how it was shown.
    """
    if kind.encrypted or kind.label_code not in {"text", *_MARKED_UP}:
        return "", False
    written = source_of(kind.label_code, data)
    most = budget.text(limits.max_text_chars, len(written))
    if not most:
        return "", bool(written)
    page, page_cut = _as_page(written, most) if "<" in written else ("", False)
    if kind.label_code in _MARKED_UP and claimed(_ending(name)) & {"text/html", "image/svg+xml"}:
        return cut(page, most)[0], page_cut
    more = cut(only_in(page, cut(written, most)[0]), most // 4)[0] if page else ""
    plain, was_cut = cut(written, most - len(more))
    return (f"{plain}\n\n{more}" if more else plain), was_cut


def source_of(label: str, data: bytes) -> str:
    """The whole file as text, in the alphabet it says or seems to be written in."""
    return decode_text(data, stated_in(data) if label in _MARKED_UP else None)[0]


def shown_source(label: str, data: bytes, limits: Limits) -> tuple[str, bool]:
    """The file as it is written, both ends of it when it is long, and whether it was cut."""
    return cut(source_of(label, data), limits.max_text_chars)


def _as_page(markup: str, most: int) -> tuple[str, bool]:
    """Cut before it is read, piece by piece: reading takes longer than the markup is long."""
    pieces = ends(slim(markup) if len(markup) > most else markup, most)
    return "\n".join(words for piece in pieces if (words := html_to_text(piece))), len(pieces) > 1


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
