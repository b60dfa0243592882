"""There is no network: no command needs it, and each does the same without, exit 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import process
from tests.faults.builds import several

# What the interpreter itself reports, whichever library asks for it. A pair of sockets between our own
# processes reaches no network.
PROGRAM = """\
import os, sys
ASKED = {"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
def watch(event, arguments):
    if event in ASKED or event == "urllib.Request":
        os.write(2, f"asked the network: {event} {arguments}".encode())
        os._exit(99)
sys.addaudithook(watch)
"""
RUN = "from eoi.cli.entry import program\nprogram()\n"


@pytest.mark.parametrize(
    "arguments",
    [["build", "in", "--jobs", "2"], ["check", "in"], ["new", "a.yaml", "--code", "11E"], ["schema"]],
)
def test_no_command_asks_for_it(tmp_path: Path, arguments: list[str]) -> None:
    several(tmp_path / "in", 2)
    code, _, err = process("-c", PROGRAM + RUN, *arguments, cwd=tmp_path)
    assert "asked the network" not in err
    assert code in (0, 1)


def test_whoever_asks_is_caught(tmp_path: Path) -> None:
    asking = "import socket\nsocket.create_connection(('localhost', 9))\n"
    assert process("-c", PROGRAM + asking, cwd=tmp_path).code == 99
