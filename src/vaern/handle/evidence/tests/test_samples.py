"""The samples written for us are read to the last detail."""

from vaern.handle.evidence.judging import judgement_text
from vaern.handle.evidence.stamps import Address
from vaern.handle.evidence.truetype import true_type

from .mails import sample


def test_the_threat_is_read_with_sender_recipient_and_time():
    mail = sample("trussel.eml")
    assert mail.sender == Address("Kenneth B.", "kennethb74@postkasse.example")
    assert mail.to == (Address("Rikke Lund", "rikke.lund@havneby.example"),)
    assert mail.sent_at is not None
    assert mail.sent_at.isoformat() == "2026-11-12T22:47:31+01:00"
    assert mail.subject == "din afgørelse"
    assert mail.defects == ()


def test_the_threat_is_in_the_words_to_judge():
    assert "Jeg ved, hvor du bor. Fjordvænget" in judgement_text(sample("trussel.eml"))


def test_every_header_is_kept_in_its_order():
    names = [header.name for header in sample("trussel.eml").headers]
    assert names[:4] == ["Return-Path", "Delivered-To", "Received", "Date"]
    assert "ud3.postkasse.example [192.0.2.44]" in sample("trussel.eml").header("received")


def test_the_forwarded_mail_is_a_mail_inside_with_its_own_sender():
    mail = sample("nedgoerende-videresendt.eml")
    [inner] = mail.nested
    assert inner.sender == Address("Poul Erik Dam", "poulerik.dam@landpost.example")
    assert "dum som en dør" in inner.text
    assert "dum som en dør" in judgement_text(mail)


def test_the_picture_is_evidence_of_its_own():
    [picture] = sample("afpresning-med-billede.eml").attachments
    assert picture.name == "IMG_2291.jpg"
    assert true_type(picture.data, picture.name).mime == "image/jpeg"


def test_the_complaint_is_read_once_though_it_is_sent_in_two_forms():
    mail = sample("vred-klage.eml")
    assert mail.cc == (Address("Mads Holm", "mads.holm@havneby.example"),)
    assert mail.html
    assert judgement_text(mail).count("Jeg er rasende") == 1
