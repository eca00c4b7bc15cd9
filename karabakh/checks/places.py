"""Places and outlines: lines that close and are shared, and points that lie within them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby, pairwise

from edition.package.crosscheck import Row, Rows, at, over

Point = tuple[float, float]

# Natural Earth's vertices, as the file that was read holds them: a grid that begins at (-180, -85.2219…) and has these
# steps. A misprint leaves it.
GRID = {"longitude": (-180.0, 0.0036000360003600037), "latitude": (-85.22193775799991, 0.0016885772698826986)}

KILOMETRES = 111.2  # of a degree of latitude


@over("outlines")
def vertices_lie_on_the_grid(outlines: Rows) -> Iterator[str]:
    """Each vertex lies on the grid of the source, to the five decimals of the table."""
    for number, row in enumerate(outlines, start=1):
        for column, (start, step) in GRID.items():
            nearest = start + step * round((float(row[column]) - start) / step)
            if f"{nearest:.5f}" != row[column]:
                yield f"{at('outlines', number)}: {column} {row[column]} is not on the grid of Natural Earth’s file"


@over("outlines")
def outlines_are_closed(outlines: Rows) -> Iterator[str]:
    """The vertices of a part stand together, and the last is the first again."""
    seen: set[tuple[str, str]] = set()
    for key, ring in rings(outlines):
        if key in seen:
            yield f"data/outlines.csv: {' '.join(key)} stands in two places; keep its vertices together"
        seen.add(key)
        if len(ring) < 4:
            yield f"data/outlines.csv: {' '.join(key)} has {len(ring)} vertices, and encloses nothing"
        elif ring[0] != ring[-1]:
            yield f"data/outlines.csv: {' '.join(key)} is not closed"


@over("outlines")
def borders_are_shared(outlines: Rows) -> Iterator[str]:
    """Along the border of the two states no vertex of one stands alone: between two that are shared, all are."""
    states = {name: {point(row) for row in outlines if row["territory"] == name} for name in ("Armenia", "Azerbaijan")}
    shared = states["Armenia"] & states["Azerbaijan"]
    if not shared:
        yield "data/outlines.csv: the two states share no vertex"
    for number in range(1, len(outlines) - 1):
        before, here, after = map(point, outlines[number - 1 : number + 2])
        if before in shared and after in shared and here not in shared:
            yield f"{at('outlines', number + 1)}: a vertex of the common border that the other state has not"


@over("places", "outlines")
def places_lie_in_their_state(places: Rows, outlines: Rows) -> Iterator[str]:
    """A place lies within the outline of its state, or outside by as much as its row says."""
    states: dict[str, list[list[Point]]] = {}
    for (territory, _), ring in rings(outlines):
        states.setdefault(territory, []).append(ring)
    for number, row in enumerate(places, start=1):
        parts = states.get(row["territory"], [])
        inside = sum(within(point(row), ring) for ring in parts) % 2 == 1
        misses = "" if inside else f"{min((distance(point(row), ring) for ring in parts), default=math.inf):.1f}"
        if row["outline_misses_by"] != misses:
            yield (
                f"{at('places', number)}: {row['key']} lies {f'{misses} km outside' if misses else 'within'} the outline of "
                f"{row['territory']}; correct its position or state, or let outline_misses_by be {misses or 'empty'}"
            )


@over("places")
def checks_are_complete(places: Rows) -> Iterator[str]:
    """A place has a distance if and only if a second list was compared."""
    for number, row in enumerate(places, start=1):
        if bool(row["checked_against"]) != bool(row["checked_distance"]):
            yield f"{at('places', number)}: the list that was compared and the distance go together; fill in both, or none"


def point(row: Row) -> Point:
    """Return longitude and latitude of a row."""
    return float(row["longitude"]), float(row["latitude"])


def rings(outlines: Rows) -> Iterator[tuple[tuple[str, str], list[Point]]]:
    """Yield each part of a territory with its vertices."""
    for key, rows in groupby(outlines, key=lambda row: (row["territory"], row["part"])):
        yield key, [point(row) for row in rows]


def within(place: Point, ring: list[Point]) -> bool:
    """Return whether a ray to the east crosses the closed `ring` an odd number of times."""
    x, y = place
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


def distance(place: Point, ring: list[Point]) -> float:
    """Return the distance from `place` to the nearest point of the line, in kilometres, on a plane around it."""
    x, y = place
    scale = math.cos(math.radians(y))
    corners = [((x1 - x) * scale * KILOMETRES, (y1 - y) * KILOMETRES) for x1, y1 in ring]
    return min(_to_segment(start, end) for start, end in pairwise(corners))


def _to_segment(start: Point, end: Point) -> float:
    """Return the distance from the origin to the segment between two points."""
    (x1, y1), (x2, y2) = start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    share = 0.0 if not length else max(0.0, min(1.0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / length))
    return math.hypot(x1 + share * (x2 - x1), y1 + share * (y2 - y1))
