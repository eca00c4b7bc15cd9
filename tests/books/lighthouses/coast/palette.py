"""The colours of this book: one for each tower."""

from edition.cell.dark import PARTNERS

TOWERS = {  # on paper, and on a dark page
    "Gull Rock": ("#182f63", "#7585e2"),
    "North Head": ("#2a8d8b", "#4ae0c4"),
    "Spindle Point": ("#e89048", "#f5a55c"),
    "Old Pier": ("#8c2a28", "#e0705c"),
}
PALETTE = {tower: on_paper for tower, (on_paper, _) in TOWERS.items()}
PARTNERS.update(TOWERS.values())
