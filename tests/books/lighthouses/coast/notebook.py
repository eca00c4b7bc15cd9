"""All that the chapters import."""

from coast.palette import PALETTE
from edition.cell.check import check
from edition.cell.drawing import chart, listing
from edition.cell.glue import glue
from edition.cell.load import load
from edition.cell.show import show

__all__ = ["PALETTE", "chart", "check", "glue", "listing", "load", "show"]
