"""The questions of the report form, one module a screen."""

from .check import CheckForm
from .danger import DangerForm
from .evidence import EvidenceForm, MailForm, MoreForm, uploaded
from .screen import ScreenForm
from .what import WhatForm
from .where import WhereForm
from .who import WhoForm

__all__ = [
    "CheckForm",
    "DangerForm",
    "EvidenceForm",
    "MailForm",
    "MoreForm",
    "ScreenForm",
    "WhatForm",
    "WhereForm",
    "WhoForm",
    "uploaded",
]
