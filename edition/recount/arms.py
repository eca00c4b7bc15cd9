"""Arms transfers against the totals, shares and ratios that SIPRI printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from edition.recount.check import Rows, at, in_order, over

# A share that the press reports a little higher than the sum gives; the chapter says so.
REPORTED_LOOSELY = {("2017", "2021", "Azerbaijan", "Belarus"): 0.25}

transfers_in_order = in_order("arms_transfers", "recipient", "supplier", "year")
totals_in_order = in_order("arms_import_totals", "recipient", "year")


@over("arms_transfers", "arms_import_totals", totals=True)
def suppliers_add_up(arms_transfers: Rows, arms_import_totals: Rows) -> Iterator[str]:
    """Suppliers add up to the totals that SIPRI prints.

    Each value is rounded to a million: a sum of several may be off by one, a single supplier's value may not.
    """
    parts = defaultdict(list)
    for row in arms_transfers:
        parts[row["recipient"], row["year"]].append(int(row["tiv"]))
    totals = {(row["recipient"], row["year"]): int(row["tiv"]) for row in arms_import_totals}
    for number, row in enumerate(arms_transfers, start=1):
        if (row["recipient"], row["year"]) not in totals:
            yield f"{at('arms_transfers', number)}: no total for {row['recipient']}, {row['year']}"
    for number, (key, total) in enumerate(totals.items(), start=1):
        off, slack = sum(parts[key]) - total, int(len(parts[key]) > 1)
        if abs(off) > slack or key not in parts:
            yield f"{at('arms_import_totals', number)}: the suppliers add up to {sum(parts[key])}, not to {total}"


@over("arms_published", "arms_transfers", totals=True)
def published_shares_come_out(arms_published: Rows, arms_transfers: Rows) -> Iterator[str]:
    """Shares and ratios come out as SIPRI printed them, for windows that end in the year before the release."""
    for number, row in enumerate(arms_published, start=1):
        first, last = int(row["first_year"]), int(row["last_year"])
        sums: Counter[tuple[str, str]] = Counter()
        for part in arms_transfers:
            if first <= int(part["year"]) <= last:
                sums[part["recipient"], part["supplier"]] += int(part["tiv"])
                sums[part["recipient"], "all"] += int(part["tiv"])
        own = sums[row["recipient"], row["supplier"]]
        share = row["quantity"] == "share"
        whole = sums[row["recipient"] if share else "Armenia", "all"]
        found = (100 if share else 1) * own / whole if whole else 0.0
        slack = REPORTED_LOOSELY.get((row["first_year"], row["last_year"], row["recipient"], row["supplier"]), 0)
        decimals = len(row["value"].partition(".")[2])
        if f"{found:.{decimals}f}" != row["value"] and abs(found - float(row["value"])) > slack:
            yield f"{at('arms_published', number)}: SIPRI prints {row['value']}, the table gives {found:.2f}"
        if int(row["release"][:4]) != last + 1:
            yield f"{at('arms_published', number)}: the release of {row['release']} has no window to {last}"
