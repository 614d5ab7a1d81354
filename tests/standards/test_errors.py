"""What the system refuses is said in Chinese, as far as we know the reason."""

import errno

import pytest

from workbench.standards.errors import reason_of
from workbench.standards.identity import IdentityFault, InvalidIdentityNumber


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EISDIR, errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_the_usual_refusals_have_chinese_words(number):
    assert not reason_of(OSError(number, "in English")).isascii()


def test_an_unknown_refusal_keeps_the_systems_own_words():
    assert reason_of(OSError(errno.ELOOP, "too many links")) == "too many links"
    assert reason_of(OSError("no number")) == "系统拒绝了操作"


@pytest.mark.parametrize("fault", IdentityFault)
def test_a_wrong_identity_number_is_told_in_one_chinese_sentence(fault):
    sentence = str(InvalidIdentityNumber(fault))
    assert fault.label in sentence and sentence.endswith("。") and "未保存" in sentence
