"""All that the chapters import: ``from karabakh.notebook import PALETTE, check, load, show``."""

from edition.cell.check import check
from edition.cell.days import by_day, days_between
from edition.cell.drawing import (
    below,
    chart,
    drawings,
    hide_axes,
    joined,
    listing,
    name_above,
    spread,
    write,
)
from edition.cell.glue import glue
from edition.cell.load import load
from edition.cell.look import INK, LETTERS, QUIET
from edition.cell.show import show
from edition.cell.written_dates import span, written
from karabakh.ballots import VOTES, mark_votes
from karabakh.palette import HATCH, PALETTE, VERDICTS
from karabakh.periods import BASE_YEAR, HORIZON
from karabakh.platforms import OTHERS, PLATFORMS, RUSSIA, WEST, WESTERN, camp
from karabakh.road import by_the_day
from karabakh.transfers import DECADE, HALVES, SIPRI, imports, supplier_shares
from karabakh.wars import mark_wars

__all__ = [
    "BASE_YEAR",
    "DECADE",
    "HALVES",
    "HATCH",
    "HORIZON",
    "INK",
    "LETTERS",
    "OTHERS",
    "PALETTE",
    "PLATFORMS",
    "QUIET",
    "RUSSIA",
    "SIPRI",
    "VERDICTS",
    "VOTES",
    "WEST",
    "WESTERN",
    "below",
    "by_day",
    "by_the_day",
    "camp",
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
    "mark_votes",
    "mark_wars",
    "name_above",
    "show",
    "span",
    "spread",
    "supplier_shares",
    "write",
    "written",
]
