"""What the server counts, for Prometheus: by route and outcome, never by person, desk or community."""

from __future__ import annotations

import os

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from workbench.server.serving import MULTIPROCESS

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """Counters of one server process; with several, what is read out is their sum."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = self._counter("requests", "Requests answered.", "route", "status")
        self.faults = self._counter("faults", "Requests refused, by fault.", "fault")
        self.changes = self._counter("changes", "Changes answered, by outcome.", "outcome")
        self.rows = self._counter("rows_sent", "Rows sent down to desks.")
        self.polls = self._counter("polls", "Polls for news, by where the answer came from.", "source")
        self.bytes = self._counter("body_bytes", "Bytes of bodies on the wire.", "direction")
        self.seconds = Histogram(
            "workbench_request_seconds",
            "Time to answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.busy = Gauge(
            "workbench_requests_in_progress", "Requests being answered.", registry=self.registry,
            multiprocess_mode="livesum",
        )  # fmt: skip

    def text(self) -> bytes:
        """Return everything counted, in the text form of Prometheus."""
        if MULTIPROCESS not in os.environ:
            return generate_latest(self.registry)
        from prometheus_client.multiprocess import MultiProcessCollector

        shared = CollectorRegistry()
        MultiProcessCollector(shared)  # type: ignore[no-untyped-call]
        return generate_latest(shared)

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"workbench_{name}", what, labels, registry=self.registry)
