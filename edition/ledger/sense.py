"""Whether the ledger makes sense in itself, before anything is compared: identifiers, tolerances, evidence, verdicts.

A verdict is no stronger than its evidence. What that means stands in `RULES`: each looks at one claim and at what its
sources come to, and returns what is wrong and the cure, or None.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from edition.ledger import tolerance
from edition.ledger.claim import LEDGER, REASONS, Claim, read_claims
from edition.ledger.evidence import Rows, sources_of
from edition.ledger.independence import Sources, Support, support
from edition.package.cited import entries_in, faults_of
from edition.package.patterns import unmatched_in
from edition.package.read import DataError, describe, file_of_table, read_package, read_rows
from edition.said import near, place

IDENTIFIER = r"C[0-9]{3}"
Rule = Callable[[Claim, Support], str | None]


def senseless(data: Path, looked_up: bool = False) -> list[str]:
    """Return what makes no sense in the ledger in the folder `data`, one line each; nothing if there is no ledger.

    :param looked_up: whether values are looked up besides, which says what evidence of that kind is lost.
    """
    if all(resource["name"] != "claims" for resource in read_package(data)["resources"]):
        return []
    claims = list(read_claims(data).values())
    lines = [*_identifiers(claims, data), *_findings(claims)]
    rows, sources = Rows(data), {row["key"]: row for row in read_rows("sources", data)}
    for number, claim in enumerate(claims, start=1):
        wrong = [*_in_row(claim, rows, looked_up), *_of_verdict(claim, rows, sources)]
        lines += [f"{place(LEDGER, row=number)}: {claim.id}: {fault}" for fault in wrong if fault]
    return lines


def _identifiers(claims: list[Claim], data: Path) -> Iterator[str]:
    """Yield the identifiers that are none, or stand out of order; :func:`read_claims` names those that stand twice."""
    table = describe("claims", data)
    fields = {field["name"]: field for field in table["schema"]["fields"]}
    pattern = fields["id"].get("constraints", {}).get("pattern", IDENTIFIER)
    yield from unmatched_in(table["path"], "id", pattern, [claim.id for claim in claims])
    for number, (before, claim) in enumerate(itertools.pairwise(claims), start=2):
        if claim.id < before.id:
            yield f"{place(LEDGER, row=number)}: {claim.id} stands after {before.id}; keep the order"


def _findings(claims: list[Claim]) -> Iterator[str]:
    """Yield the findings that are none: neither a claim of the ledger, nor a name that several claims share."""
    times = Counter(claim.finding for claim in claims)
    ids = {claim.id for claim in claims}
    for number, claim in enumerate(claims, start=1):
        if claim.finding and claim.finding not in ids and times[claim.finding] == 1:
            said = f"the finding {claim.finding!r} is no claim, nor shared by another one"
            meant = near(claim.finding, (name for name in times if times[name] > 1)) or claim.id
            yield f"{place(LEDGER, row=number, column='finding')}: {claim.id}: {said}; write {meant}, if that is meant"


def _in_row(claim: Claim, rows: Rows, looked_up: bool) -> Iterator[str | None]:
    """Yield what is wrong in the row of one claim, or None."""
    yield tolerance.fault_of(claim.asserted, claim.unit, claim.kind, claim.tolerance)
    yield from faults_of(asdict(claim))
    if claim.method == "looked up" and len(claim.evidence.split()) != 1:
        yield "it is looked up, but its evidence is not one row; name it, as table:key"
    for named in [] if looked_up and claim.method == "looked up" else claim.evidence.split():
        try:
            rows.find(named)
        except DataError as error:
            yield f"its evidence names {named}, but {error}"


def _of_verdict(claim: Claim, rows: Rows, sources: Sources) -> Iterator[str | None]:
    """Yield why a claim cannot have its verdict, or None."""
    for key in claim.sources:
        if key not in sources:
            file = file_of_table("sources", rows.data)
            yield f"{file} has no source {key!r}; add it there, or correct the key"
    try:
        keys = [citation.key for citation in sources_of(claim, rows)]
    except DataError:
        keys = claim.sources  # what is wrong with the others is said by their own checks
    found = support(keys, sources)
    yield from (rule(claim, found) for rule in RULES)


# ---- The rules of the verdicts


def judged(claim: Claim, found: Support) -> str | None:
    """A judgement is open or contested: no datum settles it, nor an order of dates."""
    if claim.kind == "judgement" and claim.verdict not in ("open", "contested"):
        return f"it is a judgement, but has the verdict {claim.verdict!r}; let it be open or contested"
    return None


def judged_by_no_machine(claim: Claim, found: Support) -> str | None:
    """What the dates or numbers show of a judgement is said in the remark, as what it is."""
    if claim.kind == "judgement" and claim.checked_by_machine:
        return (
            f"it is a judgement, but {claim.method}; let the method be documented or none, and the remark say the rest"
        )
    return None


def open_for_a_reason(claim: Claim, found: Support) -> str | None:
    """An open claim says why it is open, and no other claim does."""
    if claim.verdict == "open" and claim.reason not in REASONS:
        return f"it is open for the reason {claim.reason!r}; choose from {', '.join(REASONS)}"
    if claim.verdict != "open" and claim.reason:
        return f"it has the verdict {claim.verdict!r}, but a reason to be open; delete the reason, or let it be open"
    return None


def open_without_a_value(claim: Claim, found: Support) -> str | None:
    """A claim with a value of ours beside the article's is not open."""
    if claim.verdict == "open" and claim.checked_by_machine:
        return f"it is {claim.method}, but its verdict is 'open'; choose another verdict, or another method"
    return None


def decided_by_something(claim: Claim, found: Support) -> str | None:
    """Without a method there is nothing that a verdict could rest on, but for a remark on wording: on the text itself."""
    if claim.method == "none" and claim.kind != "wording" and claim.verdict not in ("open", "contested"):
        return f"it has the verdict {claim.verdict!r} without a method; name what it rests on, or let it be open"
    return None


def explained(claim: Claim, found: Support) -> str | None:
    """Where the evidence says something else, the remark says what."""
    if claim.verdict in ("imprecise", "contested", "differs") and not claim.remark:
        return f"it has the verdict {claim.verdict!r}, but no remark; say what the evidence says, and who"
    return None


def differing_on_good_grounds(claim: Claim, found: Support) -> str | None:
    """Nobody is said to be wrong on thin evidence."""
    if claim.verdict == "differs" and not found.primary and found.independent < 2:
        return "it differs, but rests on no primary source, nor on two independent ones; add one, or choose contested or open"
    return None


def documented_by_a_source(claim: Claim, found: Support) -> str | None:
    """A document is a source."""
    if claim.method == "documented" and not claim.sources:
        return "it is documented, but names no source; name one, or let the method be none"
    return None


def asserting(claim: Claim, found: Support) -> str | None:
    """What is compared needs a value in the article, and an agreement; nothing else has one."""
    checked = claim.checked_by_machine
    if checked and not claim.asserted:
        return f"it is {claim.method}, but asserts nothing; write what the article says into asserted"
    if checked != bool(claim.agreement):
        return f"it is {claim.method}: its agreement must be {'yes or no' if checked else 'empty'}; correct it"
    return None


def of_one_mind(claim: Claim, found: Support) -> str | None:
    """Verdict and agreement do not contradict each other."""
    if (claim.verdict, claim.agreement) in (("agrees", "no"), ("differs", "yes")):
        return f"it has the verdict {claim.verdict!r}, but its agreement is {claim.agreement!r}; correct one of them"
    return None


def open_after_a_search(claim: Claim, found: Support) -> str | None:
    """An open claim says what was tried."""
    if claim.verdict == "open" and not claim.tried:
        return "it is open, but does not say what was tried; write it in a few words into tried"
    return None


def documented_at_a_place(claim: Claim, found: Support) -> str | None:
    """A verifier finds the place in seconds."""
    if claim.method == "documented" and claim.sources and "" in entries_in(claim.locator):
        return "it is documented, but not where; write a locator for each source, or not known"
    return None


def agreeing_with_more_than_a_list(claim: Claim, found: Support) -> str | None:
    """An encyclopaedia leads to sources; it is none."""
    if claim.verdict == "agrees" and found.sources and found.sources == found.reference:
        return "it agrees, but with works of reference alone; name a source, or let it be open"
    return None


RULES: tuple[Rule, ...] = (
    judged,
    judged_by_no_machine,
    open_for_a_reason,
    open_without_a_value,
    decided_by_something,
    explained,
    differing_on_good_grounds,
    documented_by_a_source,
    asserting,
    of_one_mind,
    open_after_a_search,
    documented_at_a_place,
    agreeing_with_more_than_a_list,
)
