"""Faults of the exchange between desks and server, on a real server and real stores."""
