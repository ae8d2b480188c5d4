"""What is right about a report: the order of the questions, and whose address is whose."""

import re
from urllib.parse import parse_qs, urlsplit

STEPS = ("danger", "what", "where", "who", "evidence", "check")
"""The screens of the report form, in order."""

ONE_PERSON = ("employee", "leader", "family")
"""Targets that are somebody, or somebody's family."""

_MAIL = re.compile(r"[^\s<>,;:\"()@]{1,64}@[^\s<>,;:\"()@/]{1,255}\.[^\s<>,;:\"()@/]{2,63}")
_PHONE = re.compile(r"\+?[\d\s().\-/]{6,30}")
_FRONT = re.compile(r"^(www|m|mobile|web|touch|[a-z]{2}-[a-z]{2})\.")
_MOST = 2_000
_NO_REPLY = re.compile(r"(no|do-?not)[-_.]?reply|(ikke|må-ikke)[-_.]?(be)?svar(es)?|mailer-daemon")
NOBODY = frozenset(
    word.strip()
    for word in [
        "ukendt",
        " ukendt afsender",
        " ukendt nummer",
        " ukendt person",
        " ved ikke",
        " det ved jeg ikke",
        " jeg ved det ikke",
        " aner det ikke",
        " anonym",
        " anonymt",
        " anonym afsender",
        " anonymt nummer",
        " hemmeligt",
        " hemmelig",
        " hemmeligt nummer",
        " hemmelig nummer",
        " skjult",
        " skjult nummer",
        " privat",
        " privat nummer",
        " intet nummer",
        " intet navn",
        " intet",
        " ingen",
        " nej",
        " ?",
        " ??",
        " ???",
        " -",
        " –",
        " x",
        " n/a",
        " na",
        " unknown",
        " unknown caller",
        " unknown number",
        " not known",
        " do not know",
        " don't know",
        " i don't know",
        " anonymous",
        " hidden",
        " hidden number",
        " private",
        " private number",
        " withheld",
        " no caller id",
        " no number",
        " none",
        " nobody",
        " no",
    ]
)
"""What people write for a sender they do not know; no two of them are the same person."""


def step_after(step: str) -> str:
    """The screen that follows; the last one stays."""
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def reached(step: str, furthest: str) -> str:
    """Where a draft is left after ``step``: who has been at the last screen goes back to it."""
    return left_at(step_after(step), furthest)


def left_at(step: str, furthest: str) -> str:
    """Where a draft is left by who stops on ``step``; the last screen once reached stays."""
    return furthest if furthest == STEPS[-1] else step


def step_before(step: str) -> str | None:
    """The screen one came from; None before the first."""
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None


def needs_a_name(via: str, target: str | None) -> bool:
    """Must it be said whom it hit? On behalf of a colleague always, else where it hit one."""
    return via == "colleague" or target in ONE_PERSON


def same_sender(text: str) -> str:
    """One spelling for all ways of writing the same address, number, profile or name; "" for none.

    ``Per <PER@X.dk>`` and ``per@x.dk`` are one; so are ``+45 12 34 56 78`` and ``12345678``.
    "Ukendt", a hidden number and an address nobody reads are nobody: they have no spelling.
    """
    text = " ".join(text[:_MOST].split()).casefold()
    if text.strip(" .!()") in NOBODY:
        return ""
    if mail := _MAIL.search(text):
        return "" if _NO_REPLY.match(mail[0]) else f"mail:{mail[0]}"
    if _PHONE.fullmatch(text) and len(number := _number(text)) >= 6:
        return f"tel:{number}"
    if profile := _profile(text):
        return f"web:{profile}"
    return f"name:{text.lstrip('@')}" if text.lstrip("@") else ""


def _number(text: str) -> str:
    """Digits only, without Denmark's country code."""
    digits = re.sub(r"\D", "", text)
    if text.startswith("00"):
        digits = digits[2:]
    return digits[2:] if len(digits) == 10 and digits.startswith("45") else digits


def _profile(text: str) -> str:
    """Host and path of a web address, without what differs between a phone and a computer."""
    if " " in text or not ("://" in text or re.match(r"[\w.-]+\.[a-z]{2,}/", text)):
        return ""
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = _FRONT.sub("", parts.hostname or "")
    except ValueError:
        return ""
    number = parse_qs(parts.query).get("id", [""])[0]  # facebook.com/profile.php?id=…
    path = parts.path.rstrip("/")
    return f"{host}{path}?{number}" if number else f"{host}{path}"
