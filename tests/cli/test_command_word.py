"""The word `workbench` itself: without a display, and when the program fails in a way nobody foresaw."""

import os
import subprocess
import sys

import pytest

from workbench.cli.main import last_words

BARE = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_without_a_display_the_window_is_declined_in_one_sentence(tmp_path):
    environment = {name: value for name, value in BARE.items() if name != "QT_QPA_PLATFORM"}
    command = [sys.executable, "-m", "ui", "--data", str(tmp_path / "new")]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("workbench: 没有显示器") and ended.stderr.count("\n") == 1


def test_an_unforeseen_failure_is_one_sentence_that_tells_where_and_nothing_of_anybody(capsys):
    try:
        raise LookupError("演示甲 330100195803070030")
    except LookupError as error:
        last_words(type(error), error, error.__traceback__)
    sentence = capsys.readouterr().err
    assert "LookupError" in sentence and "test_command_word.py" in sentence and sentence.count("\n") == 1
    assert "演示甲" not in sentence
