"""Well-formed mails are read as the standard library reads them: our own division is right."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

from hypothesis import given, settings
from hypothesis import strategies as st

from vaern.handle.evidence.mail import read_eml

from .mails import LIMITS

words = st.text(st.sampled_from("abcæøå \n.-=>"), min_size=1, max_size=200).filter(str.strip)
files = st.lists(st.binary(min_size=1, max_size=300), max_size=3)
wrapping = st.sampled_from(["base64", "quoted-printable"])


@settings(max_examples=60, deadline=None)
@given(text=words, html=st.none() | words, attached=files, cte=wrapping, subject=words)
def test_parts_and_bytes_agree(text, html, attached, cte, subject):
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"] = "kim@x.example", "rikke.lund@havneby.example"
    made["Subject"] = " ".join(subject.split())
    made.set_content(text, cte=cte)
    if html:
        made.add_alternative(html, subtype="html", cte=cte)
    for number, data in enumerate(attached):
        made.add_attachment(data, "image", "png", filename=f"billede {number}.png")
    raw = made.as_bytes()
    theirs, ours = message_from_bytes(raw, policy=SMTP), read_eml(raw, LIMITS)
    assert [a.data for a in ours.attachments] == [
        p.get_content() for p in theirs.iter_attachments()
    ]
    body = theirs.get_body(("plain",))
    assert body is not None
    assert ours.text.rstrip("\n") == body.get_content().replace("\r\n", "\n").rstrip("\n")
    assert ours.subject == " ".join(str(theirs["Subject"]).split())
    assert ours.defects == ("no_date",)
