"""Years and days that several chapters speak of."""

from __future__ import annotations

import pandas as pd

#: The last day of what the article describes, which is the state of May 2024; what came later stands apart, or is left out.
HORIZON = pd.Timestamp("2024-05-31")

#: The year whose prices and exchange rate the constant dollars of ``military_expenditure`` have; the unit of their column
#: names it too, and the cross-check of the base year holds the table to it.
BASE_YEAR = 2023
