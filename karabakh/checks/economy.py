"""Trade and gas: parts against totals, derived values against what they derive from, speakers against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from edition.package.crosscheck import Row, Rows, at, in_order, over

# A growth that belongs to another count of the year before; the row’s note says so.
ANOTHER_COUNT = {("Azerbaijan", "2023")}

trade_in_order = in_order("trade", "partner", "year")
gas_in_order = in_order("gas_exports", "year")


@over("trade")
def growth_leads_back(trade: Rows) -> Iterator[str]:
    """The growth that is printed leads back to a figure of the year before, and every derived figure is so met."""
    yield from _lead_back("trade", trade, "partner", "turnover")


@over("gas_exports")
def gas_growth_leads_back(gas_exports: Rows) -> Iterator[str]:
    """The growth of exports that is printed leads back to a volume of the year before."""
    yield from _lead_back("gas_exports", gas_exports, "destination", "volume")


@over("trade")
def speakers_are_close(trade: Rows) -> Iterator[str]:
    """Statements on the same months differ by no more than a tenth, and a part of a year is not more than the year."""
    stated = defaultdict(list)
    for row in trade:
        stated[row["partner"], row["year"], row["period"]].append(float(row["turnover"]))
    for number, row in enumerate(trade, start=1):
        least = min(stated[row["partner"], row["year"], row["period"]])
        if float(row["turnover"]) > 1.1 * least:
            yield f"{at('trade', number)}: {row['turnover']} is more than a tenth above {least} of the same months"
        whole = max(stated.get((row["partner"], row["year"], "year"), [float("inf")]))
        if float(row["turnover"]) > whole:
            yield f"{at('trade', number)}: {row['turnover']} in {row['period']} is more than {whole} in the whole year"


@over("gas_exports", totals=True)
def destinations_add_up(gas_exports: Rows) -> Iterator[str]:
    """The destinations of a year add up to its total; Turkey and Georgia are told apart or are not, never both."""
    parts = defaultdict(list)
    totals = defaultdict(list)
    for row in gas_exports:
        (totals if row["destination"] == "total" else parts)[row["year"]].append(row)
    for year, rows in parts.items():
        added = round(sum(float(row["volume"]) for row in rows), 1)
        if added not in [float(row["volume"]) for row in totals[year]]:
            yield f"data/gas_exports.csv: the destinations of {year} add up to {added}, which is no total of that year"
        names = sorted(row["destination"] for row in rows)
        if names not in (["Europe", "Georgia", "Turkey"], ["Europe", "Turkey and Georgia"]):
            yield f"data/gas_exports.csv: the destinations of {year} are {', '.join(names)}"
    for year in totals.keys() - parts.keys() - {"2019"}:
        yield f"data/gas_exports.csv: no destinations in {year}"


@over("gas_eu_imports", "gas_exports")
def importer_counts_less(gas_eu_imports: Rows, gas_exports: Rows) -> Iterator[str]:
    """What the Union counts is at most a tenth below what Azerbaijan exports to Europe, and not more."""
    europe = {row["year"]: float(row["volume"]) for row in gas_exports if row["destination"] == "Europe"}
    for number, row in enumerate(gas_eu_imports, start=1):
        exported = europe.get(row["year"], 0.0)
        if row["quantity"] == "volume" and not 0.9 * exported < float(row["value"]) <= exported:
            yield f"{at('gas_eu_imports', number)}: {row['value']} does not go with the {exported} exported to Europe"


def _lead_back(name: str, rows: Rows, actor: str, column: str) -> Iterator[str]:
    """Yield the rows whose growth leads to no value of the year before, and derived rows that no growth leads to."""
    met: list[Row] = []
    for number, row in enumerate(rows, start=1):
        period = row[actor], int(row["year"]) - 1, _months(row)
        before = [other for other in rows if _period(other, actor) == period]
        if not row["growth"] or not before or (row[actor], row["year"]) in ANOTHER_COUNT:
            continue
        factor = 1 + float(row["growth"]) / 100
        if row["status"] == "derived":
            fitting = [one for one in before if _as_printed(float(one[column]) * factor, row[column])]
        else:
            fitting = [one for one in before if _as_printed(float(row[column]) / factor, one[column])]
        if not fitting:
            change = f"growth of {row['growth']} per cent to {row[column]}"
            yield f"{at(name, number)}: {change} does not go with {before[0][column]} in the year before"
        met += [row, *fitting]
    for number, row in enumerate(rows, start=1):
        if row["status"] == "derived" and row not in met and not row["note"].startswith("total"):
            yield f"{at(name, number)}: derived, but no growth leads to it"


def _period(row: Row, actor: str) -> tuple[str, int, str]:
    """Return of whom and of when a row speaks."""
    return row[actor], int(row["year"]), _months(row)


def _months(row: Row) -> str:
    """Return the months of a row; a table without the column is of whole years."""
    return row.get("period", "year")


def _as_printed(value: float, printed: str) -> bool:
    """Return whether `value` rounds to the printed number, at its decimals."""
    return f"{value:.{len(printed.partition('.')[2])}f}" == printed
