"""Manners of the client: who it says it is, how it waits, what it keeps, what it will not do."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from email.utils import formatdate
from pathlib import Path

import attrs
import pytest
from online.service import LocalService, Reply

from litreview import __version__
from litreview.online import Client, user_cache

JSON = "application/json"


def test_it_says_its_name_and_an_address_only_where_the_user_gave_one(service: LocalService, client: Client) -> None:
    client.get(f"{service.base}/a", JSON)
    attrs.evolve(client, contact="reader@example.org").get(f"{service.base}/a", JSON)
    attrs.evolve(client, contact="reader@example.org\r\nX-Evil: 1").get(f"{service.base}/a", JSON)
    assert [headers["User-Agent"] for _, headers in service.asked] == [
        f"litreview/{__version__}", f"litreview/{__version__} (mailto:reader@example.org)", f"litreview/{__version__}",
    ]  # fmt: skip


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_it_tries_again_and_waits_longer_each_time(service: LocalService, client: Client, waits: list[float], status: int) -> None:
    service.say("/a", Reply(status=status), Reply(status=status), Reply(status=status), Reply(b"{}"))
    assert client.get(f"{service.base}/a", JSON).status == 200
    assert waits == [1, 2, 4]


def test_it_gives_up(service: LocalService, client: Client, waits: list[float]) -> None:
    service.say("/a", Reply(status=503))
    assert client.get(f"{service.base}/a", JSON).status == 503
    assert len(service.asked) == 4
    assert len(waits) == 3


def test_it_waits_as_long_as_the_service_asks(service: LocalService, client: Client, waits: list[float]) -> None:
    service.say("/a", Reply(status=429, headers=(("Retry-After", "7"),)), Reply(b"{}"))
    assert client.get(f"{service.base}/a", JSON).status == 200
    assert waits == [7]
    date = formatdate(time.time() + 10, usegmt=True)
    service.say("/b", Reply(status=503, headers=(("Retry-After", date),)), Reply(b"{}"))
    client.get(f"{service.base}/b", JSON)
    assert 5 < waits[-1] <= 10


def test_it_does_not_wait_for_hours(service: LocalService, client: Client, waits: list[float]) -> None:
    service.say("/a", Reply(status=429, headers=(("Retry-After", "7200"),)))
    assert client.get(f"{service.base}/a", JSON).status == 429
    assert not waits


def test_what_is_refused_is_not_asked_again(service: LocalService, client: Client, waits: list[float]) -> None:
    service.say("/a", Reply(status=403))
    assert client.get(f"{service.base}/a", JSON).status == 403
    assert not waits


def test_an_answer_has_a_largest_size(service: LocalService, client: Client) -> None:
    small = attrs.evolve(client, largest=1000)
    service.say("/a", Reply(b"x" * 1001))
    service.say("/b", Reply(b"x" * 500_000, length=False))
    service.say("/c", Reply(b"x" * 1000))
    assert [small.get(f"{service.base}/{n}", JSON).reason for n in "ab"] == ["too-large", "too-large"]
    assert small.get(f"{service.base}/c", JSON).status == 200


def test_a_packed_answer_that_nobody_asked_for_is_not_unpacked(service: LocalService, client: Client) -> None:
    service.say("/a", Reply(b"x", headers=(("Content-Encoding", "gzip"),)))
    assert attrs.evolve(client, tries=1).get(f"{service.base}/a", JSON).reason == "broken"


def test_redirects_are_followed_so_far_and_to_safe_places_only(service: LocalService, client: Client) -> None:
    service.say("/a", Reply(status=301, headers=(("Location", "/b"),)))
    service.say("/b", Reply(b"{}"))
    service.say("/ring", Reply(status=302, headers=(("Location", "/ring"),)))
    service.say("/out", Reply(status=302, headers=(("Location", "http://example.org/"),)))
    service.say("/file", Reply(status=302, headers=(("Location", "file:///etc/hostname"),)))
    assert client.get(f"{service.base}/a", JSON).body == b"{}"
    assert client.get(f"{service.base}/ring", JSON).reason == "redirects"
    assert service.paths.count("/ring") == client.redirects + 1
    assert client.get(f"{service.base}/out", JSON).reason == "insecure"
    assert client.get(f"{service.base}/file", JSON).reason == "insecure"


def test_nothing_is_asked_without_encryption_but_of_this_machine(client: Client) -> None:
    assert client.get("http://example.org/works", JSON).reason == "insecure"
    assert client.get("ftp://127.0.0.1/works", JSON).reason == "insecure"


def test_a_connection_that_breaks_is_tried_again(service: LocalService, client: Client, waits: list[float]) -> None:
    service.say("/a", Reply(b"short", headers=(("Content-Length", "50"),), length=False))
    assert client.get(f"{service.base}/a", JSON).reason == "broken"
    assert waits == [1, 2, 4]


def test_an_answer_is_kept_until_it_is_old(service: LocalService, client: Client, tmp_path: Path) -> None:
    now = [1000.0]
    keeping = attrs.evolve(client, cache=tmp_path / "new" / "cache", fresh=100.0, clock=lambda: now[0])
    service.say("/a", Reply(b"one"), Reply(b"two"))
    url = f"{service.base}/a"
    keeping.keep(url, JSON, keeping.get(url, JSON))
    assert [keeping.get(url, JSON).body for _ in range(3)] == [b"one"] * 3
    assert (tmp_path / "new" / "cache").stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert len(service.asked) == 1
    assert keeping.get(url, "text/plain").body == b"two", "another question"
    now[0] += 101
    assert keeping.get(url, JSON).body == b"two"
    assert not list((tmp_path / "new" / "cache").glob("*.tmp"))


def test_that_a_work_is_not_known_is_kept_for_a_day_and_a_failure_not_at_all(service: LocalService, client: Client, tmp_path: Path) -> None:
    now = [1000.0]
    keeping = attrs.evolve(client, cache=tmp_path, clock=lambda: now[0], tries=1)
    keeping.get(f"{service.base}/a", JSON)
    keeping.get(f"{service.base}/a", JSON)
    assert len(service.asked) == 1
    now[0] += 90_000
    keeping.get(f"{service.base}/a", JSON)
    assert len(service.asked) == 2
    service.say("/b", Reply(status=500))
    keeping.get(f"{service.base}/b", JSON)
    keeping.get(f"{service.base}/b", JSON)
    assert len(service.asked) == 4


def test_without_a_cache_every_question_is_asked(service: LocalService, client: Client) -> None:
    service.say("/a", Reply(b"one"))
    for _ in range(2):
        client.get(f"{service.base}/a", JSON)
    assert len(service.asked) == 2


@pytest.mark.parametrize(
    "spoiled", [b"", b"{", b"[]", b'{"url": "x"}', b'{"url": 1, "accept": 2, "status": "a", "asked": 0, "body": ""}', b"\xff"]
)
def test_a_spoiled_cache_is_asked_anew(service: LocalService, client: Client, tmp_path: Path, spoiled: bytes) -> None:
    keeping = attrs.evolve(client, cache=tmp_path)
    service.say("/a", Reply(b"one"))
    keeping.keep(f"{service.base}/a", JSON, keeping.get(f"{service.base}/a", JSON))
    (kept,) = tmp_path.iterdir()
    assert json.loads(kept.read_bytes())["status"] == 200
    kept.write_bytes(spoiled)
    assert keeping.get(f"{service.base}/a", JSON).body == b"one"


def test_a_cache_that_cannot_be_written_is_no_fault(service: LocalService, client: Client, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    service.say("/a", Reply(b"one"))
    assert attrs.evolve(client, cache=tmp_path / "file").get(f"{service.base}/a", JSON).body == b"one"


def test_the_environment_sets_it_up(tmp_path: Path) -> None:
    given = Client.of_environment(
        {"LITREVIEW_CONTACT": "a@example.org", "LITREVIEW_CACHE": str(tmp_path), "LITREVIEW_URL_CROSSREF": "https://example.org"}
    )
    assert (given.contact, given.cache, dict(given.bases)) == ("a@example.org", tmp_path, {"crossref": "https://example.org"})
    assert Client.of_environment({"HOME": str(tmp_path), "LITREVIEW_CACHE": "off"}).cache is None
    assert Client.of_environment({"LITREVIEW_CONTACT": ""}).contact is None


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "linux", "/c/litreview"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Caches/litreview"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/litreview"),
        ({"USERPROFILE": "/u"}, "win32", "/u/AppData/Local/litreview"),
    ],
)
def test_the_cache_is_where_the_system_keeps_such_things(environ: dict[str, str], platform: str, folder: str) -> None:
    found = user_cache(environ, platform)
    assert found is not None
    assert found.as_posix() == folder


@pytest.mark.parametrize(
    "first", [b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-A: ", b"HTTP/1.1 100 Continue\r\n\r\n"]
)
def test_one_clock_holds_for_a_service_that_sends_drop_by_drop(client: Client, first: bytes) -> None:
    drop = first if b"100" in first else b" "
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            with listening.accept()[0] as connection:
                try:
                    connection.sendall(first)
                    while True:
                        time.sleep(0.05)
                        connection.sendall(drop)
                except OSError:
                    pass

        threading.Thread(target=drip, daemon=True).start()
        answer = attrs.evolve(client, timeout=0.3).get(f"http://127.0.0.1:{listening.getsockname()[1]}/a", JSON)
    assert (answer.status, answer.reason) == (None, "timeout")  # or the test would never end
