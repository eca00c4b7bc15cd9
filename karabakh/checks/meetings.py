"""Meetings: those held and their hosts, those declined, and those of the border commission."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from edition.package.crosscheck import Rows, at, by_key, in_order, over
from karabakh.checks.dates import exact, later, report_days

NAMELESS = ("other", "no mediator")  # platforms that say no one’s name
COUNTRY = re.compile(r"\(([A-Z]\w+)\)$|^host: ([A-Z]\w+)")

mediation_in_order = in_order("mediation", "date")
declined_in_order = in_order("meetings_declined", "date")


@over("mediation")
def meetings_are_named_by_day(mediation: Rows) -> Iterator[str]:
    """The key of a meeting, and its report, name its day, and it lasts at most a week."""
    for number, row in enumerate(mediation, start=1):
        day = row["date"]
        if not row["key"].startswith(f"{day}-"):
            yield f"{at('mediation', number)}: {row['key']} is not of {day}; correct the key, or the day"
        if row["source"].startswith("meeting-") and row["source"] != f"meeting-{day}":
            yield f"{at('mediation', number)}: {row['source']} does not report on {day}; correct the source, or the day"
        for last in exact(row["end_date"]):
            if not timedelta(0) < last - date.fromisoformat(day) <= timedelta(7):
                yield f"{at('mediation', number)}: from {day} to {last} is no meeting of two days to a week"


@over("mediation", "hosts")
def hosts_stand_for_their_platform(mediation: Rows, hosts: Rows) -> Iterator[str]:
    """A meeting is on the platform of its host, or of none, and of the level that this host receives."""
    known = by_key(hosts, "host")
    for number, row in enumerate(mediation, start=1):
        host = known[row["host"]] if row["host"] else {"platform": "no mediator", "level": ""}
        if row["platform"] != host["platform"]:
            yield (
                f"{at('mediation', number)}: {row['host'] or 'nobody'} does not stand for {row['platform']}, but for "
                f"{host['platform']} in data/hosts.csv; correct one"
            )
        if host["level"] not in ("", row["level"]):
            yield (
                f"{at('mediation', number)}: {row['host']} does not meet {row['level']}, but {host['level']} in "
                f"data/hosts.csv; correct the meeting, or leave the level of the host empty"
            )
    for unused in known.keys() - {row["host"] for row in mediation}:
        yield f"data/hosts.csv: {unused} is the host of no meeting; take the row out"


@over("hosts")
def states_of_hosts_are_named(hosts: Rows) -> Iterator[str]:
    """A state stands where the platform does not say it, and is the one in the name of the host."""
    for number, row in enumerate(hosts, start=1):
        state = row["state"]
        if state and (row["platform"] not in NAMELESS or state not in row["host"]):
            yield f"{at('hosts', number)}: {row['host']}, {row['platform']}, does not name {state}; correct it, or leave it empty"
        if row["platform"] in NAMELESS and not state and (named := COUNTRY.search(row["host"])):
            yield f"{at('hosts', number)}: {row['host']} names {named[1] or named[2]}; write it in the column state"


@over("meetings_declined", "mediation")
def declined_were_not_held(meetings_declined: Rows, mediation: Rows) -> Iterator[str]:
    """A meeting declined is named by its date and place, was not held after all, and lies among those that were."""
    held = {(row["date"], row["platform"], row["level"]) for row in mediation}
    first, last = mediation[0]["date"], mediation[-1]["date"]
    for number, row in enumerate(meetings_declined, start=1):
        if row["key"] != f"{row['date']}-{row['place'].lower()}":
            yield f"{at('meetings_declined', number)}: {row['key']} is not of {row['date']} in {row['place']}; correct one"
        if (row["date"], row["platform"], row["level"]) in held:
            yield f"{at('meetings_declined', number)}: {row['date']} is the day of a meeting that was held; correct one"
        if not first <= row["date"] <= last:
            yield f"{at('meetings_declined', number)}: {row['date']} is outside the table of meetings; extend that first"


@over("meetings_declined", "border_commission", "mediation")
def places_are_of_their_platform(meetings_declined: Rows, border_commission: Rows, mediation: Rows) -> Iterator[str]:
    """Where others of the meetings in a place are known, they are of the same platform, or one of them is.

    A summit may go anywhere; but a platform does not invite to where only another one is at home.
    """
    invited = [
        ("meetings_declined", number, row["platform"], row["place"]) for number, row in enumerate(meetings_declined, 1)
    ]
    invited += [
        ("border_commission", number, row["third_party"], row["place"])
        for number, row in enumerate(border_commission, start=1)
        if row["third_party"]
    ]
    known = Counter((row["place"], row["platform"]) for row in mediation)
    known.update((place, platform) for _, _, platform, place in invited)
    for name, number, platform, place in invited:
        others = known - Counter([(place, platform)])
        at_home = [there for where, there in others if where == place]
        if at_home and platform not in at_home:
            yield f"{at(name, number)}: {platform} in {place}, where only {', '.join(at_home)} met; correct one"


@over("border_commission")
def commission_meets_in_turn(border_commission: Rows) -> Iterator[str]:
    """The meetings of the commission are numbered without a gap and follow one another."""
    for number, row in enumerate(border_commission, start=1):
        if row["meeting"] != str(number):
            yield f"{at('border_commission', number)}: meeting {row['meeting']} is out of turn; the next number is {number}"
    for before, row in itertools.pairwise(border_commission):
        if row["date"] <= before["date"]:
            yield f"data/border_commission.csv: meeting {row['meeting']} is not later than meeting {before['meeting']}"


@over("border_commission")
def commission_days_are_known_as_said(border_commission: Rows) -> Iterator[str]:
    """A day has a weekday, on which it falls, if it was inferred."""
    for number, row in enumerate(border_commission, start=1):
        if bool(row["weekday"]) != (row["status"] == "inferred"):
            yield f"{at('border_commission', number)}: {row['status']} does not go with the weekday {row['weekday'] or 'left empty'}"
        if row["weekday"] and any(f"{day:%A}" != row["weekday"] for day in exact(row["date"])):
            yield f"{at('border_commission', number)}: {row['date']} is no {row['weekday']}; correct the date, or the weekday"


@over("border_commission", "timeline", "sources")
def commission_days_are_those_of_others(border_commission: Rows, timeline: Rows, sources: Rows) -> Iterator[str]:
    """A meeting of the commission has the day of its event, and is not later than its source."""
    reports, events = report_days(sources), by_key(timeline)
    for number, row in enumerate(border_commission, start=1):
        if row["event"] and row["date"] != (day := events[row["event"]]["date"]):
            yield f"{at('border_commission', number)}: {row['date']} is not the day of {row['event']}, {day}; correct one"
        if later(row["date"], reports[row["source"]]):
            yield f"{at('border_commission', number)}: {row['date']} is later than its source, {row['source']}; correct one"
