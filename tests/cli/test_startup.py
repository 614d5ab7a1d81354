"""The command must not pay for what it does not use: the window is painted before the store is loaded."""

import subprocess
import sys

HEAVY = {
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "openpyxl",
    "reportlab",
    "fontTools",
    "pypinyin",
    "PIL",
    "lxml",
    "pyxform",
}


def test_finding_the_command_loads_nothing_heavy():
    code = "import ui.command, sys; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & set(loaded.split())
