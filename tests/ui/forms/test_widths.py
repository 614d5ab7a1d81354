"""With how many characters a field is full, read from the constraints forms really have."""

import pytest

from ui.forms.widths import conditions_of, fixed_length, width_of

IDENTITY = (
    "regex(., '^[1-9][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]$') "
    "and (substring(., 1, 1) != '9' or . = '')"
)


@pytest.mark.parametrize(
    ("constraint", "width"),
    [
        (IDENTITY, 18),
        ("string-length(.) = 6", 6),
        ("regex(., '^\\d{4}$')", 4),
        ("regex(., '^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7})$')", 0),
        ("regex(., '^[0-9]{1,12}$')", 0),
        ("string-length(.) <= 40", 0),
        ("string-length(.) = 6 or string-length(.) = 9", 0),
        ("", 0),
    ],
)
def test_a_text_is_full_at_its_fixed_length(constraint, width):
    assert width_of(constraint, whole_number=False) == width


@pytest.mark.parametrize(
    ("constraint", "width"),
    [
        (". >= 1890 and . <= 2020", 4),
        (". >= 1 and . <= 12 and (${year} != 2020 or . <= 10)", 2),
        (". < 10", 1),
        (". >= 0", 0),
        (". <= 12 or . = 99", 0),
        (". + ${h2} > 0", 0),
    ],
)
def test_a_whole_number_is_full_with_as_many_digits_as_the_largest(constraint, width):
    assert width_of(constraint, whole_number=True) == width


def test_words_in_quotes_are_no_conditions():
    assert conditions_of("regex(., 'a or b') and . != ' and '") == ["regex(., 'a or b')", ". != ' and '"]


@pytest.mark.parametrize(
    ("pattern", "length"), [("ab|cd", 2), ("ab|c", 0), ("(ab){3}x", 7), ("a.b", 0), ("[]a]{2}", 2)]
)
def test_the_length_of_a_pattern(pattern, length):
    assert fixed_length(pattern) == length
