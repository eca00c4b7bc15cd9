"""Arms transfers against the totals, shares and ratios that SIPRI printed, releases and years against each other."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Rows, at, in_order, over

# A share that the press reports a little higher than the sum gives; the chapter says so.
REPORTED_LOOSELY = {("2017", "2021", "Azerbaijan", "Belarus"): 0.25}

# What the release of 2025 has otherwise than that of 2024, of the deliveries before 2021.
REVISED = {("Azerbaijan", "Russia", year) for year in ("2013", "2014", "2015")}

# What the price level and the implied product may be, at most, of the year before; at least it is 0.7 of it.
STEADY = {"constant_usd": 1.3, "share_of_gdp": 1.6}

transfers_in_order = in_order("arms_transfers", "recipient", "supplier", "year")
totals_in_order = in_order("arms_import_totals", "recipient", "year")
releases_in_order = in_order("arms_releases", "release", "recipient", "supplier", "year")
release_totals_in_order = in_order("arms_release_totals", "release", "recipient", "year")
expenditure_in_order = in_order("military_expenditure", "state", "year")


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


@over("arms_releases", "arms_transfers")
def first_release_is_the_table(arms_releases: Rows, arms_transfers: Rows) -> Iterator[str]:
    """The release of 2022 is, row by row, the table of arms transfers since 2011."""
    columns = ("recipient", "supplier", "year")
    known = {tuple(row[column] for column in columns): row["tiv"] for row in arms_transfers if row["year"] >= "2011"}
    for number, row in enumerate(arms_releases, start=1):
        if row["release"] == "2022-03":
            tiv = known.pop(tuple(row[column] for column in columns), "no row")
            if tiv != row["tiv"] or row["basis"] != "table":
                yield f"{at('arms_releases', number)}: {row['tiv']} from a {row['basis']}, arms_transfers has {tiv}"
    for key in known:
        yield f"data/arms_releases.csv: {', '.join(key)} of arms_transfers is missing in the release of 2022"


@over("arms_releases", "arms_release_totals", totals=True)
def releases_add_up(arms_releases: Rows, arms_release_totals: Rows) -> Iterator[str]:
    """Suppliers add up to the total of their release, the unrounded ones to half a million.

    Of 2021 there are totals only; they are held against the next release, in which one year was revised by a million.
    """
    sums: dict[tuple[str, str, str], float] = defaultdict(float)
    for row in arms_releases:
        sums[row["release"], row["recipient"], row["year"]] += float(row["tiv"])
    totals = {(row["release"], row["recipient"], row["year"]): row["tiv"] for row in arms_release_totals}
    for number, ((release, *key), total) in enumerate(totals.items(), start=1):
        other, slack = ("2022-03", 2) if release == "2021-03" else (release, 0.5)
        if abs(sums[other, *key] - int(total)) > slack:
            yield f"{at('arms_release_totals', number)}: the suppliers add up to {sums[other, *key]:g}, not to {total}"
    for release, recipient, year in sums:
        if release == "2024-03" and (release, recipient, year) not in totals:
            yield f"data/arms_release_totals.csv: no total for {release}, {recipient}, {year}"


@over("arms_releases", "arms_release_totals", "sources")
def releases_have_their_source(arms_releases: Rows, arms_release_totals: Rows, sources: Rows) -> Iterator[str]:
    """A release is that of its source, and ends with the year before."""
    dates = {row["key"]: row["date"] for row in sources}
    for name, rows in (("arms_releases", arms_releases), ("arms_release_totals", arms_release_totals)):
        for number, row in enumerate(rows, start=1):
            if row["release"] != dates[row["source"]]:
                yield f"{at(name, number)}: {row['source']} is not the release of {row['release']}"
            if row["year"] >= row["release"][:4]:
                yield f"{at(name, number)}: the release of {row['release']} cannot hold the year {row['year']}"


@over("arms_releases")
def revisions_are_small(arms_releases: Rows) -> Iterator[str]:
    """From one release to the next a delivery before 2021 stays, and changes by 40 million at most, in 2025 if known.

    In the derived file some suppliers are missing, so that a row of it may be missing too.
    """
    values: dict[str, dict[tuple[str, str, str], float]] = defaultdict(dict)
    bases: dict[str, str] = {}
    for number, row in enumerate(arms_releases, start=1):
        if bases.setdefault(row["release"], row["basis"]) != row["basis"]:
            yield f"{at('arms_releases', number)}: {row['release']} is from a {bases[row['release']]} elsewhere"
        if row["year"] < "2021":
            values[row["release"]][row["recipient"], row["supplier"], row["year"]] = float(row["tiv"])
    for before, release in zip(values, list(values)[1:]):
        for key in values[before] | values[release]:
            old, new = values[before].get(key), values[release].get(key)
            if old is None or (new is None and bases[release] != "derived file"):
                yield f"data/arms_releases.csv: {', '.join(key)} stands in one of {before} and {release} only"
            elif new is not None and abs(new - old) > (0 if release == "2025-03" and key not in REVISED else 40):
                yield f"data/arms_releases.csv: {', '.join(key)} is {old:g} in {before} and {new:g} in {release}"


@over("military_expenditure")
def expenditure_is_continuous(military_expenditure: Rows) -> Iterator[str]:
    """Both amounts are one in the base year; years, estimates, prices and the implied product go on without a jump."""
    for number, (before, row) in enumerate(itertools.pairwise(military_expenditure), start=2):
        place = at("military_expenditure", number)
        if row["year"] == "2023" and row["constant_usd"] != row["current_usd"]:
            yield f"{place}: in the base year {row['constant_usd']} should be {row['current_usd']}"
        if row["state"] != before["state"]:
            continue
        if int(row["year"]) != int(before["year"]) + 1 and (row["state"], row["year"]) != ("Armenia", "1995"):
            yield f"{place}: {row['year']} stands after {before['year']}"
        if (before["estimate"], row["estimate"]) == ("no", "yes"):
            yield f"{place}: an estimate after a value that is none"
        for column, most in STEADY.items() if row["year"] >= "1996" else ():
            old, new = (float(year["current_usd"]) / float(year[column]) for year in (before, row))
            if not 0.7 < new / old < most:
                yield f"{place}: current_usd by {column} jumps to {new / old:.2f} of the year before"
