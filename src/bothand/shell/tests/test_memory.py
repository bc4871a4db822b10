"""What a thread that ended leaves: nothing."""

import gc
import sqlite3
import threading
from pathlib import Path

import pytest
from django.db import connection

from bothand.shell import memory

THREADS = 24


def open_files():
    """How many files of the database this process holds open."""
    here = str(connection.settings_dict["NAME"])
    held = 0
    for each in Path("/proc/self/fd").iterdir():
        try:
            held += str(each.readlink()).startswith(here)
        except FileNotFoundError:
            continue
    return held


def ask():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master")


def burst():
    """So many threads at once, each of which asks, and all of which end; their connections."""
    together, held = threading.Barrier(THREADS), []

    def ask_together():
        ask()
        held.append(connection.connection)
        together.wait(20)

    threads = [threading.Thread(target=ask_together) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return held


@pytest.fixture
def collector_off():
    """As in a server in which nothing goes in circles, so that the collector hardly comes."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.django_db(transaction=True)
def test_each_connection_is_closed_after_its_thread_ended(collector_off):
    left = burst()
    memory.close_left_connections()
    for each in left:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            each.execute("SELECT 1")


@pytest.mark.django_db(transaction=True)
def test_after_many_threads_ended_no_file_of_theirs_is_open(collector_off):
    # Threads of other tests may still live, and hold theirs.
    connection.close()
    before = open_files()
    ask()
    for _ in range(4):
        burst()
        memory.close_left_connections()
    # As long as anybody has the database open, SQLite keeps a closed handle for the next who comes; no burst adds to them.
    assert open_files() <= before + THREADS + 3
    connection.close()
    assert open_files() <= before


@pytest.mark.django_db(transaction=True)
def test_a_thread_s_connection_stays_as_long_as_the_thread(collector_off):
    held, asked, done = [], threading.Event(), threading.Event()

    def ask_twice():
        ask()
        held.append(connection.connection)
        asked.set()
        done.wait(20)
        ask()
        held.append(connection.connection)

    thread = threading.Thread(target=ask_twice)
    thread.start()
    asked.wait(20)
    done.set()
    thread.join()
    assert held[0] is held[1]
