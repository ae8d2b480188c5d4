"""How much the readers take in before they stop: settings, handed in by the caller."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file and on what is unfolded from it.

    Sizes are bytes of the file as it came, pixels are width times height, and text
    is counted in characters. Reaching a limit never loses the original.
    """

    max_bytes: int = 25 * 1024 * 1024
    max_pixels: int = 50_000_000  # of a photo (JPEG): one of 48 megapixels fits
    max_view_pixels: int = 20_000_000  # larger pictures are shown scaled down
    max_nesting: int = 10  # mails inside mails
    max_layers: int = 40  # MIME containers inside each other, mails included
    max_parts: int = 200  # in one file, all that lies inside it included
    max_header_bytes: int = 256 * 1024  # the head of one part
    max_headers: int = 5_000  # in one file, all that lies inside it included
    max_text_chars: int = 200_000  # of one mail's text, of its HTML, and of a text file

    @property
    def max_whole_pixels(self) -> int:
        """Of pictures that can only be unpacked whole: all but an ordinary JPEG."""
        return self.max_pixels * 2 // 5

    @property
    def max_all_header_bytes(self) -> int:
        """The heads of all parts in one file together."""
        return self.max_header_bytes * 4

    @property
    def max_all_text_chars(self) -> int:
        """Text and HTML of all parts in one file together."""
        return self.max_text_chars * 5

    @property
    def max_all_pixels(self) -> int:
        """Pictures in one file that are unpacked to see if they are whole."""
        return self.max_pixels * 2

    @property
    def max_unfolded_bytes(self) -> int:
        """All that is taken out of one file and kept beside it, at every depth together."""
        return self.max_bytes * 3
