"""Functions over numbers, nodes and places."""

import math
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms.xpath.expressions import household, value
from workbench.forms.xpath import compile
from workbench.forms.xpath.functions.numbers import rounded
from workbench.forms.xpath.numbers import number_of, plain

NAN = math.nan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("int(-2.9)", -2), ("int('7.8')", 7), ("int('x')", NAN), ("int(1 div 0)", math.inf),
        ("round(2.5)", 3), ("round(-2.5)", -3), ("round(1.005, 2)", 1.01), ("round(12345.678, -2)", 12300),
        ("round(15, -1)", 20), ("round('x', 1)", NAN), ("round(1, 'x')", NAN),
        ("round(1 div 0, 2)", math.inf),
        ("round(1.5, 400)", 1.5), ("round(7, -400)", 0),
        ("abs(/data/price)", 3.5), ("pow(2, 10)", 1024), ("pow(0, -1)", math.inf), ("pow(-8, 0.5)", NAN),
        ("pow(10, 400)", math.inf), ("pow(-10, 401)", -math.inf),
        ("log(1)", 0), ("log(0)", -math.inf), ("log(-1)", NAN), ("log10(1000)", 3), ("exp(0)", 1),
        ("exp(1000)", math.inf), ("exp10(2)", 100), ("sqrt(16)", 4), ("sqrt(-1)", NAN),
        ("sin(0)", 0), ("cos(0)", 1), ("tan(0)", 0), ("asin(2)", NAN), ("acos(1)", 0), ("atan(0)", 0),
        ("atan2(0, -1)", math.pi), ("pi()", math.pi), ("sin(1 div 0)", NAN),
        ("sum(/data/person/age)", 41), ("sum(/data/nothing)", 0), ("sum(/data/street)", NAN),
        ("min(/data/person/age)", 7), ("max(/data/person/age)", 34), ("max(1, /data/person/age, 99)", 99),
        ("min()", NAN), ("max('')", NAN), ("min(1, 'x')", NAN), ("max(true(), 0)", 1),
        ("count(/data/person)", 3), ("count-non-empty(/data/person/age)", 2),
        ("count(/data/person[age > 3])", 2),
        ("string-length('王小明')", 3), ("string-length(/data/blank)", 0),
        ("number('1e3')", 1000), ("number('+5')", 5), ("number('0x1F')", NAN), ("number('Infinity')", NAN),
        ("number('1_000')", NAN), ("number('１２')", NAN), ("number(' 12 ')", 12), ("number('12a')", NAN),
        ("5 mod -2", 1), ("-5 mod 2", -1), ("-7 mod 3", -1), ("1 - 10 mod 3 div 3", 1 - 1 / 3),
        ("'a' + 1", NAN), ("'2' * '3'", 6), ("/data/nothing + 1", NAN), ("- /data/price", 3.5),
        ("true() + true()", 2), ("4.35 * 100", 434.99999999999994),
        ("position(/data/person[2])", 2), ("position(/data/nothing)", NAN), ("last()", 1),
    ],
)  # fmt: skip
def test_numbers(text, expected):
    found = compile(text, "/data").number((scope := household()).root, scope)
    assert found == pytest.approx(expected, rel=1e-12, nan_ok=True)


@given(st.decimals(min_value=-(10**6), max_value=10**6, places=4), st.integers(-3, 4))
def test_rounding_is_that_of_a_spreadsheet(number, places):
    exact = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert rounded(float(number), places) == float(exact)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_written_is_the_number_read(number):
    assert number_of(plain(number)) == number
    assert "e" not in plain(number)


def test_random_numbers_come_from_the_scopes_own_chance():
    assert value("random()") == value("random()")
    scope = household()
    assert value("random()", scope) != value("random()", scope)


ONE_DEGREE = 6_378_100**2 * math.radians(1) * (math.sin(math.radians(31)) - math.sin(math.radians(30)))
"""What lies between two meridians and two parallels, by the formula of the spherical zone."""
SQUARE = "0 0;0 3;3 3;3 0;0 0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("area('30 120;30 121;31 121;31 120')", ONE_DEGREE),
        ("area('7.9377 -11.5845;7.9324 -11.5902')", 0),
        ("enclosed-area('')", 0),
        ("distance('30.25 120.16', '30.27 120.19')", 3643.81),
        ("distance('30.25 120.16 5 2; 30.27 120.19 5 2;')", 3643.81),
        ("distance('30.25 120.16;30.25 120.16')", 0),
        ("distance('30.25 120.16')", NAN),
        ("distance('')", NAN),
        ("distance('95 0;0 0')", NAN),
        (f"number(geofence('1 1', '{SQUARE}'))", 1),
        (f"number(geofence('4 1', '{SQUARE}'))", 0),
        ("number(geofence('1 1', '0 0;0 3;3 3;3 0'))", 0),
        (f"number(geofence('', '{SQUARE}'))", 0),
        (f"number(intersects('{SQUARE}'))", 0),
        ("number(intersects('0 0;3 3;0 3;3 0'))", 1),
        ("number(intersects('0 0;3 3'))", 0),
    ],
)
def test_places(text, expected):
    assert value(text) == pytest.approx(expected, abs=0.01, nan_ok=True)


@given(st.floats(-80, 80), st.floats(-170, 170), st.floats(-80, 80), st.floats(-170, 170))
def test_the_way_back_is_as_long(a, b, c, d):
    there = value(f"distance('{plain(a)} {plain(b)}', '{plain(c)} {plain(d)}')")
    back = value(f"distance('{plain(c)} {plain(d)}', '{plain(a)} {plain(b)}')")
    assert there == pytest.approx(back, abs=0.011)
    assert 0 <= there <= 20_037_400
