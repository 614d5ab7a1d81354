"""The calls for those who look after the server: alive, ready, and what it has counted."""

from __future__ import annotations

from ipaddress import ip_address

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from workbench.server.http import describing as said
from workbench.server.http.answers import json_answer
from workbench.server.http.asking import address_of, at_work, service_of
from workbench.server.refusals import refused
from workbench.sync.protocol.wire import Fault

router = APIRouter(tags=["health"])


@router.get("/healthz", **said.HEALTHZ)
async def healthz(request: Request) -> Response:
    """Say that this process answers."""
    return json_answer(request, {"alive": True})


@router.get("/readyz", **said.READYZ)
async def readyz(request: Request) -> Response:
    """Say whether the database answers too, so that a balancer may send desks here."""
    ready = await at_work(request, service_of(request).database.is_ready)
    return json_answer(request, {"ready": ready}, 200 if ready else 503)


@router.get("/metrics", **said.METRICS)
async def metrics(request: Request) -> Response:
    """Say what was counted; to this machine only, unless the settings open it to all."""
    service = service_of(request)
    if not (service.settings.metrics_public or _is_own(address_of(request))):
        raise refused(Fault.NOT_FOUND)
    return Response(service.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


def _is_own(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
