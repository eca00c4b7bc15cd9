"""Places and outlines: lines that close, end or are shared, and points that lie within them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from edition.package.crosscheck import Row, Rows, at, over

Point = tuple[float, float]

# Natural Earth's vertices, as the file that was read holds them: a grid that begins at (-180, -85.2219…) and has these
# steps. A misprint leaves it.
GRID = {"longitude": (-180.0, 0.0036000360003600037), "latitude": (-85.22193775799991, 0.0016885772698826986)}

GRIDDED = "natural-earth-4-1"  # the source of the vertices that lie on it; the other layer was not put on a grid

STATE, LINE = "state", "ceasefire line"  # kinds of outline; what is neither encloses a former oblast
OBLAST = "Nagorno-Karabakh Autonomous Oblast"

# Outlines that run together, by territory: the two states, and the former oblast with the ceasefire line.
NEIGHBOURS = [("Armenia", "Azerbaijan"), (OBLAST, "ceasefire line of 1994")]

KILOMETRES = 111.2  # of a degree of latitude


@over("outlines")
def vertices_lie_on_the_grid(outlines: Rows) -> Iterator[str]:
    """Each vertex of a state lies on the grid of its source, to the five decimals of the table."""
    for number, row in enumerate(outlines, start=1):
        for column, (start, step) in GRID.items() if row["source"] == GRIDDED else ():
            nearest = start + step * round((float(row[column]) - start) / step)
            if f"{nearest:.5f}" != row[column]:
                yield f"{at('outlines', number)}: {column} {row[column]} is not on the grid of Natural Earth’s file"


@over("outlines")
def outlines_are_closed(outlines: Rows) -> Iterator[str]:
    """The vertices of a part stand together, and the last is the first again, but for a line, which has two ends."""
    seen: set[tuple[str, str]] = set()
    lines = {row["territory"] for row in outlines if row["kind"] == LINE}
    for key, ring in rings(outlines):
        if key in seen:
            yield f"data/outlines.csv: {' '.join(key)} stands in two places; keep its vertices together"
        seen.add(key)
        if key[0] in lines:
            if ring[0] == ring[-1]:
                yield f"data/outlines.csv: {' '.join(key)} is a line, but ends where it begins"
        elif len(ring) < 4:
            yield f"data/outlines.csv: {' '.join(key)} has {len(ring)} vertices, and encloses nothing"
        elif ring[0] != ring[-1]:
            yield f"data/outlines.csv: {' '.join(key)} is not closed"


@over("outlines")
def borders_are_shared(outlines: Rows) -> Iterator[str]:
    """Where two outlines run together no vertex of one stands alone: between two that are shared, all are."""
    for pair in NEIGHBOURS:
        one, other = ({point(row) for row in outlines if row["territory"] == name} for name in pair)
        shared = one & other
        if not shared:
            yield f"data/outlines.csv: {' and '.join(pair)} share no vertex"
        for number in range(1, len(outlines) - 1):
            rows = outlines[number - 1 : number + 2]
            before, here, after = map(point, rows)
            if (
                before in shared
                and after in shared
                and here not in shared
                and {row["territory"] for row in rows} <= {*pair}
            ):
                yield f"{at('outlines', number + 1)}: a vertex of the common border that the other outline has not"


@over("outlines")
def lines_lie_in_their_state(outlines: Rows) -> Iterator[str]:
    """The former oblast and the ceasefire line lie within Azerbaijan, whose recognised borders hold both."""
    parts = [ring for (territory, _), ring in rings(outlines) if territory == "Azerbaijan"]
    for number, row in enumerate(outlines, start=1):
        if row["kind"] != STATE and sum(within(point(row), ring) for ring in parts) % 2 == 0:
            yield f"{at('outlines', number)}: a vertex of {row['territory']} lies outside Azerbaijan; correct it"


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


@over("places", "outlines")
def centres_lie_around_the_oblast(places: Rows, outlines: Rows) -> Iterator[str]:
    """The centre of a district around the former oblast lies in Azerbaijan, outside the oblast, and is on the large map."""
    oblast = [ring for (territory, _), ring in rings(outlines) if territory == OBLAST]
    for number, row in enumerate(places, start=1):
        if row["district_centre"] == "yes":
            if row["territory"] != "Azerbaijan" or any(within(point(row), ring) for ring in oblast):
                yield f"{at('places', number)}: {row['key']} does not lie around the former oblast; let district_centre be no"
            if row["on_map"] != "large":
                yield f"{at('places', number)}: {row['key']} is the centre of a district, which the large map counts; let on_map be large"


@over("places")
def roads_join_places(places: Rows) -> Iterator[str]:
    """A road that the map draws goes from one place to another."""
    for route, count in Counter(row["route"] for row in places if row["route"]).items():
        if count < 2:
            yield f"data/places.csv: the road through {route} has one place; name another in the column route, or none"


@over("places")
def labels_are_placed_where_they_stand(places: Rows) -> Iterator[str]:
    """A name is moved on a map only if its place is on one, a number on the large one, and each to the side and up."""
    for number, row in enumerate(places, start=1):
        for right, up, maps in (
            ("label_right", "label_up", ("large", "small")),
            ("number_right", "number_up", ("large",)),
        ):
            if bool(row[right]) != bool(row[up]):
                yield f"{at('places', number)}: {right} and {up} go together; fill in both, or none"
            if row[right] and row["on_map"] not in maps:
                yield f"{at('places', number)}: {row['key']} has {right}, but on_map is {row['on_map']}; correct one"


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
