"""What is said, in Danish and English, when a file or a part of it cannot be read."""

TEXTS: dict[str, tuple[str, str]] = {
    # Why a file could not be read at all.
    "empty": (
        "Filen er tom. Prøv at gemme den igen og send den på ny.",
        "The file is empty. Try saving it again and send it once more.",
    ),
    "too_large": (
        "Filen er for stor. Del den op, eller tag skærmbilleder af det vigtigste.",
        "The file is too large. Split it, or take screenshots of what matters most.",
    ),
    "not_mail": (
        "Filen ligner ikke en mail. Den er ikke læst som mail.",
        "The file does not look like an e-mail. It has not been read as one.",
    ),
    "outlook_msg": (
        "Filen er i Outlooks eget format (.msg). Gem mailen som .eml, og send den igen.",
        "The file is in Outlook's own format (.msg). Save the mail as .eml and send it again.",
    ),
    "image_broken": (
        "Billedet er beskadiget og kan ikke vises.",
        "The picture is damaged and cannot be shown.",
    ),
    "image_too_large": (
        "Billedet har for mange billedpunkter til at blive vist.",
        "The picture has too many pixels to be shown.",
    ),
    "image_heic": (
        "Billedet er i formatet HEIC, som vi ikke kan vise. Send det som JPEG eller PNG.",
        "The picture is in the HEIC format, which we cannot show. Send it as JPEG or PNG.",
    ),
    "image_moves": (
        "Billedet bevæger sig. Her vises kun det første billede. Resten ligger i originalen.",
        "The picture moves. Only its first frame is shown here. The rest is in the original.",
    ),
    "image_unsupported": (
        "Billedets format kan ikke vises. Send det som JPEG eller PNG.",
        "The picture's format cannot be shown. Send it as JPEG or PNG.",
    ),
    # What was odd in a mail that was read.
    "bad_base64": (
        "En del af mailen er kodet forkert. Den er også gemt, som den kom.",
        "A part of the mail is wrongly encoded. It is also kept as it came.",
    ),
    "bad_date": (
        "Mailens dato kan ikke læses.",
        "The mail's date cannot be read.",
    ),
    "bad_quoted_text": (
        "En del af mailen er kodet på en måde, vi ikke kender. Den er gemt, som den kom.",
        "A part of the mail is encoded in a way we do not know. It is kept as it came.",
    ),
    "boundary_guessed": (
        "Mailens opdeling var ødelagt. Vi har gættet, hvor delene skilles.",
        "The mail's division into parts was broken. We guessed where the parts divide.",
    ),
    "boundary_missing": (
        "Mailens opdeling var ødelagt. Alt er læst som én tekst.",
        "The mail's division into parts was broken. All of it was read as one text.",
    ),
    "boundary_unclosed": (
        "Mailen slutter brat. Noget kan mangle fra afsenderens side.",
        "The mail ends abruptly. Something may be missing from the sender's side.",
    ),
    "charset_guessed": (
        "Mailen oplyser et forkert tegnsæt. Vi har gættet det rigtige.",
        "The mail states a wrong character set. We guessed the right one.",
    ),
    "date_without_zone": (
        "Mailens dato mangler tidszone, så tidspunktet er ukendt.",
        "The mail's date has no time zone, so the time is unknown.",
    ),
    "encrypted_pgp": (
        "Mailen er krypteret (PGP). Den er gemt, men teksten kan ikke læses her.",
        "The mail is encrypted (PGP). It is kept, but its text cannot be read here.",
    ),
    "encrypted_smime": (
        "Mailen er krypteret (S/MIME). Den er gemt, men teksten kan ikke læses her.",
        "The mail is encrypted (S/MIME). It is kept, but its text cannot be read here.",
    ),
    "signed_opaque": (
        "Mailens tekst ligger i en signeret pakke (S/MIME) og kan ikke læses her. Den er gemt.",
        "The mail's text lies in a signed package (S/MIME) and cannot be read here. It is kept.",
    ),
    "header_broken": (
        "Mailens hoved er ikke lukket rigtigt. Resten er læst som tekst.",
        "The mail's header does not end properly. The rest was read as text.",
    ),
    "header_too_large": (
        "Mailens hoved er usædvanlig stort. Resten af hovedet er gemt som en vedhæftning.",
        "The mail's header is unusually large. The rest of it is kept as an attachment.",
    ),
    "header_repeated": (
        "Mailen har flere afsendere, emner eller datoer. Den første er brugt.",
        "The mail has several senders, subjects or dates. The first is used.",
    ),
    "nested_unread": (
        "En mail inde i mailen er ikke læst. Den er gemt, som den kom.",
        "A mail inside the mail has not been read. It is kept as it came.",
    ),
    "no_date": ("Mailen har ingen dato.", "The mail has no date."),
    "no_sender": ("Mailen oplyser ingen afsender.", "The mail states no sender."),
    "several_senders": (
        "Mailen oplyser flere afsendere. Den første er brugt.",
        "The mail states several senders. The first is used.",
    ),
    "text_cut": (
        "Teksten er meget lang. Midten er udeladt her, men originalen er hel.",
        "The text is very long. Its middle is left out here, but the original is whole.",
    ),
    "text_outside": (
        "Der står tekst uden for mailens dele, hvor mailprogrammer ikke viser den.",
        "There is text outside the mail's parts, where mail programs do not show it.",
    ),
    "attachment_empty": (
        "En fil, der er vedhæftet mailen, er tom. Der var intet i den at gemme.",
        "A file attached to the mail is empty. There was nothing in it to keep.",
    ),
    "too_many_parts": (
        "Mailen har for mange dele eller fylder for meget. Resten er ikke læst, men gemt.",
        "The mail has too many parts or is too large inside. The rest is kept but not read.",
    ),
    "winmail": (
        "Mailens vedhæftninger ligger i Outlooks fil winmail.dat, som ikke er pakket ud.",
        "The mail's attachments are in Outlook's file winmail.dat, which is not unpacked.",
    ),
}


class Unreadable(Exception):
    """A file whose content cannot be read; the file itself is still evidence.

    `code` is a key of `TEXTS`; `da` and `en` are the words for the person who sent it.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self.da, self.en = TEXTS[code]
        super().__init__(code)

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[str]]:
        return (Unreadable, (self.code,))
