"""A call beside the main thread gives what it gives, and raises what it raises."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

import pytest

from eoi.processes.background import BackgroundCall


def test_the_call_goes_on_before_its_result_is_asked_for() -> None:
    done = Event()

    def work() -> bool:
        done.set()
        return current_thread() is not main_thread()

    call = BackgroundCall(work)
    assert done.wait(timeout=30)
    assert call.result()


def test_what_goes_wrong_is_raised_where_the_result_is_asked_for() -> None:
    def fail() -> None:
        raise KeyError("lost")

    call = BackgroundCall(fail)
    with pytest.raises(KeyError, match="lost"):
        call.result()
