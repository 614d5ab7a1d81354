"""A seeded fuzzer of the exchange: random desks, edits and faults, judged by a pure model."""
