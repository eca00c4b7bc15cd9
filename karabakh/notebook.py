"""All that the chapters import: ``from karabakh.notebook import PALETTE, check, load, show``."""

from edition.cell.check import check
from edition.cell.days import by_day, days_between, span, written
from edition.cell.drawing import WIDTH, below, chart, hide_axes, joined, listing, mark_days, spread, write
from edition.cell.glue import glue
from edition.cell.load import load
from edition.cell.look import INK, QUIET
from edition.cell.show import show
from karabakh.ballots import VOTES, mark_votes
from karabakh.palette import HATCH, PALETTE
from karabakh.slices import SLICES
from karabakh.transfers import SIPRI, imports

__all__ = [
    "HATCH",
    "INK",
    "PALETTE",
    "QUIET",
    "SIPRI",
    "SLICES",
    "VOTES",
    "WIDTH",
    "below",
    "by_day",
    "chart",
    "check",
    "days_between",
    "glue",
    "hide_axes",
    "imports",
    "joined",
    "listing",
    "load",
    "mark_days",
    "mark_votes",
    "show",
    "span",
    "spread",
    "write",
    "written",
]
