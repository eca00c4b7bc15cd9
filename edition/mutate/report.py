"""What noticed the changes, counted by table, and what only the hash noticed, with the reason."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from edition.ledger import Claim, read_claims
from edition.mutate.changes import Change, stratum
from edition.recount import CHECKS

# Why a change of a column can pass every guard but the hash.
REASONS = {
    "arms_transfers.recipient": "the totals of both states stay within the rounding",
    "arms_transfers.supplier": "totals are by year, shares are printed for four suppliers, and the order still fits",
    "arms_transfers.tiv": "a million more or less is within the rounding of a year with several suppliers",
    "arms_transfers.year": "the delivery is so small that the totals of both years stay within the rounding",
    "arms_import_totals.tiv": "a million more or less is within the rounding of a year with several suppliers",
    "arms_releases.tiv": "a value of 2026, or of 2021 or later, and within the size of a revision",
    "arms_releases": "of 2021 or later, or in the derived file, so that nothing else has the same row",
    "arms_release_totals.tiv": "a million more or less is within the revision of the next release",
    "military_expenditure.constant_usd": "prices still move as they do from one year to the next",
    "military_expenditure.current_usd": "prices and the product still move as they do from one year to the next",
    "military_expenditure.share_of_gdp": "the product still moves as it does from one year to the next",
    "military_expenditure.estimate": "the last estimate, or the first year; nothing else says where they end",
    "arms_published.first_year": "the share of the longer window rounds to the same number",
    "arms_published.value": "reported by the press a little higher than the sum; the text says so",
    "reported_numbers.value": "stated once, by one side; a claim takes it as a bound, with a tolerance, or not",
    "reported_numbers.unit": "no other number is derived from it",
    "corridor_traffic": "stated once, by one side, and no other number of the table depends on it",
    "reported_numbers.as_of": "not later than its report, and nothing else depends on the day",
    "casualties": "no total is printed, and the number still fits between those before and after it",
    "mediation.end_date": "the last day stands in one place only",
    "mediation": "our reading of the report; no count of the meetings is published",
    "timeline": "in order, not later than its report, and for a claim still in the article’s month or bound",
    "timeline.kind": "our reading of the event, of which the title names more than one kind",
    "places.kind": "nothing depends on it",
    "places.second_name_from": "nothing depends on it",
    "places.latitude": "still within the outline of the state; the second list is not in the table, only the distance to it",
    "places.longitude": "still within the outline of the state; the second list is not in the table, only the distance to it",
    "places.checked_distance": "the second list is not in the table",
    "agreement_terms.value": "stands in one text only, or within the article’s tolerance",
    "agreement_terms.unit": "nothing is derived from the unit",
    "arrivals": "still between the counts before and after; there is no second series",
    "arrivals_daily": "the sum up to that day still lies between two cumulated counts",
    "survey": "reported once, for another survey or population than the others",
    "meetings_declined": "our reading of the report; the level and the side stand in one place only",
    "border_commission.date": "still between the meetings before and after, and the day of the week is not named",
    "trade.turnover": "stated once, by one speaker, with no growth beside it, or within a tenth of another speaker",
    "trade.growth": "leads back to the same figure at its decimals, or the figure of the year before is not known",
    "trade.year": "no other statement of the year is at hand, and the order still fits",
    "trade": "how a statement is to be read, and of which months, stands in one place only",
    "gas_exports.volume": "a total that another source gives otherwise, or within what the printed growth gives",
    "gas_exports.growth": "leads back to the same volume at its decimals",
    "gas_exports.status": "nothing is computed from the status",
    "gas_eu_imports": "stated once; an importer’s count is held only against the exporter’s",
    "crimea_votes.vote": "the votes of four states; the other votes, and so the tally, are not in the table",
    "sources.date": "neither the key nor the address of the source names the date as exactly",
}


@dataclass(frozen=True)
class Outcome:
    """A change, and the guards that noticed it."""

    change: Change
    noticed_by: frozenset[str]

    @property
    def only_hash(self) -> bool:
        """Whether no guard but the hash noticed the change."""
        return not self.noticed_by - {"hash"}


def covered(data: Path) -> set[str]:
    """Return the tables that have totals, or on which a claim checked by machine rests."""
    by_claims = {table for claim in read_claims(data).values() if claim.checked_by_machine for table in claim.tables}
    return by_claims | {name for check in CHECKS.values() if check.totals for name in check.tables}


def score(outcomes: list[Outcome], population: list[Change]) -> float:
    """Return the share of `population` that is noticed without the hash; `outcomes` may be a sample of it.

    Each table, column and kind counts with its number in the population, so that a sample that takes as many of each
    estimates the whole without bias.
    """
    sizes = Counter(map(stratum, population))
    seen = Counter(stratum(outcome.change) for outcome in outcomes)
    noticed = Counter(stratum(outcome.change) for outcome in outcomes if not outcome.only_hash)
    return sum(size * noticed[key] / seen[key] for key, size in sizes.items()) / len(population)


def summary(outcomes: list[Outcome], population: list[Change], data: Path) -> str:
    """Return a line for each table: how many changes, how many each guard noticed, and the score without the hash."""
    tables: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        tables[outcome.change.table].append(outcome)
    names = covered(data)
    head = f"{'changes':>8} {'constraint':>11} {'recount':>8} {'claim':>6} {'hash only':>10} {'score':>7}"
    lines = [f"  {'table':20} {head}"]
    largest = max(names, key=lambda name: sum(change.table == name for change in population))
    groups = [(f"{'*' if name in names else ' '} {name}", {name}) for name in tables]
    groups += [("* together", names), (f"* without {largest}", names - {largest}), ("  everything", set(tables))]
    for label, group in groups:
        part = [outcome for name in group for outcome in tables[name]]
        by = Counter(guard for outcome in part for guard in outcome.noticed_by)
        counts = f"{by['constraint']:>11} {by['recount']:>8} {by['claim']:>6} {sum(o.only_hash for o in part):>10}"
        share = score(part, [change for change in population if change.table in group])
        lines.append(f"{label:22} {len(part):>8} {counts} {share:>7.1%}")
    unnoticed = sum(not outcome.noticed_by for outcome in outcomes)
    key = "* has totals or claims. Several guards may notice a change; the score is the share noticed without the hash."
    return "\n".join([*lines, "", key, f"{unnoticed} changes noticed by nothing at all."])


def rest(outcomes: list[Outcome], data: Path) -> str:
    """Return the changes that only the hash noticed: the column, the reason, the rows."""
    claims = list(read_claims(data).values())
    groups: dict[tuple[str, str, str], list[Change]] = defaultdict(list)
    for change in (outcome.change for outcome in outcomes if outcome.only_hash):
        reason = _of_ledger(claims[change.row - 1], change) if change.table == "claims" else _of_table(change)
        groups[change.table, change.column, reason].append(change)
    lines = ["Noticed by the hash only:"]
    for (table, column, reason), changes in groups.items():
        lines += ["", f"{table}.{column}, {len(changes)}: {reason}"]
        cells = ", ".join(f"row {change.row} ({change.old} → {change.new})" for change in changes)
        lines += textwrap.wrap(cells, 118, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return "\n".join(lines)


def _of_table(change: Change) -> str:
    """Return why a change of a table passed."""
    return REASONS.get(f"{change.table}.{change.column}") or REASONS.get(change.table) or "no rule reaches it"


def _of_ledger(claim: Claim, change: Change) -> str:
    """Return why a change of the ledger passed."""
    if not claim.checked_by_machine:
        return "no value of ours stands against it"
    if change.column == "tolerance":
        return "the value agrees with either"
    return "the value agrees with either, or the remark names it"

