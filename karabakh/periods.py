"""Spans of time that several chapters speak of."""

from __future__ import annotations

import pandas as pd

#: The last day of what the article describes, which is the state of May 2024; what came later stands apart, or is left out.
HORIZON = pd.Timestamp("2024-05-31")
