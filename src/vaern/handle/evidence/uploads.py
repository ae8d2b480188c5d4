"""Uploads stay in memory until they are sealed: nothing is ever spooled to a temporary file."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

MEGABYTE = 1024 * 1024


class TooLarge(InMemoryUploadedFile):
    """A file over the limit: its name and size are known, its bytes were let go."""


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
        if self._over():
            self.buffer = BytesIO()
        else:
            self.buffer.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        over = self._over()
        kind = TooLarge if over else InMemoryUploadedFile
        self.kept += 0 if over else self.seen
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

    def _over(self) -> bool:
        most = settings.VAERN_MAX_FILE_MB * MEGABYTE
        return self.seen > most or self.kept + self.seen > settings.VAERN_MAX_REPORT_MB * MEGABYTE
