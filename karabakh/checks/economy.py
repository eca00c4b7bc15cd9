"""Trade and gas: parts against totals, derived values against what they derive from, speakers against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Row, Rows, at, in_order, over

CLOSE = 1.1  # times the least of several statements on the same months
SHORT = 0.9  # times what is exported, as an importer may count it
# How the exports of a year may be divided: before the pipeline to Europe, and since.
DIVISIONS = (["Georgia", "Turkey"], ["Europe", "Georgia", "Turkey"], ["Europe", "Turkey and Georgia"])

trade_in_order = in_order("trade", "partner", "year")
gas_in_order = in_order("gas_exports", "year")


@over("trade")
def growth_leads_back(trade: Rows) -> Iterator[str]:
    """The growth that is printed leads back to a figure of the year before, or the row says why not."""
    for number, row in enumerate(trade, start=1):
        if bool(row["growth"]) != bool(row["growth_over"]):
            yield f"{at('trade', number)}: growth and growth_over go together; fill in both, or none"
        elif row["growth"]:
            before = _year_before(row, trade, "partner")
            fits = (
                "in the table"
                if _fitting(row, before, "turnover")
                else "another count"
                if before
                else "not in the table"
            )
            if row["growth_over"] != fits:
                yield f"{at('trade', number)}: {_mismatch(row, before, 'turnover')}: correct it, or let growth_over be {fits!r}"


@over("trade")
def a_series_is_of_one_speaker(trade: Rows) -> Iterator[str]:
    """The series is all that one speaker said of one partner."""
    speakers = {(row["partner"], row["stated_by"]) for row in trade if row["series"]}
    if len(speakers) > 1:
        said = " and ".join(f"{speaker} on {partner}" for partner, speaker in sorted(speakers))
        yield f"data/trade.csv: the series is of {said}; let it be of one"
    for number, row in enumerate(trade, start=1):
        if not row["series"] and {(row["partner"], row["stated_by"])} == speakers:
            yield f"{at('trade', number)}: {row['stated_by']} speaks in the series; let series be yes"


@over("gas_exports")
def gas_growth_leads_back(gas_exports: Rows) -> Iterator[str]:
    """The growth of exports that is printed leads back to a volume of the year before, if one is known."""
    for number, row in enumerate(gas_exports, start=1):
        before = _year_before(row, gas_exports, "destination")
        if row["growth"] and before and not _fitting(row, before, "volume"):
            yield f"{at('gas_exports', number)}: {_mismatch(row, before, 'volume')}; correct one"


@over("trade")
def derived_figures_are_met(trade: Rows) -> Iterator[str]:
    """A growth leads to every derived figure, or back to it."""
    yield from _unmet("trade", [row for row in trade if row["status"] == "derived"], trade, "partner", "turnover")


@over("gas_exports")
def derived_volumes_are_met(gas_exports: Rows) -> Iterator[str]:
    """A derived volume, and no other, says from what, and is met: a destination by its total, the others by a growth."""
    for number, row in enumerate(gas_exports, start=1):
        if (row["status"] == "derived") != bool(row["derived_from"]):
            yield f"{at('gas_exports', number)}: {row['status']} does not go with derived from {row['derived_from'] or 'nothing'}"
        if row["derived_from"] == "difference" and row["destination"] == "total":
            yield f"{at('gas_exports', number)}: a total is derived from a growth, not from what it is the total of"
    grown = [row for row in gas_exports if row["derived_from"] == "growth"]
    yield from _unmet("gas_exports", grown, gas_exports, "destination", "volume")


@over("trade")
def speakers_are_close(trade: Rows) -> Iterator[str]:
    """Statements on the same months differ by no more than a tenth, or are marked; a part of a year is no more than the year."""
    stated: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    for row in trade:
        stated[row["partner"], row["year"], row["period"]].append(float(row["turnover"]))
    for number, row in enumerate(trade, start=1):
        same = stated[row["partner"], row["year"], row["period"]]
        if float(row["turnover"]) > CLOSE * min(same) and row["disputed"] == "no":
            yield f"{at('trade', number)}: {row['turnover']} is more than a tenth above {min(same)} of the same months"
        if row["disputed"] == "yes" and max(same) <= CLOSE * min(same):
            yield f"{at('trade', number)}: {row['turnover']} is within a tenth of the others; let disputed be no"
        whole = max(stated.get((row["partner"], row["year"], "year"), [float("inf")]))
        if float(row["turnover"]) > whole:
            yield f"{at('trade', number)}: {row['turnover']} in {row['period']} is more than {whole} in the whole year"


@over("gas_exports", totals=True)
def destinations_add_up(gas_exports: Rows) -> Iterator[str]:
    """The destinations of a year add up to its total; Turkey and Georgia are told apart or are not, never both.

    A volume that is marked as contradicted is left out, and would spoil the sum.
    """
    parts: dict[str, list[Row]] = defaultdict(list)
    totals: dict[str, list[Row]] = defaultdict(list)
    for row in gas_exports:
        if row["status"] != "contradicted":
            (totals if row["destination"] == "total" else parts)[row["year"]].append(row)
    for year, rows in parts.items():
        added = round(sum(float(row["volume"]) for row in rows), 1)
        if added not in [float(row["volume"]) for row in totals[year]]:
            yield f"data/gas_exports.csv: the destinations of {year} add up to {added}, which is no total of that year"
        names = sorted(row["destination"] for row in rows)
        if names not in DIVISIONS:
            yield f"data/gas_exports.csv: the destinations of {year} are {', '.join(names)}"
    for year in totals.keys() - parts.keys():
        yield f"data/gas_exports.csv: no destinations in {year}"


@over("gas_eu_imports", "gas_exports")
def importer_counts_less(gas_eu_imports: Rows, gas_exports: Rows) -> Iterator[str]:
    """What the Union counts is at most a tenth below what Azerbaijan exports to Europe, and not more."""
    europe = {row["year"]: float(row["volume"]) for row in gas_exports if row["destination"] == "Europe"}
    for number, row in enumerate(gas_eu_imports, start=1):
        exported = europe.get(row["year"], 0.0)
        if row["quantity"] == "volume" and not SHORT * exported < float(row["value"]) <= exported:
            yield f"{at('gas_eu_imports', number)}: {row['value']} does not go with the {exported} exported to Europe"


def _year_before(row: Row, rows: Rows, actor: str) -> list[Row]:
    """Return what is stated on the same actor and months of the year before; a table without months is of whole years."""
    period = row[actor], int(row["year"]) - 1, row.get("period")
    return [other for other in rows if (other[actor], int(other["year"]), other.get("period")) == period]


def _fitting(row: Row, before: list[Row], column: str) -> list[Row]:
    """Return those of the statements on the year before to which the growth of a row leads back.

    What is derived from a growth is rounded itself, so that the growth has to lead to it instead.
    """
    factor = 1 + float(row["growth"]) / 100
    if row["status"] == "derived":
        return [one for one in before if _as_printed(float(one[column]) * factor, row[column])]
    return [one for one in before if _as_printed(float(row[column]) / factor, one[column])]


def _unmet(name: str, derived: Rows, rows: Rows, actor: str, column: str) -> Iterator[str]:
    """Yield the derived rows to which no growth leads, and that no growth leads back to."""
    met: list[Row] = []
    for row in rows:
        if row["growth"] and (found := _fitting(row, _year_before(row, rows, actor), column)):
            met += [row, *found]
    for row in derived:
        if row not in met:
            yield f"data/{name}.csv: {row[column]} of {row[actor]}, {row['year']}, is derived, but no growth leads to it"


def _mismatch(row: Row, before: list[Row], column: str) -> str:
    """Return in words that a growth does not lead back as the row says."""
    known = before[0][column] if before else "nothing"
    return f"growth of {row['growth']} per cent to {row[column]} does not go with {known} in the year before"


def _as_printed(value: float, printed: str) -> bool:
    """Return whether `value` rounds to the printed number, at its decimals."""
    return f"{value:.{len(printed.partition('.')[2])}f}" == printed
