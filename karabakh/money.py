"""Military expenditure, as chapters speak of it."""

from __future__ import annotations

import re

from edition.package.read import describe
from edition.paths import DATA


def base_year() -> int:
    """Return the year of the constant dollars in ``military_expenditure``, as the unit of their column says."""
    fields = describe("military_expenditure", DATA)["schema"]["fields"]
    [unit] = [field["unit"] for field in fields if field["name"] == "constant_usd"]
    [year] = re.findall(r"\d{4}", unit)
    return int(year)
