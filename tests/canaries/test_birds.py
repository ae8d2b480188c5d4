"""A canary is found whatever it is wrapped in."""

from base64 import b64encode

import pytest

from tests.canaries.birds import Cage, found_in


@pytest.mark.parametrize("before", [b"", b"a", b"ab", b"abc"])
def test_plain_and_coded(before: bytes) -> None:
    word = Cage().word("her")
    data = before + word.encode() + b" og mere"
    wide = before.decode() + word
    for wrapped in (data, b64encode(data), data.hex().encode(), wide.encode("utf-16-le")):
        assert found_in(b"\0\1" + wrapped, word)
    assert found_in(data.upper(), word)


def test_nothing_is_found_where_nothing_is() -> None:
    cage = Cage()
    word, other = cage.word("her"), cage.word("der")
    assert not found_in(b64encode(other.encode() * 20) + other.encode(), word)
