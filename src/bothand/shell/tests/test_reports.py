"""Logs and reports name types and frames, and never what anybody wrote."""

import logging
import sys

from bothand.shell.reports import Formatter, Reporter, configure_logging, report_exception


def fail(secret):
    local = {"typed": secret}
    try:
        int(local["typed"])
    except ValueError as error:
        raise KeyError(local["typed"]) from error


def caught(secret="hush-hush"):
    try:
        fail(secret)
    except KeyError as error:
        return error


def record(message, *args, error=None):
    info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("django.request", logging.ERROR, "x.py", 1, message, args, info)


def test_it_names_the_type_and_the_frames_of_an_error_and_its_cause():
    lines = report_exception(caught()).splitlines()
    assert lines[0] == "KeyError"
    assert any(".fail:" in line for line in lines)
    assert lines[lines.index("from") + 1] == "ValueError"


def test_it_tells_no_message_value_or_line():
    assert "hush" not in report_exception(caught())


def test_it_follows_a_chain_that_bites_its_tail():
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert report_exception(one).splitlines() == ["ValueError", "from", "KeyError"]


def test_it_prints_a_record_before_anything_is_filled_in():
    line = Formatter().format(record("Not found: %s", "/journal/hush-hush/"))
    assert "Not found: %s" in line
    assert "hush" not in line


def test_it_prints_of_an_error_only_its_report():
    line = Formatter().format(record("Internal Server Error: %s", "/hush/", error=caught()))
    assert "KeyError" in line
    assert "hush" not in line


def test_it_prints_no_object_that_was_logged_as_a_message():
    assert "hush" not in Formatter().format(record({"typed": "hush"}))


def test_it_stands_in_for_djangos_reporter():
    error = caught()
    for text in (
        (reporter := Reporter(None, type(error), error, None)).get_traceback_text(),
        reporter.get_traceback_html(),
    ):
        assert "KeyError" in text
        assert "hush" not in text
    assert reporter.get_traceback_data() == {}


def test_it_sends_an_error_of_the_server_through_that_formatter(capsys):
    root = logging.getLogger()
    before, raising = (root.handlers[:], root.level), logging.raiseExceptions
    try:
        configure_logging()
        root.handlers[0].stream = sys.stderr
        logging.getLogger("django.request").error("Internal: %s", "/hush/", exc_info=caught())
        told = capsys.readouterr().err
    finally:
        root.handlers, root.level = before
        logging.raiseExceptions = raising
    assert "KeyError" in told
    assert "hush" not in told
