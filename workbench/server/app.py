"""The server as an ASGI application: put together from its settings, started and stopped by its lifespan."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from workbench.server.faults import RequestRefused
from workbench.server.http import blobs, describing, exchange, health, joining
from workbench.server.http.answers import json_answer, refusal
from workbench.server.http.asking import service_of
from workbench.server.http.porch import Porch, failure_noted
from workbench.server.logs import configure
from workbench.server.refusals import refused
from workbench.server.service import Service
from workbench.server.settings import Settings
from workbench.standards.clock import Clock, utc_now
from workbench.sync.protocol.wire import Fault

_BROKEN = "服务器内部出错，没有接收；本地内容都在，稍后会自动重试，请告诉维护人员。"


def create_app(settings: Settings, clock: Clock = utc_now, **parts: Callable[..., Any]) -> FastAPI:
    """Return the application; `parts` are clocks and chance of `Service`, for tests."""
    service = Service(settings, clock, **parts)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        service.start()
        yield
        service.stop()

    app = FastAPI(
        title="社区全科工作台 Community Workbench",
        version="1",
        description=describing.WHAT,
        openapi_tags=describing.TAGS,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        middleware=[Middleware(Porch, service=service)],
        exception_handlers={
            RequestRefused: _refused,
            HTTPException: _no_such_call,
            Exception: _broken,
        },
    )
    app.state.service = service
    for part in (exchange, joining, blobs, health):
        app.include_router(part.router)
    _describe(app)
    return app


def _describe(app: FastAPI) -> None:
    """Let the document say how a desk proves itself."""
    plain = app.openapi
    # FastAPI's own way to change the document is to put another function in its place.
    setattr(app, "openapi", lambda: describing.completed(plain()))  # noqa: B010


def from_environment() -> FastAPI:
    """Return the application as a worker process makes it."""
    configure()
    app = create_app(Settings.from_environment())
    _collect_less()
    return app


def _collect_less() -> None:
    """Look for garbage rarely, and never again in what stays for good.

    A push makes a thousand documents that nothing holds in a circle; walking all there is for each few
    hundred of them costs a seventh of its time.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestRefused)
    service_of(request).metrics.faults.labels(error.fault.value).inc()
    request.state.noted = {"fault": error.fault.value}
    return refusal(request, error)


async def _no_such_call(request: Request, error: Exception) -> Response:
    """Answer a path or method there is none of; a wrong method is not told from a wrong path."""
    return refusal(request, refused(Fault.NOT_FOUND))


async def _broken(request: Request, error: Exception) -> Response:
    failure_noted(service_of(request), error)
    return json_answer(request, {"fault": Fault.BUSY.value, "message": _BROKEN}, 500)
