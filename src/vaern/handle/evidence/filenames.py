"""File names from outside, made safe to show and to offer for saving."""

import re
import unicodedata

_LONGEST = 120


def safe_name(name: str, *, otherwise: str) -> str:
    """Return the last part of `name` without paths, control signs or letters that turn text.

    A name like `foto<U+202E>gpj.exe` would be shown as `fotoexe.jpg`; the turning sign goes.
    The ending is kept when a long name is shortened. `otherwise` stands in for an empty name.
    """
    last = re.split(r"[/\\]", name[-2000:])[-1]
    shown = "".join(
        c for c in last if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    shown = re.sub(r'[<>:"|?*]', "_", " ".join(shown.split())).strip(" .")
    if len(shown) > _LONGEST:
        stem, dot, ending = shown.rpartition(".")
        kept = (dot + ending)[-20:]
        shown = (stem or shown)[: _LONGEST - len(kept)] + kept
    return shown or otherwise
