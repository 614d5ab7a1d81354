"""Every reason the server can give has its words, in Chinese and in English."""

import pytest

from ui.sync.reasons import told
from ui.translation import Language, use_language
from workbench.sync.protocol.wire import Reason


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_told_with_advice_in_both_languages(qapp, reason):
    chinese = told(reason)
    use_language(qapp, Language.ENGLISH)
    english = told(reason)
    for words in (chinese.short, chinese.sentence, chinese.advice):
        assert not words.isascii()
    for words in (english.short, english.sentence, english.advice):
        assert words.isascii()
    assert len(chinese.short) <= 8


def test_no_two_reasons_say_the_same():
    assert len({told(reason).sentence for reason in Reason}) == len(Reason)
