"""What noticed the changes, counted by table, and what only the hash noticed, with the reason."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from edition.ledger.claim import Claim, read_claims
from edition.mutate_data.changes import Change, stratum
from edition.mutate_data.checking_cells import read_chapters
from edition.package.crosscheck import crosschecks
from edition.settings import registered


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
    looked_up = {table for claim in read_claims(data).values() if claim.method == "looked up" for table in claim.tables}
    chapters = read_chapters(data.parent)
    computed = {table for chapter in chapters for tables in chapter.tables.values() for table in tables}
    return looked_up | computed | {name for check in crosschecks().values() if check.totals for name in check.tables}


def score(outcomes: list[Outcome], population: list[Change]) -> float:
    """Return the share of `population` that is noticed without the hash, all of it if there is none; `outcomes` may be a sample.

    Each table, column and kind counts with its number in the population, so that a sample that takes as many of each
    estimates the whole without bias.
    """
    if not population:
        return 1.0
    sizes = Counter(map(stratum, population))
    seen = Counter(stratum(outcome.change) for outcome in outcomes)
    noticed = Counter(stratum(outcome.change) for outcome in outcomes if not outcome.only_hash)
    return sum(size * noticed[key] / seen[key] for key, size in sizes.items()) / len(population)


def summary(outcomes: list[Outcome], population: list[Change], data: Path) -> str:
    """Return a line for each table: how many changes, how many each guard noticed, and the score without the hash."""
    names, tables = covered(data), list(dict.fromkeys(outcome.change.table for outcome in outcomes))
    largest = max(names, key=Counter(change.table for change in population).__getitem__, default="any")
    groups = [(f"{'*' if name in names else ' '} {name}", {name}) for name in tables]
    groups += [("* together", names), (f"* without {largest}", names - {largest}), ("  everything", set(tables))]
    head = f"{'changes':>8} {'constraint':>11} {'recount':>8} {'claim':>6} {'hash only':>10} {'score':>7}"
    lines = [f"  {'table':20} {head}", *(_line(label, group, outcomes, population) for label, group in groups)]
    unnoticed = sum(not outcome.noticed_by for outcome in outcomes)
    key = "* has totals or claims. Several guards may notice a change; the score is the share noticed without the hash."
    return "\n".join([*lines, "", key, f"{unnoticed} changes noticed by nothing at all."])


def _line(label: str, tables: set[str], outcomes: list[Outcome], population: list[Change]) -> str:
    """Return the line of some tables."""
    part = [outcome for outcome in outcomes if outcome.change.table in tables]
    by = Counter(guard for outcome in part for guard in outcome.noticed_by)
    counts = f"{by['constraint']:>11} {by['recount']:>8} {by['claim']:>6} {sum(o.only_hash for o in part):>10}"
    share = score(part, [change for change in population if change.table in tables])
    return f"{label:22} {len(part):>8} {counts} {share:>7.1%}"


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
    """Return why a change of a table passed, in the words of the module that ``edition_unnoticed`` names."""
    reasons = getattr(registered("edition_unnoticed"), "REASONS", {})
    return reasons.get(f"{change.table}.{change.column}") or reasons.get(change.table) or "no rule reaches it"


def _of_ledger(claim: Claim, change: Change) -> str:
    """Return why a change of the ledger passed."""
    if not claim.checked_by_machine:
        return "no value of ours stands against it"
    if change.column == "tolerance":
        return "the value agrees with either"
    return "the value agrees with either, or the remark names it"
