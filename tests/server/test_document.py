"""The OpenAPI document: valid, complete, and true: what the server really answers is what it says."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.openapi.models import OpenAPI

from tests.server.running import ServedDesk, new_id, sha256
from tests.server.test_access import resident

CALLS = {
    ("get", "/v1/hello"), ("post", "/v1/enrol"), ("post", "/v1/push"), ("get", "/v1/pull"),
    ("get", "/v1/state"),
    ("get", "/v1/digest"), ("get", "/v1/standing"), ("post", "/v1/incarnation"), ("post", "/v1/escrow"),
    ("head", "/v1/blobs/{address}"), ("patch", "/v1/blobs/{address}"), ("get", "/v1/blobs/{address}"),
    ("get", "/healthz"), ("get", "/readyz"), ("get", "/metrics"),
}  # fmt: skip


@pytest.fixture
def running_server(shared_server):
    """One server for all tests here: each founds its own community."""
    return shared_server.calm()


@pytest.fixture
def document(running_server) -> dict[str, Any]:
    return running_server.get("/openapi.json").json()


def test_the_document_is_valid_openapi_and_names_every_call_and_no_other(document):
    OpenAPI.model_validate(document)

    said = {(method, path) for path, item in document["paths"].items() for method in item}
    assert said == CALLS
    assert document["openapi"].startswith("3.1")


def test_every_call_says_how_a_desk_proves_itself_or_that_it_need_not(document):
    free = {
        (method, path) for path, item in document["paths"].items() for method, call in item.items()
        if "security" not in call
    }  # fmt: skip

    assert free == {
        ("get", "/v1/hello"), ("post", "/v1/enrol"), ("get", "/healthz"), ("get", "/readyz"),
        ("get", "/metrics"),
    }  # fmt: skip
    assert document["components"]["securitySchemes"]["desk"]["scheme"] == "bearer"


def told(document: dict[str, Any], method: str, path: str, status: int) -> dict[str, Any]:
    """Return the schema the document gives an answer; fails where it gives none."""
    answer = document["paths"][path][method]["responses"][str(status)]
    schema: dict[str, Any] = answer["content"]["application/json"]["schema"]
    return schema


def fits(value: Any, schema: dict[str, Any], where: str = "$") -> None:
    """Hold a value against a schema, as far as the server's schemas go."""
    kinds = schema.get("type")
    names = {
        "object": dict,
        "array": list,
        "string": str,
        "integer": int,
        "boolean": bool,
        "null": type(None),
    }
    allowed = [kinds] if isinstance(kinds, str) else kinds
    assert any(_is(value, names[kind]) for kind in allowed), f"{where}: {value!r} is no {kinds}"
    assert value in schema.get("enum", [value]), f"{where}: {value!r}"
    assert not isinstance(value, int) or value >= schema.get("minimum", value), where
    if isinstance(value, str) and "pattern" in schema:
        assert re.search(schema["pattern"], value), f"{where}: {value!r}"
    if isinstance(value, dict) and "properties" in schema:
        assert set(schema["required"]) <= set(value), f"{where}: lacks {set(schema['required']) - set(value)}"
        for name, part in schema["properties"].items():
            if name in value:
                fits(value[name], part, f"{where}.{name}")
    if isinstance(value, list):
        _items_fit(value, schema, where)


def _items_fit(value: list[Any], schema: dict[str, Any], where: str) -> None:
    assert schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)), where
    places = schema.get("prefixItems", [])
    for at, each in enumerate(value):
        fits(
            each,
            places[at] if at < len(places) else schema.get("items", {"type": type_of(each)}),
            f"{where}[{at}]",
        )


def type_of(value: Any) -> list[str]:
    return ["object", "array", "string", "integer", "boolean", "null"]


def _is(value: Any, kind: type) -> bool:
    return isinstance(value, kind) and (kind is not int or not isinstance(value, bool))


def test_what_the_server_answers_is_what_the_document_says(document, found_desk):
    second = ServedDesk(found_desk.server)
    answers = {("post", "/v1/enrol"): second.join(found_desk.invite())}
    second.staff_id = found_desk.staff_id
    second.write("create", "resident", new_id(), resident())
    second.write("patch", "resident", new_id(), {"note": "x"}, {"note": ""})
    answers["post", "/v1/push"] = second.push()
    since = f"after=0&epoch={second.epoch}&scope_epoch={2}"
    for path in ("hello", "digest", "standing", f"state?{since}"):
        answers["get", f"/v1/{path.split('?')[0]}"] = second.ask("GET", f"/{path}")
    answers["get", "/v1/pull"] = pulled(second)
    answers["get", "/healthz"] = found_desk.server.get("/healthz")
    answers["get", "/readyz"] = found_desk.server.get("/readyz")

    for (method, path), answer in answers.items():
        assert answer.status_code == 200, (path, answer.text)
        fits(answer.json(), told(document, method, path, 200), path)


def pulled(desk: ServedDesk):
    state = desk.ask("GET", "/state?after=0").json()
    return desk.ask("GET", f"/pull?after=0&epoch={state['epoch']}&scope_epoch={state['scope_epoch']}")


def test_what_the_server_refuses_is_refused_as_the_document_says(document, found_desk):
    stranger = ServedDesk(found_desk.server)
    refusals = {
        ("get", "/v1/digest", 401): stranger.ask("GET", "/digest"),
        ("post", "/v1/enrol", 403): stranger.join("AAAA-AAAA-AAAA-AAAA-AAAA"),
        ("post", "/v1/push", 422): found_desk.ask("POST", "/push", b"{}"),
        ("post", "/v1/push", 409): found_desk.push([], epoch="another"),
        ("get", "/v1/pull", 409): found_desk.ask("GET", "/pull?after=0&epoch=another"),
        ("get", "/v1/pull", 422): found_desk.ask("GET", "/pull?after=x"),
        ("get", "/v1/blobs/{address}", 404): found_desk.ask("GET", f"/blobs/{'a' * 64}"),
        ("patch", "/v1/blobs/{address}", 422): found_desk.ask("PATCH", f"/blobs/{'a' * 64}", b"x"),
    }

    for (method, path, status), answer in refusals.items():
        assert answer.status_code == status, (path, answer.text)
        fits(answer.json(), told(document, method, path, status), path)


def test_a_push_as_the_document_describes_it_is_a_push_the_server_takes(document, found_desk):
    change = found_desk.write("create", "resident", new_id(), resident())
    body = {"epoch": found_desk.epoch, "incarnation": found_desk.incarnation, "changes": [change.wire()]}
    schema = document["paths"]["/v1/push"]["post"]["requestBody"]["content"]["application/json"]["schema"]

    fits(body, schema)
    assert found_desk.ask("POST", "/push", body).status_code == 200


def test_the_hash_the_document_speaks_of_is_of_the_body_unpacked(found_desk):
    answer = found_desk.ask("GET", "/digest")

    assert answer.headers["X-Content-SHA256"] == sha256(answer.content)
