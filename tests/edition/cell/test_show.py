"""What charts share: labels that stand apart."""

from __future__ import annotations

import itertools

import pytest

from edition.cell.drawing import spread


@pytest.mark.parametrize(
    ("places", "apart"),
    [
        ([], []),
        ([5.0], [5.0]),
        ([0.0, 10.0], [0.0, 10.0]),  # far enough
        ([4.0, 4.0], [3.0, 5.0]),  # centred on what they name
        ([0.0, 1.0, 2.0], [-1.0, 1.0, 3.0]),
        ([0.0, 1.9, 3.8, 9.0], [-0.1, 1.9, 3.9, 9.0]),
        ([0.0, 2.9, 3.1], [0.0, 2.0, 4.0]),  # a cluster that has grown meets the one before
    ],
)
def test_labels_are_moved_apart_as_little_as_needed(places: list[float], apart: list[float]) -> None:
    assert spread(places, 2) == pytest.approx(apart)


def test_labels_keep_their_order_and_their_distance() -> None:
    places = [number**2 % 17 / 2 for number in range(17)]
    apart = spread(places, 0.4)
    assert len(apart) == len(places)
    assert all(after - before >= 0.4 - 1e-9 for before, after in itertools.pairwise(apart))
