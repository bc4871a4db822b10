"""Logs and exception reports that cannot tell what anybody wrote: type and frame names, nothing else.

A message may hold a value ("invalid date: ..."), a traceback the line with a literal, Django's own reports
every local variable. So none of them is printed: of an exception its type, and for each frame module,
function and line; of a log record its template, before anything was filled in.
"""

import logging
import logging.config
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from django.http import HttpRequest


def report_exception(error: BaseException) -> str:
    """An exception and those it came from, as type and frame names.

    >>> try:
    ...     int("a secret")
    ... except ValueError as error:
    ...     print(report_exception(error).splitlines()[0])
    ValueError
    """
    return "\nfrom\n".join("\n".join(_frame_lines(each)) for each in _exception_chain(error))


def _exception_chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _frame_lines(error: BaseException) -> Iterator[str]:
    kind = type(error)
    yield kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"  {trace.tb_frame.f_globals.get('__name__', '?')}.{code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next


class Formatter(logging.Formatter):
    """Prints level, logger and the record's template; of an exception its report."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        told = report_exception(error) if error is not None else self._template(record)
        return f"{self.formatTime(record)} {record.levelname} {record.name}: {told}"

    @staticmethod
    def _template(record: logging.LogRecord) -> str:
        return record.msg if isinstance(record.msg, str) else type(record.msg).__name__


class Reporter:
    """Stands in for Django's ExceptionReporter, should anything ever ask for one."""

    def __init__(
        self,
        _request: HttpRequest | None,
        _exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        _tb: TracebackType | None,
        **_others: Any,
    ) -> None:
        self.error = exc_value

    def get_traceback_text(self) -> str:
        return report_exception(self.error) if self.error is not None else ""

    get_traceback_html = get_traceback_text

    def get_traceback_data(self) -> dict[str, Any]:
        return {}


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"types": {"()": "bothand.shell.reports.Formatter"}},
    "handlers": {"errors": {"class": "logging.StreamHandler", "formatter": "types", "level": "ERROR"}},
    "root": {"handlers": ["errors"], "level": "WARNING"},
    # No mail, no debug console, no line for every missing page.
    "loggers": {"django": {"handlers": [], "propagate": True}},
}


def configure_logging(_settings: dict[str, Any] | None = None) -> None:
    """Set up logging. The value of LOGGING_CONFIG; Django's own defaults are replaced whole."""
    logging.config.dictConfig(LOGGING)
    logging.raiseExceptions = False  # a failing handler would print the record's arguments
