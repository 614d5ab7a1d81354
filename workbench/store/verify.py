"""Proves that the store is what was written: pages, references, the journal's chain, and each record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from workbench.standards.chain import GENESIS, HASHED, RECEIVED, RECEIVED_HASHED, chain_hash
from workbench.store.capture import document_sql, synced_columns
from workbench.store.engine import connect
from workbench.store.errors import StoreDamaged


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing found wrong: where (table and row) and what."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}：{self.what}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a check: how much was found in order, or the first fault."""

    journal_rows: int
    records: int
    fault: Fault | None


def verify(path: Path, key: bytes) -> Verdict:
    """Check a store file, reading all of it; stop at the first fault. Raises WrongKey."""
    try:
        return _verdict(path, key)
    except (StoreDamaged, sqlcipher.DatabaseError) as error:
        return Verdict(0, 0, Fault(path.name, f"文件已损坏（{error}）"))


def _verdict(path: Path, key: bytes) -> Verdict:
    raw = connect(path, key)
    try:
        raw.execute("BEGIN")
        fault = next(_faults(raw), None)
        if fault is not None:
            return Verdict(0, 0, fault)
        records = sum(_count(raw, table) for table in synced_columns(raw))
        return Verdict(_count(raw, "journal"), records, None)
    finally:
        raw.close()


def _count(raw: Any, table: str) -> int:
    return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _faults(raw: Any) -> Iterator[Fault]:
    checks: tuple[Callable[[Any], Iterator[Fault]], ...] = (_pages, _references, _chain, _records)
    for check in checks:
        yield from check(raw)


def _pages(raw: Any) -> Iterator[Fault]:
    """Check every page's authentication code and the file's structure."""
    for (words,) in raw.execute("PRAGMA cipher_integrity_check"):
        yield Fault("数据库文件", words)
    for (words,) in raw.execute("PRAGMA integrity_check"):
        if words != "ok":
            yield Fault("数据库文件", words)


def _references(raw: Any) -> Iterator[Fault]:
    for table, row, parent, _ in raw.execute("PRAGMA foreign_key_check"):
        yield Fault(f"{table} 第 {row} 行", f"引用了不存在的 {parent}")


def _chain(raw: Any) -> Iterator[Fault]:
    """Recompute every device's chain in its own order; look for gaps in its numbers and clocks run back."""
    heads: dict[str, tuple[int, bytes, int]] = {}
    rows = raw.execute(
        f"SELECT seq, prev_hash, hash, {', '.join(RECEIVED_HASHED)} "
        "FROM journal ORDER BY device_id, device_seq"
    )
    device_at, number_at, clock_at = (HASHED.index(name) for name in ("device_id", "device_seq", "hlc"))
    for seq, previous, digest, *values in rows:
        device, number, clock = values[device_at], values[number_at], values[clock_at]
        last_number, last_hash, last_clock = heads.get(device, (0, GENESIS, -1))
        place = f"journal 第 {seq} 行"
        if number != last_number + 1:
            yield Fault(place, f"之前缺少 {number - last_number - 1} 条记录")
        hashed = values if device == RECEIVED else values[: len(HASHED)]
        if previous != last_hash or digest != chain_hash(tuple(hashed), last_hash):
            yield Fault(place, "内容与哈希链不符，已被改动")
        if clock <= last_clock:
            yield Fault(place, "时间早于前一条，时钟被拨回后改写")
        heads[device] = (number, digest, clock)


def _records(raw: Any) -> Iterator[Fault]:
    """Compare every synced record with what the journal says it must be."""
    for table, columns in synced_columns(raw).items():
        written = _replayed(raw, table)
        rows = raw.execute(f"SELECT t.id, {document_sql(columns, 't')} FROM {table} t ORDER BY t.id")
        for record_id, text in rows:
            expected = written.pop(record_id, None)
            place = f"{table} {record_id}"
            if expected is None:
                yield Fault(place, "日志中没有这条记录")
                continue
            actual = {name: value for name, value in json.loads(text).items() if value is not None}
            if actual != expected:
                yield Fault(place, f"与日志不符：{'、'.join(_different(actual, expected))}")
        yield from (Fault(f"{table} {record_id}", "日志中有，表中缺失") for record_id in written)


def _replayed(raw: Any, table: str) -> dict[str, dict[str, Any]]:
    """Return each record of a table as the journal leaves it, without empty fields."""
    records: dict[str, dict[str, Any]] = {}
    rows = raw.execute(
        "SELECT record_id, kind, after FROM journal WHERE entity = ? "
        "AND kind IN ('create', 'patch', 'delete', 'restore') ORDER BY seq",
        (table,),
    )
    for record_id, kind, after in rows:
        if after is None:
            records.pop(record_id, None)
            continue
        fields = json.loads(after)
        document = records.setdefault(record_id, {}) if kind != "create" else fields
        document.update(fields)
        records[record_id] = {name: value for name, value in document.items() if value is not None}
    return records


def _different(actual: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    return sorted(name for name in actual.keys() | expected.keys() if actual.get(name) != expected.get(name))
