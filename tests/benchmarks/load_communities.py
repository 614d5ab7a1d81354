"""Fills a server with communities and desks, over the same calls that real ones make."""

from __future__ import annotations

import asyncio
import json
import os
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import zstandard

from tests.benchmarks.load_client import Line, Reply
from tests.benchmarks.load_desk import SimulatedDesk
from tests.benchmarks.serving import HOST, Served
from workbench.security.roles import Role
from workbench.store import new_id
from workbench.sync.protocol.codes import code_hash, new_code
from workbench.sync.protocol.wire import Change

_AT_ONCE = 16
"""Communities that join at the same time."""

_ROLES = [role.value for role in (Role.WORKER, Role.SUPERVISOR, Role.ADMINISTRATOR)]


async def fill(server: Served, communities: int, desks_each: int, schema: str) -> list[SimulatedDesk]:
    """Found the communities and let that many desks into each."""
    turn = asyncio.Semaphore(_AT_ONCE)

    async def one(number: int) -> list[SimulatedDesk]:
        async with turn:
            return await _found(server, number, desks_each, schema)

    found = await asyncio.gather(*(one(number) for number in range(communities)))
    return [desk for desks in found for desk in desks]


def said(reply: Reply) -> dict[str, Any]:
    """Return the JSON of an answer. Raises AssertionError when the server refused."""
    body = bytes(reply.body)
    if reply.headers.get(b"content-encoding") == b"zstd":
        body = zstandard.ZstdDecompressor().decompressobj().decompress(body)
    assert reply.status == 200, (reply.status, body[:300])
    answer: dict[str, Any] = json.loads(body)
    return answer


async def _found(server: Served, number: int, desks: int, schema: str) -> list[SimulatedDesk]:
    community_id, staff_id = new_id(), new_id()
    members = [SimulatedDesk(community_id, staff_id, schema, Random(f"{number}/{n}")) for n in range(desks)]
    name = f"社区{number}"
    found = {"community_id": community_id, "name": name, "address_key": os.urandom(32).hex()}
    line = await Line.open(HOST, server.port)
    await _enrol(line, members[0], server.founding_code(name), found)
    codes = [new_code(os.urandom) for _ in members[1:]]
    answer = said(await line.ask(members[0].push(_beginnings(members[0], name, codes))))
    assert all(outcome == "accepted" for _, outcome, *_ in answer["answers"]), answer["answers"]
    for desk, code in zip(members[1:], codes, strict=True):
        await _enrol(line, desk, code, None)
    line.close()
    return members


async def _enrol(line: Line, desk: SimulatedDesk, code: str, found: dict[str, str] | None) -> None:
    answer = said(await line.ask(desk.enrolment(code, found)))
    desk.token, desk.epoch = answer["token"], answer["epoch"]
    desk.scope_epoch = said(await line.ask(desk.poll(0)))["scope_epoch"]


def _beginnings(desk: SimulatedDesk, name: str, codes: list[str]) -> list[Change]:
    """Write what a community begins with: its profile, its supervisor, and invitations for further desks."""
    account = {
        "name": "shumin", "display_name": "方淑敏", "password_hash": "-", "roles": _ROLES, "posts": [],
        "active": 1, "must_change_password": 0, "demo": 0,
    }  # fmt: skip
    expires = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    terms = {"name": "窗口", "outside": 0, "masked": 0, "offline_hours": 72, "withdrawn": 0}
    return [
        desk.create("staff_account", account, desk.staff_id),
        desk.create("community", {"name": name, "demo": 0}, desk.community_id),
        *(
            desk.create("desk_invitation", {**terms, "code_sha256": code_hash(code), "expires_at": expires})
            for code in codes
        ),
    ]
