"""The calls of the exchange: push, pull, state, digest, standing."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from workbench.server.exchange import Page, Pushed
from workbench.server.http import describing as said
from workbench.server.http.answers import json_answer
from workbench.server.http.asking import asker, at_work, number, plain_body, raw_body, service_of, word
from workbench.server.incoming import read_push
from workbench.server.known import KnownDevice
from workbench.sync.protocol.digest import BUCKETS
from workbench.sync.protocol.wire import PULL_LIMIT

router = APIRouter(prefix="/v1", tags=["exchange"])


@router.post("/push", **said.PUSH)
async def push(request: Request) -> Response:
    """Take in a batch of changes and answer each."""
    raw = await raw_body(request)
    return await at_work(request, _push, request, raw)


@router.get("/pull", **said.PULL)
async def pull(request: Request) -> Response:
    """Hand out the next page of changes."""
    return await at_work(request, _pull, request)


@router.get("/state", **said.STATE)
async def state(request: Request) -> Response:
    """Say whether there is anything new, where memory could not."""
    return await at_work(request, _state, request)


@router.get("/digest", **said.DIGEST)
async def digest(request: Request) -> Response:
    """Hand out the fingerprints of the buckets."""
    return await at_work(request, _digest, request)


@router.get("/standing", **said.STANDING)
async def standing(request: Request) -> Response:
    """Hand out records as they stand."""
    return await at_work(request, _standing, request)


def _push(request: Request, raw: bytes) -> Response:
    service, device = service_of(request), asker(request)
    pushed = service.exchange.push(device, read_push(plain_body(request, raw)))
    for outcome, count in Counter(answer[1] for answer in pushed.answers).items():
        service.metrics.changes.labels(outcome).inc(count)
    return json_answer(request, _pushed(request, device, pushed))


def _pushed(request: Request, device: KnownDevice, pushed: Pushed) -> dict[str, Any]:
    service = service_of(request)
    head = service.signer.head(
        device.community_id, device.device_id, pushed.device_seq, pushed.hash, service.clock()
    )
    return {"epoch": pushed.epoch, "seq": pushed.seq, "answers": pushed.answers, "head": head}


def _pull(request: Request) -> Response:
    limit = min(max(number(request, "limit", PULL_LIMIT), 1), PULL_LIMIT)
    page = service_of(request).exchange.pull(
        asker(request),
        after=number(request, "after"),
        limit=limit,
        epoch=word(request, "epoch"),
        scope_epoch=number(request, "scope_epoch", 0),
    )
    return _page(request, page)


def _state(request: Request) -> Response:
    service, device = service_of(request), asker(request)
    service.metrics.polls.labels("database").inc()
    service.heads.asked(device.community_id)
    now = service.exchange.state(device)
    known = (word(request, "epoch"), number(request, "scope_epoch", 0))
    if known == (now["epoch"], now["scope_epoch"]) and number(request, "after", 0) >= now["seq"]:
        return Response(status_code=204)
    return json_answer(request, dict(now))


def _digest(request: Request) -> Response:
    return _page(request, service_of(request).exchange.digest(asker(request)))


def _standing(request: Request) -> Response:
    first, last = number(request, "from", 0), number(request, "to", BUCKETS - 1)
    return _page(request, service_of(request).exchange.standing(asker(request), first, last))


def _page(request: Request, page: Page) -> Response:
    service_of(request).metrics.rows.inc(page.rows)
    return json_answer(request, page.body)
