"""The calls by which desks come and go: hello, enrol, a new life, the sealed outbox of a lost desk."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from workbench.server import lives
from workbench.server.faults import RequestRefused
from workbench.server.http import describing as said
from workbench.server.http.answers import json_answer
from workbench.server.http.asking import address_of, asker, at_work, plain_body, raw_body, service_of
from workbench.server.http.bodies import object_in
from workbench.server.http.versions import check_version
from workbench.server.joining import chain_in, identity, joining_in
from workbench.server.refusals import malformed
from workbench.sync.protocol.wire import PROTOCOL, Fault

router = APIRouter(prefix="/v1", tags=["joining"])


@router.get("/hello", **said.HELLO)
async def hello(request: Request) -> Response:
    """Say who this is and which versions are spoken."""
    service = service_of(request)
    check_version(request, service.settings.oldest)
    return json_answer(request, _hello(request))


@router.post("/enrol", **said.ENROL)
async def enrol(request: Request) -> Response:
    """Let a desk join by a code."""
    check_version(request, service_of(request).settings.oldest)
    raw = await raw_body(request)
    return await at_work(request, _enrol, request, raw)


@router.post("/incarnation", **said.INCARNATION)
async def incarnation(request: Request) -> Response:
    """Begin a new life of a device whose disk was cloned."""
    check_version(request, service_of(request).settings.oldest)
    raw = await raw_body(request)
    return await at_work(request, _incarnation, request, raw)


@router.post("/escrow", **said.ESCROW)
async def escrow(request: Request) -> Response:
    """Take in what a lost desk has sealed."""
    raw = await raw_body(request)
    return await at_work(request, _escrow, request, raw)


def _hello(request: Request) -> dict[str, Any]:
    service = service_of(request)
    return {
        "protocol": PROTOCOL, "oldest": service.settings.oldest, "name": service.settings.name,
        "server_time": service.clock().isoformat(),
        "signing_key": service.keys.verifying, "escrow_key": service.keys.sealing,
    }  # fmt: skip


def _enrol(request: Request, raw: bytes) -> Response:
    service, came_from = service_of(request), f"code {address_of(request)}"
    service.patience.hear(came_from)
    joining = joining_in(object_in(plain_body(request, raw)))
    try:
        welcome = service.enrolment.join(joining)
    except RequestRefused as error:
        if error.fault is Fault.FORBIDDEN:
            service.patience.failed(came_from)
        raise
    service.news.wrote(welcome.community_id, welcome.seq, welcome.epoch)
    keys = {"signing_key": service.keys.verifying, "escrow_key": service.keys.sealing}
    return json_answer(request, {**welcome.body(), **keys})


def _incarnation(request: Request, raw: bytes) -> Response:
    service, device = service_of(request), asker(request)
    body = object_in(plain_body(request, raw))
    if identity(body, "device_id") != device.device_id:
        raise malformed("device_id")
    with service.database.transaction() as connection:
        token = lives.begin(
            connection, device.community_id, device.device_id, identity(body, "incarnation"),
            service.clock(), service.entropy, chain=chain_in(body),
        )  # fmt: skip
    return json_answer(request, {"token": token})


def _escrow(request: Request, raw: bytes) -> Response:
    service = service_of(request)
    header = request.headers.get("authorization", "")
    device = service.doorman.let_hand_in(header, address_of(request))
    return json_answer(request, {"kept": service.escrow.take(device, plain_body(request, raw))}, 201)
