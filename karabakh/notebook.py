"""All that the chapters import: ``from karabakh.notebook import PALETTE, check, load, show``."""

from edition.cell.check import check
from edition.cell.days import by_day, days_between, span, written
from edition.cell.drawing import (
    below,
    chart,
    drawings,
    hide_axes,
    joined,
    listing,
    mark_days,
    name_above,
    spread,
    write,
)
from edition.cell.glue import glue
from edition.cell.load import load
from edition.cell.look import INK, LETTERS, QUIET
from edition.cell.show import show
from karabakh.ballots import VOTES, mark_votes
from karabakh.palette import HATCH, PALETTE, VERDICTS
from karabakh.transfers import SIPRI, imports

__all__ = [
    "HATCH",
    "INK",
    "LETTERS",
    "PALETTE",
    "QUIET",
    "SIPRI",
    "VERDICTS",
    "VOTES",
    "below",
    "by_day",
    "chart",
    "check",
    "days_between",
    "drawings",
    "glue",
    "hide_axes",
    "imports",
    "joined",
    "listing",
    "load",
    "mark_days",
    "mark_votes",
    "name_above",
    "show",
    "span",
    "spread",
    "write",
    "written",
]
