"""Texts in which a colleague tells what another person said, though nobody said so beside it.

A phone note pasted into the report, a mail "he rang again and said …": read as a sender's words,
they say nothing, since nobody is threatened by "he will kill me".
"""

from __future__ import annotations

import re

from .evidence import Reading
from .vocabulary import Vocabulary

_HEAD = 160  # characters in which a note says that it is one
_NOTE = re.compile(
    r"^\W{0,3}(?:(?:telefon|opkalds|samtale|møde|besøgs|hændelses|sags)?notat|telefonbesked|"
    r"opkald|indgående opkald|hændelse|hændelsesbeskrivelse|phone note|call log|incident)\b",
    re.MULTILINE,
)


def is_note(reading: Reading) -> bool:
    """Whether the text names itself a note of a call or an incident."""
    return _NOTE.search(reading.source.text[:_HEAD]) is not None


def retells(reading: Reading, words: Vocabulary) -> bool:
    """Whether the text tells what someone else said or did to the writer."""
    return bool(reading.present & words.retold)
