"""What may be said about a piece of evidence before anyone has asked to see it."""

# Written so that nothing of the content shows: no names, no subject, not even the file's name.
LABELS: dict[str, tuple[str, str]] = {
    "empty": ("Tom fil", "Empty file"),
    "image": ("Billede", "Picture"),
    "svg": ("Tegning (SVG)", "Drawing (SVG)"),
    "html": ("Webside", "Web page"),
    "mail": ("E-mail", "E-mail"),
    "outlook": ("Outlook-fil", "Outlook file"),
    "text": ("Tekst", "Text"),
    "document": ("Dokument", "Document"),
    "pdf": ("PDF-dokument", "PDF document"),
    "archive": ("Pakket fil", "Archive"),
    "locked": ("Krypteret fil", "Encrypted file"),
    "sound": ("Lydoptagelse", "Sound recording"),
    "video": ("Video", "Video"),
    "program": ("Program", "Program"),
    "unknown": ("Ukendt filtype", "Unknown kind of file"),
}
