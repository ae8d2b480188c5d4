"""A look inside files that hold files: zip, Office, PDF. Is it locked, and what is it?"""

import re
import zipfile
from io import BytesIO

from .kinds_of_file import OFFICE_XML

_MOST_ENTRIES = 20_000
_LOCKED = 0x1  # bit 0 of an entry's flags, in the zip format's own specification
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")
_PDF_LOCK = re.compile(rb"/Encrypt\s{0,20}(\d{1,10}\s{1,20}\d{1,5}\s{1,20}R|<<)")
_OOXML = {
    "word/": OFFICE_XML + "wordprocessingml.document",
    "xl/": OFFICE_XML + "spreadsheetml.sheet",
    "ppt/": OFFICE_XML + "presentationml.presentation",
}


def is_locked_pdf(data: bytes) -> bool:
    """True when the PDF names an encryption dictionary (PDF 1.7, section 7.6)."""
    return bool(_PDF_LOCK.search(data))


def look_into_ole(data: bytes, mime: str) -> tuple[str, bool]:
    """Microsoft's compound file: an Outlook mail, an old document, or a locked new one."""
    if _LOCKED_OFFICE in data:
        return "application/x-ole-storage", True
    if _OUTLOOK in data:
        return "application/vnd.ms-outlook", False
    return mime, False


def look_into_zip(data: bytes, mime: str) -> tuple[str, bool]:
    """A zip file: the document it is, if it is one, and whether an entry is locked."""
    first_locked = len(data) > 7 and bool(data[6] & _LOCKED)
    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:
        return "application/zip", first_locked
    try:
        with zipfile.ZipFile(BytesIO(data)) as found:
            locked = any(entry.flag_bits & _LOCKED for entry in found.infolist())
            return _document(found, mime), locked or _locked_odf(found)
    except Exception:  # a broken directory: the beginning still tells something
        return mime, first_locked


def _document(found: zipfile.ZipFile, mime: str) -> str:
    names = found.namelist()
    if "[Content_Types].xml" in names:
        for folder, document in _OOXML.items():
            if any(name.startswith(folder) for name in names):
                return document
    if "AndroidManifest.xml" in names:
        return "application/vnd.android.package-archive"
    if "META-INF/MANIFEST.MF" in names:
        return "application/java-archive"
    return mime if mime.startswith("application/") and "octet" not in mime else "application/zip"


def _locked_odf(found: zipfile.ZipFile) -> bool:
    """OpenDocument says in its manifest which of its files are locked (ODF 1.2 part 3, 3.4)."""
    entry = found.NameToInfo.get("META-INF/manifest.xml")
    if entry is None or entry.file_size > 1_000_000:
        return False
    with found.open(entry) as manifest:  # the stated size can lie, so the reading is bounded too
        return b"encryption-data" in manifest.read(1_000_000)
