"""Functions over geopoints, traces and shapes (位置函数), on a sphere of the earth's equatorial radius."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations, pairwise

from workbench.forms.xpath.functions.registry import Kind, declared
from workbench.forms.xpath.functions.text import texts_in
from workbench.forms.xpath.nodes import Value
from workbench.forms.xpath.numbers import NAN, number_of

_RADIUS = 6_378_100
"""Metres."""
_POLE, _ANTIMERIDIAN = 90, 180


@dataclass(frozen=True, slots=True)
class Point:
    """A place in degrees."""

    latitude: float
    longitude: float


def point_of(text: str) -> Point | None:
    """Return the place of ``latitude longitude [altitude [accuracy]]``; None where it is none."""
    parts = text.split()
    if not 2 <= len(parts) <= 4:
        return None
    latitude, longitude = number_of(parts[0]), number_of(parts[1])
    if not (abs(latitude) <= _POLE and abs(longitude) <= _ANTIMERIDIAN):
        return None
    return Point(latitude, longitude)


def line_of(values: tuple[Value, ...]) -> list[Point]:
    """Return the points of a trace (``;`` between them) or of nodes with one each; none if one is wrong."""
    texts = texts_in(values)
    if len(texts) == 1:
        texts = texts[0].strip().rstrip("; ").split(";")
    points = [point_of(text) for text in texts]
    return [] if None in points else [point for point in points if point is not None]


def _centimetres(value: float) -> float:
    return math.floor(abs(value) * 100 + 0.5) / 100


def _area(value: Value) -> float:
    """Return the square metres a shape encloses, closed where it is not."""
    points = line_of((value,))
    if len(points) < 3:
        return 0.0
    total = sum(
        math.radians(end.longitude - start.longitude)
        * (2 + math.sin(math.radians(end.latitude)) + math.sin(math.radians(start.latitude)))
        for start, end in pairwise((*points, points[0]))
    )
    return _centimetres(total * _RADIUS * _RADIUS / 2)


def _distance(*values: Value) -> float:
    """Return the metres along a line of points; NaN where there are not two."""
    points = line_of(values)
    if len(points) < 2:
        return NAN
    return _centimetres(sum(_arc(start, end) for start, end in pairwise(points)) * _RADIUS)


def _arc(start: Point, end: Point) -> float:
    first, second = math.radians(start.latitude), math.radians(end.latitude)
    between = math.radians(start.longitude - end.longitude)
    cosine = math.sin(first) * math.sin(second) + math.cos(first) * math.cos(second) * math.cos(between)
    return math.acos(max(-1.0, min(1.0, cosine)))


def _geofence(place: str, shape: str) -> bool:
    """Tell whether a place lies within a closed shape: an odd number of sides lies east of it."""
    point, corners = point_of(place), line_of((shape,))
    if point is None or len(corners) < 2 or corners[0] != corners[-1]:
        return False
    return sum(_lies_east(point, start, end) for start, end in pairwise(corners)) % 2 == 1


def _lies_east(point: Point, start: Point, end: Point) -> bool:
    if (end.latitude > point.latitude) == (start.latitude > point.latitude):
        return False
    share = (point.latitude - end.latitude) / (start.latitude - end.latitude)
    return point.longitude < (start.longitude - end.longitude) * share + end.longitude


def _intersects(trace: str) -> bool:
    """Tell whether a trace or shape crosses itself."""
    sides = pairwise(line_of((trace,)))
    return any(_cross(*one, *other) for one, other in combinations(sides, 2) if not {*one} & {*other})


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0


def _turn(a: Point, b: Point, c: Point) -> float:
    across = (b.longitude - a.longitude) * (c.latitude - a.latitude)
    along = (b.latitude - a.latitude) * (c.longitude - a.longitude)
    return math.copysign(1, across - along) if across != along else 0.0


FUNCTIONS = (
    declared("area", Kind.NUMBER, "v", _area),
    declared("enclosed-area", Kind.NUMBER, "v", _area),
    declared("distance", Kind.NUMBER, "v", _distance, more=True),
    declared("geofence", Kind.BOOLEAN, "ss", _geofence),
    declared("intersects", Kind.BOOLEAN, "s", _intersects),
)
