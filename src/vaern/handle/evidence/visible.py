"""Text from outside with everything invisible in it made visible."""

import re

# Letters that turn the direction of what follows, so that a name or an amount reads otherwise.
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
# Letters without any width, used to split words past a filter. ZWJ stays: emoji need it.
_WIDTHLESS = (0x00AD, 0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0x180E)
_TAGS = range(0xE0000, 0xE0080)

_SHOWN: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20)}
_SHOWN |= {code: f"⟨U+{code:04X}⟩" for code in (*_TURNING, *_WIDTHLESS, *_TAGS, *range(0x80, 0xA0))}
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_SHOWN |= {0x7F: "\u2421", 0x2028: "\n", 0x2029: "\n"}
del _SHOWN[0x0A], _SHOWN[0x09]

_LINE_ENDS = re.compile(r"\r\n?")


def safe_text(text: str) -> str:
    """Return `text` with control and turning letters shown as signs or `⟨U+202E⟩`.

    Line ends become plain ones; tabs stay. The result can always be encoded as UTF-8; a page
    must still escape it.
    """
    return _LINE_ENDS.sub("\n", text).translate(_SHOWN)
