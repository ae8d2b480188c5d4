"""HTML from outside: as plain text to judge, and as harmless HTML to look at.

nh3 (the Rust library ammonia) parses the way a browser does; our own pass then only sees
its tidy output. Nothing of the sender's markup is kept but bare tags for structure.
"""

import html
import re

import nh3

from .markup import at_home
from .visible import safe_text

_BLOCKS = {"p", "div", "ul", "ol", "li", "pre", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS |= {"blockquote", "br", "hr"}
_INLINE = {"b", "strong", "i", "em", "u", "s", "code", "sub", "sup", "td", "th", "tbody", "thead"}
_SHOWN = _BLOCKS | _INLINE
_REWRITTEN = {"a", "img"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_UNSEEN = {"script", "style", "title"}

# Parsing time grows with the square of the depth: 100,000 open <div> took eighteen seconds.
_DEEPEST = 5_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_TIDY_TAG = re.compile(r'<(/?)([a-z0-9]+)((?: [a-z]+="[^"]*")*)>')
_TIDY_VALUE = re.compile(r' ([a-z]+)="([^"]*)"')
_UNNESTED = {"br", "hr", "img", "p", "li", "td", "tr", "th", "meta", "link", "input", "col"}


def safe_html(markup: str, *, image_text: str = "[billede]") -> str:
    """Return HTML safe to put into a page: no script, style, form, link or remote content.

    Links become text with their address after it; every picture becomes `image_text`, since
    pictures in the mail are shown as attachments and others would be fetched from outside.
    """
    if _too_deep(markup):
        return f"<pre>{_shown(_stripped(markup))}</pre>"
    rewriter = _Rewriter(image_text)
    rewriter.walk(_tidy(markup))
    # The second cleaning is the lock on the door: our own pass can open nothing.
    return nh3.clean("".join(rewriter.out), tags=_SHOWN, attributes={})


def html_to_text(markup: str) -> str:
    """Return the words of an HTML text, line by line; quotations get `> ` in front."""
    if _too_deep(markup):
        return _stripped(markup)
    reader = _Reader()
    reader.walk(_tidy(markup))
    return reader.text()


def _tidy(markup: str) -> str:
    return nh3.clean(
        at_home(markup),
        tags=_SHOWN | _REWRITTEN,
        clean_content_tags=_UNSEEN,
        attributes={"a": {"href"}, "img": {"alt"}},
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _too_deep(markup: str) -> bool:
    depth = 0
    for close, tag in _TAG.findall(markup):
        if tag.lower() not in _UNNESTED:
            depth = max(depth + (-1 if close else 1), 0)
        if depth > _DEEPEST:
            return True
    return False


def _stripped(markup: str) -> str:
    return html.unescape(re.sub(r"<[^<>]{0,500}>", " ", markup)).strip()


class _Walker:
    """Goes through tidy HTML: every < in it begins a tag, and every value stands in quotes.

    The library's parser looks for far more and takes five times as long.
    """

    def walk(self, tidy: str) -> None:
        at = 0
        for found in _TIDY_TAG.finditer(tidy):
            self.words(html.unescape(tidy[at : found.start()]))
            closing, tag, given = found.groups()
            if closing:
                self.end(tag)
            else:
                values = _TIDY_VALUE.findall(given) if given else []
                self.start(tag, {name: html.unescape(value) for name, value in values})
            at = found.end()
        self.words(html.unescape(tidy[at:]))

    def start(self, tag: str, given: dict[str, str]) -> None:
        raise NotImplementedError

    def end(self, tag: str) -> None:
        raise NotImplementedError

    def words(self, words: str) -> None:
        raise NotImplementedError


class _Rewriter(_Walker):
    """Tidy HTML with links and pictures turned into words."""

    def __init__(self, image_text: str) -> None:
        self.out: list[str] = []
        self._image_text = image_text
        self._link, self._link_words = "", ""

    def start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "a":
            self._link, self._link_words = given.get("href", ""), ""
        elif tag == "img":
            alt = given.get("alt", "").strip()
            self.out.append(_shown(f"{self._image_text} {alt}".strip()))
        else:
            self.out.append(f"<{tag}>")

    def end(self, tag: str) -> None:
        if tag != "a":
            self.out.append(f"</{tag}>")
            return
        address, self._link = self._link, ""
        if address and address.removeprefix("mailto:") not in self._link_words:
            self.out.append(_shown(f" [{address[:500]}]"))

    def words(self, words: str) -> None:
        if self._link and len(self._link_words) < 2_000:
            self._link_words += words
        self.out.append(_shown(words))


def _shown(words: str) -> str:
    """Words for a page: nothing in them is markup, and nothing in them is invisible."""
    return html.escape(safe_text(words))


class _Reader(_Walker):
    """Tidy HTML as lines of text."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, list[str]]] = [(0, [])]
        self._quoted = 0
        self._kept = 0

    def start(self, tag: str, given: dict[str, str]) -> None:
        self._quoted += tag == "blockquote"
        self._kept += tag == "pre"
        self._around(tag)
        if tag == "img" and (alt := given.get("alt", "").strip()):
            self._lines[-1][1].append(f" {alt} ")

    def end(self, tag: str) -> None:
        self._quoted = max(self._quoted - (tag == "blockquote"), 0)
        self._kept = max(self._kept - (tag == "pre"), 0)
        self._around(tag)

    def _around(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._lines.append((self._quoted, []))
        elif tag in {"td", "th"}:
            self._lines[-1][1].append(" ")

    def words(self, words: str) -> None:
        first, *more = words.split("\n") if self._kept else [words]
        self._lines[-1][1].append(first)
        self._lines += [(self._quoted, [line]) for line in more]

    def text(self) -> str:
        lines = (("> " * min(quoted, 5), " ".join("".join(w).split())) for quoted, w in self._lines)
        return "\n".join(mark + words for mark, words in lines if words)
