"""Triage: what kind, how serious, how urgent, how sure, and why. A suggestion a person confirms.

Importing this package needs no Django.
"""

from .assessment import Assessment, KindScore, Message, Reason
from .engine import Engine, GrammarEngine, assess

__all__ = ["Assessment", "Engine", "GrammarEngine", "KindScore", "Message", "Reason", "assess"]
