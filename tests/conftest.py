"""Fixtures every test may use; Qt runs without a display."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "tests.store_fixtures",
    "tests.desk_fixtures",
    "tests.census_fixtures",
    "tests.server.fixtures",
]
