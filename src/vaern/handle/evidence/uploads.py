"""Uploads stay in memory until they are sealed: nothing is ever spooled to a temporary file."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers
from django.utils.functional import lazy
from django.utils.translation import gettext as _

MEGABYTE = 1024 * 1024


def _room() -> str:
    most = {"file": settings.VAERN_MAX_FILE_MB, "all": settings.VAERN_MAX_REPORT_MB}
    return _("Højst %(file)d MB pr. fil og %(all)d MB i alt.") % most


ROOM = lazy(_room, str)()
"""How much a person may send, in words."""


class TooLarge(InMemoryUploadedFile):
    """A file over the limit: its name and size are known, its bytes were let go."""

    code = "too_large"


class TogetherTooLarge(TooLarge):
    """A file that would fit alone, but not with those before it in the same request."""

    code = "together_too_large"


class InMemoryUpload(FileUploadHandler):
    """Keeps each file in memory up to the limit; a larger one is told of, the rest goes through."""

    kept = 0
    """Bytes of the files kept so far in this request; what was let go takes no room."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.buffer, self.seen = BytesIO(), 0
        raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.seen += len(raw_data)
        if self._kind() is not InMemoryUploadedFile:
            self.buffer = BytesIO()
        else:
            self.buffer.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        kind = self._kind()
        self.kept += self.seen if kind is InMemoryUploadedFile else 0
        self.buffer.seek(0)
        return kind(
            self.buffer,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )

    def _kind(self) -> type[InMemoryUploadedFile]:
        if self.seen > settings.VAERN_MAX_FILE_MB * MEGABYTE:
            return TooLarge
        together = self.kept + self.seen
        full = together > settings.VAERN_MAX_REPORT_MB * MEGABYTE
        return TogetherTooLarge if full else InMemoryUploadedFile
