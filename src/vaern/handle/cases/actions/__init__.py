"""Everything that changes a case; the only writers of its rows."""

from vaern.handle.cases.actions.closing import CannotClose, close, standing
from vaern.handle.cases.actions.correcting import correct
from vaern.handle.cases.actions.joining import join
from vaern.handle.cases.actions.lifting import lift, may_lift
from vaern.handle.cases.actions.opening import open_case
from vaern.handle.cases.actions.people import keep_out, let_in
from vaern.handle.cases.actions.reopening import reopen
from vaern.handle.cases.actions.senders import sender_unknown, settle_sender
from vaern.handle.cases.actions.tasks import assign, complete, set_not_relevant, take_up
from vaern.handle.cases.actions.verdicts import confirm, overrule
from vaern.handle.cases.actions.words import add_note, record_contact

__all__ = [
    "CannotClose",
    "add_note",
    "assign",
    "close",
    "complete",
    "confirm",
    "correct",
    "join",
    "keep_out",
    "let_in",
    "lift",
    "may_lift",
    "open_case",
    "overrule",
    "record_contact",
    "reopen",
    "sender_unknown",
    "set_not_relevant",
    "settle_sender",
    "standing",
    "take_up",
]
