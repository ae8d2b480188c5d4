"""Files with a canary in every corner that a file has."""

import io
import zipfile
from email.message import EmailMessage

from PIL import Image, PngImagePlugin

from tests.canaries.birds import Cage


def letter(cage: Cage, where: str) -> bytes:
    """A mail with canaries in its heads, both bodies, an attachment and a mail inside it."""
    mail = EmailMessage()
    mail["From"] = f"{cage.word(f'{where}: navn')} <{cage.address(f'{where}: fra')}>"
    mail["To"] = "rikke.lund@havneby.example"
    mail["Cc"] = cage.address(f"{where}: kopi")
    mail["Subject"] = f"Du skal dø, {cage.word(f'{where}: emne')}"
    mail["X-Sendt-Fra"] = cage.word(f"{where}: hoved")
    mail["Date"] = "Tue, 24 Nov 2026 21:14:00 +0100"
    mail["Message-ID"] = f"<{cage.word(f'{where}: id')}@borger.example>"
    mail.set_content(f"Jeg slår dig ihjel i morgen. {cage.sentence(f'{where}: tekst')}")
    html = f"<p>Jeg kommer efter dig.</p>\n<b>{cage.word(f'{where}: html')}</b>"
    mail.add_alternative(html, subtype="html")
    name = f"{cage.word(f'{where}: filnavn')}.png"
    mail.add_attachment(picture(cage, f"{where}: billede"), "image", "png", filename=name)
    inner = EmailMessage()
    inner["From"] = cage.address(f"{where}: inderst fra")
    inner["Subject"] = cage.word(f"{where}: inderst emne")
    inner.set_content(cage.sentence(f"{where}: inderst tekst"))
    mail.add_attachment(inner)
    return mail.as_bytes()


def picture(cage: Cage, where: str) -> bytes:
    """A PNG with a comment and EXIF."""
    out, notes = io.BytesIO(), PngImagePlugin.PngInfo()
    notes.add_text("Comment", cage.word(f"{where}: kommentar"))
    exif = Image.Exif()
    exif[0x010E] = cage.word(f"{where}: exif")
    Image.new("RGB", (40, 30), "teal").save(out, "PNG", pnginfo=notes, exif=exif)
    return out.getvalue()


def locked(cage: Cage, where: str) -> bytes:
    """A ZIP, not opened by us: a name and a content, stored without compression."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(f"{cage.word(f'{where}: navn')}.txt", cage.sentence(f"{where}: indhold"))
    return out.getvalue()


def broken(cage: Cage, where: str) -> bytes:
    """A picture that ends too early."""
    return picture(cage, where)[:-30]


def staff_list(cage: Cage, where: str) -> bytes:
    """A CSV file with a person in a new unit."""
    cells = ("navn", "stilling", "afdeling")
    name, title, unit = (cage.word(f"{where}: {cell}") for cell in cells)
    address, phone = cage.address(f"{where}: e-mail"), cage.number(f"{where}: telefon")
    heads = "Navn;E-mail;Telefon;Stilling;Afdeling;Rolle"
    return f"{heads}\r\n{name};{address};{phone};{title};{unit};\r\n".encode("utf-8-sig")
