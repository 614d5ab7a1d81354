"""Fixtures every test may use; Qt runs without a display."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ui.immortals import keep_constants_alive

keep_constants_alive()

pytest_plugins = ["tests.store_fixtures", "tests.desk_fixtures"]
