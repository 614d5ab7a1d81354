"""Small numbers are hidden, and nobody who has all the published tables can find them."""

from datetime import date
from itertools import product

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.census.people import a_neighbourhood
from workbench.census.suppression import THRESHOLD, all_values, protect, values_of
from workbench.census.tabulation import Axis, Band, Tabulation, tabulate

MOMENT = date(2020, 11, 1)


def a_table(*rows, name="a", down="row", across="column", bands=()):
    letters = "abcdefghijklmnop"
    codes = tuple(letters[: len(rows)])
    places = tuple(letters[: len(rows[0])])
    columns = Axis(across, across, places, places) if len(rows[0]) > 1 else None
    return Tabulation(
        name, "u", "人", Axis(down, down, codes, codes), columns, tuple(map(tuple, rows)), bands
    )


def shown(table):
    """The table as it is printed: counts with totals, None where hidden."""
    return _printed(table, protect((table,)))


def _printed(table, protected):
    values = values_of(table)
    rows = (*range(len(table.rows.codes)), None)
    columns = (*range(len(table.columns.codes)), None) if table.columns else (None,)
    keys = [[table.key(row, column) for column in columns] for row in rows]
    return [[values[key] if protected.shows(key) else None for key in line] for line in keys]


class Attacker:
    """Somebody who has every published number and every sum, and solves for the rest."""

    def __init__(self):
        self.unknown, self.equations = {}, []

    def read(self, table, protected):
        values = values_of(table)

        def learn(keys, total):
            terms = [(key, 1) for key in keys] + [(total, -1)]
            missing = [(self.unknown.setdefault(key, len(self.unknown)), sign) for key, sign in terms
                       if not protected.shows(key)]  # fmt: skip
            if missing:
                self.equations.append(missing)
            known = sum(sign * values[key] for key, sign in terms if protected.shows(key))
            assert missing or known == 0, "what is published must add up"

        rows = range(len(table.rows.codes))
        places = (*range(len(table.columns.codes)), None) if table.columns else (None,)
        for place in places:
            learn([table.key(row, place) for row in rows], table.key(None, place))
            if table.bands:
                learn([table.band_key(band, place) for band in table.bands], table.key(None, place))
            for band in table.bands:
                inside = range(band.first, band.last)
                learn([table.key(row, place) for row in inside], table.band_key(band, place))
        if table.columns:
            for row in (*rows, None):
                learn([table.key(row, column) for column in places[:-1]], table.key(row, None))
            for band in table.bands:
                learn([table.band_key(band, column) for column in places[:-1]], table.band_key(band, None))

    def found(self):
        """The numbers that follow from the rest: those no solution of the homogeneous system can change."""
        if not self.equations:
            return set(self.unknown)
        matrix = numpy.zeros((len(self.equations), len(self.unknown)))
        for row, terms in enumerate(self.equations):
            for column, sign in terms:
                matrix[row, column] += sign
        _, singular, right = numpy.linalg.svd(matrix)
        rank = int((singular > 1e-9).sum())
        free = (
            numpy.abs(right[rank:]).max(axis=0)
            if rank < len(self.unknown)
            else numpy.zeros(len(self.unknown))
        )
        return {key for key, column in self.unknown.items() if free[column] < 1e-9}


def attack(tables):
    protected, attacker = protect(tables), Attacker()
    for table in tables:
        attacker.read(table, protected)
    return attacker.found()


def test_a_table_without_small_numbers_stays_whole():
    table = a_table((3, 5), (0, 7))
    assert shown(table) == [[3, 5, 8], [0, 7, 7], [3, 12, 15]]


def test_a_small_number_takes_company_with_it():
    assert shown(a_table((1, 9, 20), (8, 7, 30), (40, 50, 60))) == [
        [None, None, 20, 30],
        [None, None, 30, 45],
        [40, 50, 60, 150],
        [49, 66, 110, 225],
    ]


def test_zeros_are_published_and_protect_nothing():
    (row, *_) = shown(a_table((1, 0, 9), (0, 0, 5), (4, 8, 6)))
    assert row[:3] == [None, 0, None]


def test_a_simple_distribution_is_protected_too():
    assert shown(a_table((1,), (9,), (20,))) == [[None], [None], [20], [30]]


def test_three_ones_do_not_betray_themselves_by_their_total():
    assert shown(a_table((1,), (1,), (1,))) == [[None], [None], [None], [None]]


def test_a_number_hidden_in_one_table_is_hidden_in_all():
    first = a_table((1, 0), (9, 8), (9, 9), down="age", across="sex")
    second = a_table((1, 0), (9, 8), (9, 9), down="age", across="school")
    protected = protect((first, second))
    assert first.key(0, None) == second.key(0, None)
    assert not protected.shows(first.key(0, None))
    assert attack((first, second)) == set()


def test_bands_do_not_give_their_rows_back():
    table = a_table((1, 5), (7, 5), (9, 9), bands=(Band("x", "x", 0, 2), Band("y", "y", 2, 3)))
    assert attack((table,)) == set()
    assert protect((table,)).hidden


cell = st.integers(0, 9) | st.integers(0, 2) | st.just(0)


@st.composite
def tables(draw):
    width = draw(st.integers(1, 4))
    rows = draw(st.lists(st.tuples(*[cell] * width), min_size=1, max_size=6))
    return a_table(*rows)


@settings(max_examples=120, deadline=None)
@given(tables())
def test_no_small_number_is_printed_and_none_can_be_computed(table):
    printed = shown(table)
    assert not any(value is not None and 0 < value < THRESHOLD for line in printed for value in line)
    assert attack((table,)) == set()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=3))
def test_no_small_number_can_even_be_narrowed_down_to_a_small_one(rows):
    """Every filling of the gaps that adds up is tried: each small number might as well be a large one."""
    table = a_table(*rows)
    printed = shown(table)
    gaps = [
        (r, c) for r, line in enumerate(printed[:-1]) for c, value in enumerate(line[:-1]) if value is None
    ]
    possible = {gap: set() for gap in gaps}
    for guess in product(range(1, 8), repeat=len(gaps)) if len(gaps) <= 6 else ():
        filled = [list(line[:-1]) for line in printed[:-1]]
        for (r, c), value in zip(gaps, guess, strict=True):
            filled[r][c] = value
        if _adds_up(filled, printed):
            for gap, value in zip(gaps, guess, strict=True):
                possible[gap].add(value)
    for (r, c), values in possible.items():
        assert not values or table.counts[r][c] in values
        if values and table.counts[r][c] < THRESHOLD:
            assert max(values) >= THRESHOLD and len(values) > 1


def _adds_up(filled, printed):
    rows = all(line[-1] in (None, sum(full)) for full, line in zip(filled, printed[:-1], strict=True))
    sums = [sum(column) for column in zip(*filled, strict=True)]
    return rows and all(
        told in (None, total) for told, total in zip(printed[-1], [*sums, sum(sums)], strict=True)
    )


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 120), st.integers(0, 10_000))
def test_a_whole_volume_gives_nothing_back(count, seed):
    assert attack(tabulate(a_neighbourhood(count, seed), MOMENT).tables) == set()


def test_most_of_a_real_neighbourhood_can_still_be_published():
    tables = tabulate(a_neighbourhood(1500), MOMENT).tables
    protected, values = protect(tables), all_values(tables)
    assert protected.small == {key for key, value in values.items() if 0 < value < THRESHOLD}
    assert len(protected.hidden) < 0.15 * sum(value > 0 for value in values.values())


@pytest.mark.parametrize("threshold", [2, 5, 10])
def test_the_threshold_may_be_another(threshold):
    tables = tabulate(a_neighbourhood(60), MOMENT).tables
    values = all_values(tables)
    protected = protect(tables, threshold)
    assert all(value == 0 or value >= threshold for key, value in values.items() if protected.shows(key))
