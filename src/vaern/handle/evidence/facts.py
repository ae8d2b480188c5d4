"""What a mail says of itself, as JSON. None of it is proof."""

from typing import Any

from .letter import Mail
from .stamps import Address


def mail_facts(mail: Mail, *, with_inside: bool = True) -> dict[str, Any]:
    """Who, when, what about, all headers; of the mails inside the same without their headers."""
    inside = [_envelope(inner) for inner in mail.nested] if with_inside else []
    headers = [[header.name, header.value] for header in mail.headers]
    return {**_envelope(mail, deeper=False), "headers": headers, "inside": inside}


def _envelope(mail: Mail, *, deeper: bool = True) -> dict[str, Any]:
    return {
        "from": _address(mail.sender) if mail.sender else None,
        "to": [_address(one) for one in mail.to],
        "cc": [_address(one) for one in mail.cc],
        "sent_at": mail.sent_at.isoformat() if mail.sent_at else None,
        "message_id": mail.message_id,
        "subject": mail.subject,
        "defects": list(mail.defects),
        "empty_files": [
            {"name": file.name, "type": file.declared_type}
            for file in mail.attachments
            if not file.data
        ],
        "inside": [_envelope(inner) for inner in mail.nested] if deeper else [],
    }


def _address(one: Address) -> dict[str, str]:
    return {"name": one.name, "address": one.address}
