"""Walking through a mail's parts and sorting them: text, HTML, files, mails inside."""

from dataclasses import dataclass, replace

from .assembly import assemble
from .budget import Budget
from .charsets import decode_text, stated_in
from .found import Found
from .heads import Head, read_head
from .letter import Mail
from .limits import Limits
from .parts import Division, Part

_MAILS = {"message/rfc822", "message/global"}
_SMIME = {"application/pkcs7-mime", "application/x-pkcs7-mime"}


def unfold(raw: memoryview, head: Head, limits: Limits, budget: Budget, nesting: int = 0) -> Mail:
    """Read a whole mail. Never raises; the caller has made sure that `head` is a mail's."""
    return _Unfolding(limits, budget, nesting=nesting).read(Part(raw, head))


@dataclass
class _Unfolding:
    limits: Limits
    budget: Budget
    layer: int = 0
    nesting: int = 0

    def read(self, root: Part, name: str = "") -> Mail:
        self.found = Found(self.limits, self.budget)
        self._take(root, root=True)
        return assemble(root.head, self.found, name)

    def _part(self, raw: memoryview, default: str = "text/plain") -> Part:
        return Part(raw, read_head(raw, self.limits, self.budget), default=default)

    def _take(self, part: Part, *, root: bool = False) -> None:
        self.budget.parts -= 1
        if self.budget.parts < 0 or self.layer > self.limits.max_layers:
            return self._give_up(bytes(part.raw))
        self.found.note(*part.head.defects, _lock(part))
        if part.head.unread:
            self.found.keep_raw(part.head.unread, "text/plain")
        if part.content_type.startswith("multipart/"):
            return self._take_many(part, part.division(self.budget.parts + 1))
        if part.content_type in _MAILS or (part.name.lower().endswith(".eml") and not root):
            return self._take_mail(part)
        return self._take_text(part) if _is_body(part, root) else self._take_file(part)

    def _take_many(self, part: Part, division: Division) -> None:
        self.found.note(*division.defects)
        for text in division.outside:
            self.found.add_outside(text, decode_text(text)[0])
        if not division.parts:
            return self._take_text(part)
        default = "message/rfc822" if part.content_type == "multipart/digest" else "text/plain"
        self.layer += 1
        for number, raw in enumerate(division.parts):
            if self.budget.spent:
                self._give_up(b"\n".join(bytes(rest) for rest in division.parts[number:]))
                break
            self._take(self._part(raw, default))
        self.layer -= 1
        return None

    def _take_mail(self, part: Part) -> None:
        raw, defect = part.inner()
        inner = _Unfolding(self.limits, self.budget, self.layer + 1, self.nesting + 1)
        if inner.nesting > self.limits.max_nesting or self.budget.spent:
            return self._leave_unread(part)
        root = inner._part(raw)
        if not root.head.is_mail or not self.budget.take(len(raw)):
            return self._leave_unread(part)
        self.found.nested.append(replace(inner.read(root, part.name), source=raw))
        return self._keep_doubtful(part, defect)

    def _leave_unread(self, part: Part) -> None:
        self.found.note("nested_unread")
        self._take_file(part)

    def _take_text(self, part: Part) -> None:
        data, defect = part.data()
        marked_up = part.content_type == "text/html"
        text, guessed = decode_text(data, part.charset or (stated_in(data) if marked_up else None))
        self.found.note(guessed)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.found.add_text(text, data, part.content_type)
        self._keep_doubtful(part, defect)

    def _take_file(self, part: Part) -> None:
        data, defect = part.data()
        self.found.note(None if data or defect else "attachment_empty")
        self.found.add_file(part, data)
        self._keep_doubtful(part, defect)

    def _keep_doubtful(self, part: Part, defect: str | None) -> None:
        """What was wrongly encoded is kept as it came too: more may be in it than we read."""
        if defect:
            self.found.note(defect)
            self.found.keep_raw(bytes(part.head.body), part.content_type)

    def _give_up(self, rest: bytes) -> None:
        self.found.note("too_many_parts")
        self.found.keep_raw(rest, "application/octet-stream")


def _is_body(part: Part, root: bool) -> bool:
    if part.content_type not in {"text/plain", "text/html"}:
        return False
    return root or (part.disposition != "attachment" and not part.name)


def _lock(part: Part) -> str | None:
    """The defect code of a part whose content is locked or packed away."""
    if part.content_type == "multipart/encrypted":
        return "encrypted_pgp"
    if part.content_type in _SMIME:
        signed = part.parameter("smime-type").lower() == "signed-data"
        return "signed_opaque" if signed else "encrypted_smime"
    packed = part.name.lower() == "winmail.dat" or part.content_type.endswith("/ms-tnef")
    return "winmail" if packed else None
