"""Places and outlines: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, put

SPOILS = [
    Spoil(
        "places.vertices_lie_on_the_grid",
        "outlines",
        put({"part": "Nakhchivan"}, latitude="39.00000"),
        "latitude 39.00000 is not on",
    ),
    Spoil(
        "places.vertices_lie_on_the_grid",
        "outlines",
        put({"part": "Nakhchivan"}, longitude="46.00000"),
        "longitude 46.00000 is not",
    ),
    Spoil(
        "places.outlines_are_closed", "outlines", put({"part": "island 1"}, longitude="50.0"), "island 1 is not closed"
    ),
    Spoil(
        "places.outlines_are_closed",
        "outlines",
        put({"part": "exclave 2"}, every=True, part="Nakhchivan"),
        "Azerbaijan Nakhchivan stands in two places",
    ),
    Spoil(
        "places.outlines_are_closed",
        "outlines",
        lambda rows: rows.append({**rows[0], "part": "island 3"}),
        "island 3 has 1 vertices",
    ),
    Spoil(
        "places.outlines_are_closed",
        "outlines",
        put({"part": "whole line", "latitude": "39.40588"}, longitude="45.97924", latitude="40.22359"),
        "is a line, but ends where it begins",
    ),
    Spoil(
        "places.borders_are_shared",
        "outlines",
        put({"territory": "Armenia"}, every=True, longitude="44.0"),
        "Armenia and Azerbaijan share no vertex",
    ),
    Spoil(
        "places.borders_are_shared",
        "outlines",
        put({"territory": "ceasefire line of 1994"}, every=True, longitude="46.9"),
        "Nagorno-Karabakh Autonomous Oblast and ceasefire line of 1994 share no vertex",
    ),
    Spoil(
        "places.borders_are_shared",
        "outlines",
        put({"part": "whole line", "longitude": "46.32320"}, longitude="46.32321"),
        "a vertex of the common border",
    ),
    Spoil(
        "places.lines_lie_in_their_state",
        "outlines",
        put({"part": "whole line", "longitude": "46.02033"}, longitude="45.50000"),
        "a vertex of ceasefire line of 1994 lies outside Azerbaijan",
    ),
    Spoil(
        "places.borders_are_shared",
        "outlines",
        put({"part": "Nakhchivan", "latitude": "39.71252"}, latitude="40.0"),
        "a vertex of the common border",
    ),
    Spoil(
        "places.places_lie_in_their_state",
        "places",
        put({"key": "goris"}, longitude="47.3389"),
        "outside the outline of Armenia",
    ),
    Spoil(
        "places.places_lie_in_their_state",
        "places",
        put({"key": "goris"}, territory="Azerbaijan"),
        "outside the outline of",
    ),
    Spoil(
        "places.places_lie_in_their_state",
        "places",
        put({"key": "kornidzor"}, longitude="46.541111"),
        "km outside the outline of Armenia",
    ),
    Spoil(
        "places.places_lie_in_their_state",
        "places",
        put({"key": "kornidzor"}, outline_misses_by="0.5"),
        "let outline_misses_by be 0.4",
    ),
    Spoil("places.places_lie_in_their_state", "places", put({"key": "goris"}, outline_misses_by="0.4"), "be empty"),
    Spoil("places.checks_are_complete", "places", put({"key": "baku"}, checked_distance=""), "go together"),
    Spoil("places.checks_are_complete", "places", put({"key": "baku"}, checked_against=""), "go together"),
    Spoil(
        "places.centres_lie_around_the_oblast",
        "places",
        put({"key": "goris"}, district_centre="yes"),
        "goris does not lie around the former oblast",
    ),
    Spoil(
        "places.centres_lie_around_the_oblast",
        "places",
        put({"key": "hadrut"}, district_centre="yes"),
        "hadrut does not lie around the former oblast",
    ),
    Spoil(
        "places.centres_lie_around_the_oblast",
        "places",
        put({"key": "lachin"}, on_map="small"),
        "let on_map be large",
    ),
    Spoil(
        "places.roads_join_places",
        "places",
        put({"key": "aghdam"}, route="Aghdam"),
        "the road through Aghdam has one place",
    ),
    Spoil("places.labels_are_placed_where_they_stand", "places", put({"key": "goris"}, label_up=""), "go together"),
    Spoil("places.labels_are_placed_where_they_stand", "places", put({"key": "tartar"}, number_up=""), "go together"),
    Spoil(
        "places.labels_are_placed_where_they_stand",
        "places",
        put({"key": "baku"}, on_map="none"),
        "baku has label_right, but on_map is none",
    ),
    Spoil(
        "places.labels_are_placed_where_they_stand",
        "places",
        put({"key": "tartar"}, on_map="small"),
        "tartar has number_right, but on_map is small",
    ),
]
