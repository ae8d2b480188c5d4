"""Reasons by code: the law data's words, filled in, with their sources."""

from .answers import Reason
from .entries import latest


def because(code: str, **values: object) -> Reason:
    """The reason with this code; `values` fill the {names} in its words."""
    entry = latest("reasons", code)
    da, en = entry.da.format(**values), entry.en.format(**values)
    return Reason(code, da, en, entry.source)
