"""The kinds of file we know: what they are called, how they end, which we can show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A media type with its label code, its usual ending and the endings that fit it."""

    label: str
    ending: str
    fits: frozenset[str]


def _kind(label: str, *endings: str) -> Kind:
    return Kind(label, endings[0] if endings else "", frozenset(endings))


OFFICE_XML = "application/vnd.openxmlformats-officedocument."
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."

KINDS: dict[str, Kind] = {
    "application/x-empty": _kind("empty"),
    "image/jpeg": _kind("image", "jpg", "jpeg", "jpe", "jfif"),
    "image/png": _kind("image", "png", "apng"),
    "image/gif": _kind("image", "gif"),
    "image/webp": _kind("image", "webp"),
    "image/bmp": _kind("image", "bmp", "dib"),
    "image/heic": _kind("image", "heic", "heif"),
    "image/tiff": _kind("image", "tif", "tiff"),
    "image/svg+xml": _kind("svg", "svg"),
    "text/html": _kind("html", "html", "htm", "xhtml", "mht", "mhtml"),
    "message/rfc822": _kind("mail", "eml", "mht", "mhtml", "mbox"),
    "application/vnd.ms-outlook": _kind("outlook", "msg", "oft"),
    "application/vnd.ms-tnef": _kind("outlook", "dat"),
    "text/plain": _kind("text", "txt", "log", "md", "csv", "tsv", "json", "ics", "vcf", "srt"),
    "text/rtf": _kind("document", "rtf", "doc"),
    "application/pdf": _kind("pdf", "pdf"),
    "application/msword": _kind("document", "doc", "dot"),
    "application/vnd.ms-excel": _kind("document", "xls", "xlt"),
    "application/vnd.ms-powerpoint": _kind("document", "ppt", "pps"),
    "application/x-ole-storage": _kind("document", "doc", "xls", "ppt", "docx", "xlsx", "pptx"),
    OFFICE_XML + "wordprocessingml.document": _kind("document", "docx", "docm"),
    OFFICE_XML + "spreadsheetml.sheet": _kind("document", "xlsx", "xlsm"),
    OFFICE_XML + "presentationml.presentation": _kind("document", "pptx", "pptm"),
    OPEN_DOCUMENT + "text": _kind("document", "odt"),
    OPEN_DOCUMENT + "spreadsheet": _kind("document", "ods"),
    OPEN_DOCUMENT + "presentation": _kind("document", "odp"),
    "application/zip": _kind("archive", "zip"),
    "application/x-7z-compressed": _kind("archive", "7z"),
    "application/x-rar": _kind("archive", "rar"),
    "application/gzip": _kind("archive", "gz", "tgz"),
    "application/x-tar": _kind("archive", "tar"),
    "application/pkcs7-mime": _kind("locked", "p7m"),
    "application/pgp-encrypted": _kind("locked", "pgp", "asc", "gpg"),
    "audio/mpeg": _kind("sound", "mp3"),
    "audio/mp4": _kind("sound", "m4a", "mp4", "aac"),
    "audio/amr": _kind("sound", "amr"),
    "audio/ogg": _kind("sound", "ogg", "opus", "oga"),
    "audio/wav": _kind("sound", "wav"),
    "video/mp4": _kind("video", "mp4", "m4v", "m4a"),
    "video/quicktime": _kind("video", "mov", "qt"),
    "video/3gpp": _kind("video", "3gp"),
    "video/webm": _kind("video", "webm", "mkv"),
    "application/x-dosexec": _kind("program", "exe", "dll", "scr", "com", "sys"),
    "application/x-executable": _kind("program", "bin", "elf", "so", "o"),
    "application/x-mach-binary": _kind("program", "dylib"),
    "application/x-ms-shortcut": _kind("program", "lnk"),
    "application/x-msi": _kind("program", "msi"),
    "application/java-archive": _kind("program", "jar"),
    "application/vnd.android.package-archive": _kind("program", "apk"),
    "text/x-script": _kind(
        "program", "sh", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "py", "php", "pl"
    ),
    "application/octet-stream": _kind("unknown", "bin"),
}

# What libmagic calls things, and what we call them.
SAME = {
    "inode/x-empty": "application/x-empty",
    "application/vnd.microsoft.portable-executable": "application/x-dosexec",
    "application/x-pie-executable": "application/x-executable",
    "application/x-sharedlib": "application/x-executable",
    "application/x-object": "application/x-executable",
    "image/x-ms-bmp": "image/bmp",
    "image/heif": "image/heic",
    "image/svg": "image/svg+xml",
    "application/xhtml+xml": "text/html",
    "application/CDFV2": "application/x-ole-storage",
    "application/cdfv2": "application/x-ole-storage",
    "application/encrypted": "application/x-ole-storage",
    "application/vnd.rar": "application/x-rar",
    "application/x-gzip": "application/gzip",
    "audio/x-m4a": "audio/mp4",
    "audio/x-wav": "audio/wav",
    "application/ogg": "audio/ogg",
    "video/x-matroska": "video/webm",
    "application/x-php": "text/x-script",
    "application/javascript": "text/x-script",
    "text/x-msdos-batch": "text/x-script",
    "text/x-shellscript": "text/x-script",
    "text/x-perl": "text/x-script",
    "text/x-php": "text/x-script",
    "text/x-python": "text/x-script",
    "text/x-script.python": "text/x-script",
    "application/x-wine-extension-ini": "text/plain",
    "application/json": "text/plain",
    "application/x-ndjson": "text/plain",
    "application/rtf": "text/rtf",
}


def claimed(ending: str) -> set[str]:
    """The types a file's ending promises; empty when the ending says nothing we know."""
    return {mime for mime, kind in KINDS.items() if ending in kind.fits}
