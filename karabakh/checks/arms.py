"""Arms transfers against the totals, shares and ratios that SIPRI printed, and its releases against each other."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Row, Rows, at, by_key, in_order, over

Delivery = tuple[str, str, str]  # recipient, supplier, year

DRIFT = 0.3  # part by which what SIPRI printed may lie off the sum of a later release, where the row says what that is
ROUNDING = 0.5  # of a release that is read from SIPRI's table; the others are not rounded
REVISION = 2  # by which a total may change from a release that is known by its totals only to the next one
LARGEST = 40  # by which a release has ever changed one delivery of the release before
SETTLED = 3  # years before a release up to which deliveries are complete; of later years some are still found

transfers_in_order = in_order("arms_transfers", "recipient", "supplier", "year")
totals_in_order = in_order("arms_import_totals", "recipient", "year")
releases_in_order = in_order("arms_releases", "release", "recipient", "supplier", "year")
release_totals_in_order = in_order("arms_release_totals", "release", "recipient", "year")


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
        if abs(off) > slack:
            yield f"{at('arms_import_totals', number)}: the suppliers add up to {sum(parts[key])}, not to {total}"


@over("arms_published", "arms_transfers", totals=True)
def published_shares_come_out(arms_published: Rows, arms_transfers: Rows) -> Iterator[str]:
    """Shares and ratios come out as SIPRI printed them, or as the row says what comes out, which is not far from it."""
    for number, row in enumerate(arms_published, start=1):
        found = _from_table(row, arms_transfers)
        gives = f"{found:.{len(row['value'].partition('.')[2])}f}"
        due = "" if gives == row["value"] else gives
        if row["computed"] != due:
            cure = f"write {due} in computed" if due else "leave computed empty"
            yield f"{at('arms_published', number)}: SIPRI prints {row['value']}, the table gives {found:.2f}; correct one, or {cure}"
        elif abs(float(row["value"]) - found) > DRIFT * found:
            yield f"{at('arms_published', number)}: {row['value']} is too far from {found:.2f}"


@over("arms_published")
def windows_end_before_the_release(arms_published: Rows) -> Iterator[str]:
    """A window ends in the year before the release, or just before another window of the same source that does."""
    starts = {(row["source"], int(row["first_year"])) for row in arms_published}
    for number, row in enumerate(arms_published, start=1):
        last = int(row["last_year"])
        if int(row["release"][:4]) != last + 1 and (row["source"], last + 1) not in starts:
            yield f"{at('arms_published', number)}: the release of {row['release']} has no window to {row['last_year']}"


@over("arms_releases", "arms_transfers")
def one_release_is_the_table(arms_releases: Rows, arms_transfers: Rows) -> Iterator[str]:
    """The release from which the table of arms transfers was read is, row by row, that table, from its first year on."""
    source, first = arms_transfers[0]["source"], min(row["year"] for row in arms_releases)
    known = {_delivery(row): row["tiv"] for row in arms_transfers if row["year"] >= first}
    for number, row in enumerate(arms_releases, start=1):
        if row["source"] == source:
            tiv = known.pop(_delivery(row), "no row")
            if tiv != row["tiv"]:
                yield f"{at('arms_releases', number)}: {row['tiv']}, but arms_transfers has {tiv}"
            if row["basis"] != "table":
                yield f"{at('arms_releases', number)}: arms_transfers is SIPRI’s table, and no {row['basis']}"
    for key in known:
        yield f"data/arms_releases.csv: {', '.join(key)} of arms_transfers is missing in the release of the same source"


@over("arms_releases", "arms_release_totals", totals=True)
def releases_add_up(arms_releases: Rows, arms_release_totals: Rows) -> Iterator[str]:
    """Suppliers add up to the total of their release, the unrounded ones to half a million, and each sum has a total.

    A release of which there are totals only is held against the next one.
    """
    sums: dict[str, dict[tuple[str, str], float]] = defaultdict(lambda: defaultdict(float))
    for row in arms_releases:
        sums[row["release"]][row["recipient"], row["year"]] += float(row["tiv"])
    totals = {(row["release"], row["recipient"], row["year"]): int(row["tiv"]) for row in arms_release_totals}
    for number, ((release, recipient, year), total) in enumerate(totals.items(), start=1):
        other = min(one for one in sums if one >= release)
        found, slack = sums[other][recipient, year], ROUNDING if other == release else REVISION
        if abs(found - total) > slack:
            yield f"{at('arms_release_totals', number)}: the suppliers add up to {found:g}, not to {total}"
    for release in dict.fromkeys(release for release, _, _ in totals):
        for recipient, year in sums.get(release, ()):
            if (release, recipient, year) not in totals:
                yield f"data/arms_release_totals.csv: no total for {release}, {recipient}, {year}"


@over("arms_releases", "arms_release_totals", "sources")
def releases_have_their_source(arms_releases: Rows, arms_release_totals: Rows, sources: Rows) -> Iterator[str]:
    """A release is that of its source, and ends with the year before."""
    known = by_key(sources)
    for name, rows in (("arms_releases", arms_releases), ("arms_release_totals", arms_release_totals)):
        for number, row in enumerate(rows, start=1):
            if row["release"] != known[row["source"]]["date"]:
                yield f"{at(name, number)}: {row['source']} is not the release of {row['release']}"
            if row["year"] >= row["release"][:4]:
                yield f"{at(name, number)}: the release of {row['release']} cannot hold the year {row['year']}"


@over("arms_releases")
def releases_have_one_basis(arms_releases: Rows) -> Iterator[str]:
    """All values of a release were read from the same thing."""
    bases: dict[str, str] = {}
    for number, row in enumerate(arms_releases, start=1):
        if bases.setdefault(row["release"], row["basis"]) != row["basis"]:
            yield f"{at('arms_releases', number)}: {row['release']} is from a {bases[row['release']]} elsewhere"


@over("arms_releases")
def deliveries_stay(arms_releases: Rows) -> Iterator[str]:
    """A delivery of some years ago stands in two successive releases, or in none.

    In a derived file some suppliers are missing, so that a row of it may be missing too, and may come back after it: what
    follows is held against the last whole release as well.
    """
    bases = {row["release"]: row["basis"] for row in arms_releases}
    whole = ""  # the last release that is no derived file
    for before, release in itertools.pairwise(bases):
        whole = whole if bases[before] == "derived file" else before
        settled = str(int(release[:4]) - SETTLED)
        last, known, now = (
            {_delivery(row) for row in arms_releases if row["release"] == one and row["year"] < settled}
            for one in (before, whole, release)
        )
        lost = set() if bases[release] == "derived file" else (last | known) - now
        for key in sorted((now - last - known) | lost):
            yield f"data/arms_releases.csv: {', '.join(key)} stands in one of {before} and {release} only; add it, or take it out"


@over("arms_releases")
def revisions_are_named(arms_releases: Rows) -> Iterator[str]:
    """A delivery that a release revises by more than the rounding names the value before, and it is no other one."""
    releases: dict[str, dict[Delivery, tuple[str, str]]] = defaultdict(dict)
    for row in arms_releases:
        releases[row["release"]][_delivery(row)] = row["tiv"], row["basis"]
    before = dict(zip(list(releases)[1:], releases, strict=False))  # the release before each
    for number, row in enumerate(arms_releases, start=1):
        old, basis = (
            releases[before[row["release"]]].get(_delivery(row), ("", "")) if row["release"] in before else ("", "")
        )
        change = abs(float(row["tiv"]) - float(old)) if old else 0
        due = old if change > (ROUNDING if basis == "table" else 0) else ""
        if row["revised_from"] != due:
            yield (
                f"{at('arms_releases', number)}: {row['tiv']} against {old or 'nothing'} in the release before; correct it, "
                f"or {f'write {due} in revised_from' if due else 'leave revised_from empty'}"
            )
        elif change > LARGEST:
            yield f"{at('arms_releases', number)}: {row['tiv']} is too far from {old} in the release before"


def _delivery(row: dict[str, str]) -> Delivery:
    """Return what a row is of."""
    return row["recipient"], row["supplier"], row["year"]


def _from_table(row: Row, arms_transfers: Rows) -> float:
    """Return the share or ratio of a row of published ones, from the deliveries of its window."""
    sums: Counter[tuple[str, str]] = Counter()
    for part in arms_transfers:
        if int(row["first_year"]) <= int(part["year"]) <= int(row["last_year"]):
            sums[part["recipient"], part["supplier"]] += int(part["tiv"])
            sums[part["recipient"], "all"] += int(part["tiv"])
    bases = {"share": row["recipient"], "ratio to Armenia": "Armenia", "percentage of Azerbaijan": "Azerbaijan"}
    whole = sums[bases[row["quantity"]], "all"]
    factor = 1 if row["quantity"] == "ratio to Armenia" else 100
    return factor * sums[row["recipient"], row["supplier"]] / whole if whole else 0.0
