"""What desks and server agree on: words on the wire, shapes of records, how writes are merged. Pure."""
