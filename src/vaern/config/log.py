"""Logs: one line of JSON an event, and one redaction step that no name passes."""

import logging
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

KEPT = frozenset(
    {"event", "level", "logger", "timestamp", "job", "id", "status", "method", "seconds", "error"}
)


def redact(_: Any, __: str, event: EventDict) -> EventDict:
    """Keep known keys only; of an exception keep the type and the place, never the message."""
    kept = {key: value for key, value in event.items() if key in KEPT or key.startswith("_")}
    info = event.get("exc_info")
    if isinstance(info, tuple) and info[0] is not None:
        kept["error"] = info[0].__name__
        kept["event"] = "error"
        kept["id"] = _place(info[2])
    return kept


def _place(trace: Any) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f"{trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"


def positional(_: Any, __: str, event: EventDict) -> EventDict:
    """A foreign record's text stays as its template: the arguments may name people."""
    record = event.get("_record")
    if isinstance(record, logging.LogRecord):
        event["event"] = str(record.msg) if record.args else record.name
    return event


SHARED: list[Processor] = [
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": [*SHARED, structlog.stdlib.ExtraAdder(), positional],
            "processors": [
                redact,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        }
    },
    "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["err"], "level": "WARNING"},
    "loggers": {
        "vaern": {"handlers": ["err"], "level": "INFO", "propagate": False},
        "django": {"handlers": ["err"], "level": "WARNING", "propagate": False},
        "django-q": {"handlers": ["err"], "level": "ERROR", "propagate": False},
    },
}

structlog.configure(
    processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
)
