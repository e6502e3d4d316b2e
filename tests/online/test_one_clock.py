"""One clock for a whole look-up, whatever the services send meanwhile; what is kept is nobody else's business."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
import pytest
from online.service import LocalService, Reply

from litreview.online import Client, Identifier, lookup
from litreview.online.service import services
from litreview.record import FrozenMap

JSON = "application/json"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"


@contextmanager
def serving(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """The address of a server that does `answer` with every connection."""

    def one(connection: socket.socket) -> None:
        with connection:
            try:
                connection.recv(65536)
                answer(connection)
            except OSError:
                pass

    def serve(listening: socket.socket) -> None:
        try:
            while True:
                threading.Thread(target=one, args=(listening.accept()[0],), daemon=True).start()
        except OSError:
            pass

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, args=(listening,), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize("times", [1, 3])
def test_an_answer_behind_continue_is_read(client: Client, times: int) -> None:
    with serving(lambda connection: connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * times + ANSWER)) as base:
        answer = client.get(f"{base}/a", JSON)
    assert (answer.status, answer.body) == (200, b"{}")


@pytest.mark.parametrize("drop", [b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 102 Processing\r\n\r\n"])
def test_the_services_of_a_look_up_share_one_clock(drop: bytes) -> None:
    asked: list[bytes] = []

    def drip(connection: socket.socket) -> None:
        asked.append(drop)
        while True:
            connection.sendall(drop)
            time.sleep(0.05)

    with serving(drip) as base:
        client = Client(bases=FrozenMap({one.name: base for one in services()}), timeout=0.6)
        study, problems = lookup(Identifier("doi", "10.5555/port.1"), client=client)  # or the test would never end
    assert study is None
    assert problems
    assert len(asked) == 1, "the first service took all the time there was"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_cache_is_for_its_user_alone(service: LocalService, client: Client, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o755)
    service.say("/a", Reply(b"{}"))
    keeping = attrs.evolve(client, cache=folder)
    keeping.keep(f"{service.base}/a", JSON, keeping.get(f"{service.base}/a", JSON))
    assert os.stat(folder).st_mode & 0o777 == 0o700
    assert list(folder.iterdir())
