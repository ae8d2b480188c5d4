"""What may still be taken out of one file: shared by everything in it, however deep it lies."""

from dataclasses import dataclass

from .limits import Limits


@dataclass
class Budget:
    """Parts, headers, text and pictures still to be read; things and bytes still to be kept.

    Without it each mail inside would begin anew, and a small file could fill a disk.
    """

    parts: int
    headers: int
    header_bytes: int
    chars: int
    pixels: int
    things: int
    bytes: int

    @classmethod
    def of(cls, limits: Limits) -> "Budget":
        """All that one file is given."""
        return cls(
            parts=limits.max_parts,
            headers=limits.max_headers,
            header_bytes=limits.max_all_header_bytes,
            chars=limits.max_all_text_chars,
            pixels=limits.max_all_pixels,
            things=limits.max_parts,
            bytes=limits.max_unfolded_bytes,
        )

    @property
    def spent(self) -> bool:
        """Is there no more to be read as parts of their own?"""
        return self.parts <= 0 or self.headers <= 0 or self.header_bytes <= 0

    def read(self, headers: int, size: int) -> None:
        """A head was read: so many headers in so many bytes."""
        self.headers -= headers
        self.header_bytes -= size

    def text(self, most: int, size: int) -> int:
        """How many characters may be read of a text of ``size``, at most ``most``."""
        given = max(min(most, self.chars), 0)
        self.chars -= min(given, size)
        return given

    def picture(self, pixels: int) -> bool:
        """May one more picture of so many points be unpacked?"""
        self.pixels -= pixels
        return self.pixels >= 0

    def take(self, size: int) -> bool:
        """Take a thing of ``size`` bytes out of the file; False when there is no room for it."""
        if self.things <= 0 or size > self.bytes:
            return False
        self.things -= 1
        self.bytes -= size
        return True
