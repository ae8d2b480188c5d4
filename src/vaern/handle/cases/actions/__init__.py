"""Everything that changes a case; the only writers of its rows."""

from vaern.handle.cases.actions.opening import open_case

__all__ = ["open_case"]
