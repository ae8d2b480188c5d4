"""HTML from outside before it is parsed: made shorter, and with words where words are drawn."""

import re

_ANY_CASE = re.ASCII | re.IGNORECASE
_WORDLESS = re.compile(r"<(script|style)\b", _ANY_CASE)
_END_OF = {tag: re.compile(rf"</{tag}[^<>]{{0,50}}>", _ANY_CASE) for tag in ("script", "style")}
_DATA_ADDRESS = re.compile(r"data:[\w/+.;=-]{1,100},[\w+/=%.-]{100,}")
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)")
_NAMES = (
    "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas "
    "caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt "
    "em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee "
    "menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param "
    "picture plaintext pre progress q rp rt ruby s samp script search section select small source "
    "span strike strong style sub summary sup table tbody td template textarea tfoot th thead time "
    "title tr track tt u ul var video wbr xmp"
)
_HTML = frozenset(_NAMES.split())


def slim(markup: str) -> str:
    """`markup` without what holds no words and is often long: scripts, styles, data in addresses.

    Found by walking, not by one pattern: a page of opening tags alone must not take long.
    """
    out, at = [], 0
    while opening := _WORDLESS.search(markup, at):
        closing = _END_OF[opening[1].lower()].search(markup, opening.end())
        if closing is None:
            break
        out.append(markup[at : opening.start()])
        at = closing.end()
    return _DATA_ADDRESS.sub("data:", "".join(out) + markup[at:])


def at_home(markup: str) -> str:
    """`markup` with foreign elements (SVG, MathML) as plain ones, so that their words stay.

    The cleaner throws foreign elements away with all that is in them; a browser shows them.
    """
    plain = markup.replace("<![CDATA[", " ").replace("]]>", " ")
    return _TAG.sub(lambda tag: tag[0] if tag[2].lower() in _HTML else f"<{tag[1]}span", plain)
