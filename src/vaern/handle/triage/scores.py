"""From pieces of evidence to a probability per kind.

Each piece carries a weight in log-odds. The strongest piece of a kind counts in full, others with
a different reason by half, and a fixed bias stands for how rare harassment is; the logistic
function makes it a probability. The mapping is monotone: more evidence never gives a lower score.
The weights are set by hand. They are NOT yet calibrated on labelled data, so 0.8 means "more likely
than 0.6", not "right 8 times in 10".
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

from .evidence import Evidence

BIAS = -3.0
FLOOR = 0.1  # below this a kind is not listed
_OTHERS = 0.5
_MOST = 8.0


def strongest(pieces: Iterable[Evidence]) -> dict[str, dict[str, float]]:
    """For each kind the strongest weight of each reason; guarded-away pieces count as nothing."""
    weights: dict[str, dict[str, float]] = {}
    for piece in pieces:
        reasons = weights.setdefault(piece.kind, {})
        reasons[piece.why] = max(reasons.get(piece.why, 0.0), piece.weight)
    return weights


def probability(weights: Iterable[float]) -> float:
    """The probability that a kind is present, from the weights of its reasons."""
    ranked = sorted(weights, reverse=True)
    if not ranked:
        return 0.0
    total = min(_MOST, ranked[0] + _OTHERS * sum(ranked[1:]))
    return 1 / (1 + exp(-(total + BIAS)))


def scores(pieces: Iterable[Evidence]) -> dict[str, float]:
    """The probability of every kind there is evidence for, to three decimals."""
    return {
        kind: round(probability(reasons.values()), 3) for kind, reasons in strongest(pieces).items()
    }
