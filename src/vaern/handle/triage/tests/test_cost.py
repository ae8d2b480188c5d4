"""Linear in the length, whatever the text. Growth is compared, not seconds.

Time is counted as the best of several runs in CPU time, since the machine is shared.
"""

import time

import pytest

from vaern.handle.triage import assess
from vaern.handle.triage.within import LONGEST

SEEDS = {
    "one_letter": "a",
    "aa": "aå",
    "spaced": "d r æ b ",
    "kill": "dræber dig ",
    "i_you": "jeg dig ",
    "grave_mix": "jeg slår dig ihjel hvis ellers penge billeder lægger ",
    "leet": "4@3$0*1 ",
    "stars": "d**** ",
    "quotes": '"',
    "replies": "> jeg dræber dig\n",
    "headers": "fra: a\nden a skrev:\n",
    "marks": "a\u0301\u0301\u0301",
    "zero_width": "\u200b",
    "no_vowels": "xkcdqz ",
    "different": "",
    "newlines": "\n",
    "punctuation": "!?.",
    "stem": "landsforræderlandsforræder",
}


def hostile(name: str, size: int) -> str:
    if name == "different":
        return " ".join(f"ord{n}" for n in range(size // 8))[:size]
    return (SEEDS[name] * (size // len(SEEDS[name]) + 1))[:size]


def cost(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        assess(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", SEEDS)
def test_cost_grows_with_the_length(name):
    small, large = LONGEST // 16, LONGEST // 2
    ratio = cost(hostile(name, large)) / max(cost(hostile(name, small)), 0.002)
    assert ratio < 8 * 3  # 8 times the text; three for the noise of a shared machine


@pytest.mark.parametrize("name", SEEDS)
def test_a_megabyte_costs_no_more_than_what_is_read_of_it(name):
    whole = cost(hostile(name, LONGEST))
    assert cost(hostile(name, 1_000_000)) < 3 * max(whole, 0.02)


def test_a_long_text_is_read_at_both_ends_and_said_to_be_cut():
    text = "Jeg slår dig ihjel. " + "ord " * 300_000 + "Din klamme kælling."
    found = assess(text)
    assert found.score("threat") >= 0.5
    assert found.score("degrading") >= 0.5
    assert found.unsure_why == "too_long"
    assert all(text[r.start : r.end] == r.text for r in found.reasons)
