"""Days that stand in two places: events, meetings, terms of agreements, and the reports of them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from edition.package.crosscheck import Row, Rows, at, by_key, in_order, over

DATE = r"\d{4}(-\d{2}){0,2}$"

# Days that stand in two tables, each as table, key and column.
SAME_DAY = [
    ("timeline:moscow-meeting:date", "mediation:2021-01-11-moscow:date"),
    ("timeline:ministers-new-york:date", "mediation:2021-09-24-new-york:date"),
    ("timeline:sochi-2021:date", "mediation:2021-11-26-sochi:date"),
    ("timeline:michel-brussels:date", "mediation:2021-12-14-brussels:date"),
    ("timeline:border-commission-agreed:date", "mediation:2022-04-06-brussels:date"),
    ("timeline:prague-meeting:date", "mediation:2022-10-06-prague:date"),
    ("timeline:sochi-2022:date", "mediation:2022-10-31-sochi:date"),
    ("timeline:munich-2023:date", "mediation:2023-02-18-munich:date"),
    ("timeline:brussels-areas:date", "mediation:2023-05-14-brussels:date"),
    ("timeline:brussels-sixth:date", "mediation:2023-07-15-brussels:date"),
    ("timeline:munich-2024:date", "mediation:2024-02-17-munich:date"),
    ("timeline:ministers-almaty:date", "mediation:2024-05-10-almaty:date"),
    ("timeline:ministers-almaty:end_date", "mediation:2024-05-10-almaty:end_date"),
    ("timeline:second-war:end_date", "timeline:trilateral-ceasefire:date"),
    ("timeline:september-operation:end_date", "timeline:ceasefire-2023:date"),
]

# Events whose day, or last day, was named in advance by the source.
PLANNED = {
    "deadline-kalbajar",
    "deadline-kalbajar-extended",
    "deadline-aghdam",
    "deadline-lachin",
    "eagle-partner",
    "republic-end",
}

# Events of which the source is the document itself.
DOCUMENTS = {
    *("collective-security-treaty", "kalbajar-resolution", "co-chairmanship", "base-treaty", "trilateral-ceasefire"),
    *("allied-interaction", "five-principles", "eu-mission-decision", "dissolution-decree", "chiragov-judgment"),
}

# Events that the source reports a few days later.
REPORTED_LATER = {
    *("sochi-2021", "michel-brussels", "farrukh-parukh", "note-to-iran", "paris-visit", "khojaly-talks"),
    *("csto-frozen", "guards-agreement", "minsk-closure"),
}

# Who mediates: the platform, and the rank of the guests where it is always the same.
HOSTS = {
    "Vladimir Putin": ("Russia", "leaders"),
    "Sergey Lavrov": ("Russia", "foreign ministers"),
    "Antony Blinken": ("United States", ""),
    "Jake Sullivan": ("United States", "security advisers"),
    "Charles Michel": ("European Union", "leaders"),
    "Charles Michel with Emmanuel Macron": ("European Union", "leaders"),
    "Charles Michel, Emmanuel Macron, Olaf Scholz": ("European Political Community", "leaders"),
    "Emmanuel Macron and Charles Michel": ("European Political Community", "leaders"),
    "Emmanuel Macron (France)": ("other", "leaders"),
    "Olaf Scholz (Germany)": ("other", "leaders"),
    "Annalena Baerbock (Germany)": ("other", "foreign ministers"),
    "Minsk Group co-chairs": ("OSCE Minsk Group", ""),
    "": ("no mediator", ""),
}

# Where the border commission met a host, and where meetings that were declined were to be held.
SEATS = {
    "Russia": "Moscow",
    "European Union": "Brussels",
    "United States": "Washington",
    "European Political Community": "Granada",
    "OSCE Minsk Group": "Stockholm",
}

# The weekdays from which days of the border commission were inferred, by the number of its meeting; Monday is 0.
WEEKDAYS = {"2": 1, "3": 3}

timeline_in_order = in_order("timeline", "date")
mediation_in_order = in_order("mediation", "date")
declined_in_order = in_order("meetings_declined", "date")


@over("timeline", "mediation")
def days_agree(timeline: Rows, mediation: Rows) -> Iterator[str]:
    """A day that stands in two places is the same in both, and an event lasts less than a year."""
    tables = {"timeline": timeline, "mediation": mediation}
    days = {
        f"{name}:{row['key']}:{column}": row[column]
        for name, rows in tables.items()
        for row in rows
        for column in ("date", "end_date")
    }
    for one, other in SAME_DAY:
        if days.get(one) != days.get(other):
            yield f"data/{one.partition(':')[0]}.csv: {one} is {days.get(one)}, but {other} is {days.get(other)}"
    for name, rows in tables.items():
        for number, row in enumerate(rows, start=1):
            if row["end_date"] and not row["date"] <= row["end_date"] < years_on(row["date"], 1):
                yield f"{at(name, number)}: from {row['date']} to {row['end_date']} is not less than a year"


@over("timeline", "reported_numbers", "corridor_traffic", "casualties", "arms_published", "sources")
def events_precede_their_reports(
    timeline: Rows,
    reported_numbers: Rows,
    corridor_traffic: Rows,
    casualties: Rows,
    arms_published: Rows,
    sources: Rows,
) -> Iterator[str]:
    """Nothing is reported before it happens, what was planned apart; a document has the day of its event."""
    reports = {row["key"]: report_day(row) for row in sources}
    days = [("timeline", timeline, "date"), ("timeline", timeline, "end_date")]
    days += [("reported_numbers", reported_numbers, "as_of"), ("corridor_traffic", corridor_traffic, "as_of")]
    days += [("casualties", casualties, "stated"), ("arms_published", arms_published, "release")]
    for name, rows, column in days:
        for number, row in enumerate(rows, start=1):
            day, report = row[column], reports[row["source"]]
            if later(day, report) and row.get("key") not in PLANNED:
                yield f"{at(name, number)}: {column} {day} is later than its source, {row['source']}"
            if row.get("key") in DOCUMENTS and not agree(day, report):
                yield f"{at(name, number)}: {day} is not the date of the document, {row['source']}"


@over("timeline", "sources")
def news_is_of_the_day(timeline: Rows, sources: Rows) -> Iterator[str]:
    """News of an event is of its first or last day, and not of the week after, except where that is known."""
    reports = {row["key"]: report_day(row) for row in sources}
    for number, row in enumerate(timeline, start=1):
        report = reports[row["source"]]
        days = [date.fromisoformat(day) for day in (row["date"], row["end_date"]) if len(day) == 10]
        if len(report) < 10 or not days:
            continue
        late = min(abs(date.fromisoformat(report) - day) for day in days)
        if (timedelta(0) < late <= timedelta(7) and row["key"] not in PLANNED) != (row["key"] in REPORTED_LATER):
            yield (
                f"{at('timeline', number)}: {row['key']} and its report of {report} are {late.days} day(s) apart; correct the day, "
                f"or REPORTED_LATER in karabakh/checks/events.py"
            )


@over("timeline")
def bars_have_ends(timeline: Rows) -> Iterator[str]:
    """An event with a last day is named by its first and last day, and not by the same day twice."""
    for number, row in enumerate(timeline, start=1):
        if row["end_date"] and not row["date"] < row["end_date"]:
            yield f"{at('timeline', number)}: the last day of {row['key']} is not after the first"


@over("mediation")
def meetings_are_named_by_day(mediation: Rows) -> Iterator[str]:
    """A meeting's key and its report name its day, it lasts at most a week, and it is on the platform of its host."""
    for number, row in enumerate(mediation, start=1):
        day = row["date"]
        if not row["key"].startswith(f"{day}-"):
            yield f"{at('mediation', number)}: {row['key']} is not of {day}"
        if row["source"].startswith("meeting-") and row["source"] != f"meeting-{day}":
            yield f"{at('mediation', number)}: {row['source']} does not report on {day}"
        if row["end_date"] and date.fromisoformat(row["end_date"]) - date.fromisoformat(day) > timedelta(7):
            yield f"{at('mediation', number)}: a meeting of more than a week"
        platform, level = HOSTS.get(row["host"], ("", ""))
        if platform not in ("", row["platform"]) or level not in ("", row["level"]):
            yield f"{at('mediation', number)}: {row['host']} does not stand for {row['platform']} and {row['level']}"


@over("meetings_declined", "mediation")
def declined_were_not_held(meetings_declined: Rows, mediation: Rows) -> Iterator[str]:
    """A meeting declined is named by its date and place, at the seat of its platform, and was not held after all."""
    held = {(row["date"], row["platform"], row["level"]) for row in mediation}
    first, last = mediation[0]["date"], mediation[-1]["date"]
    for number, row in enumerate(meetings_declined, start=1):
        if row["key"] != f"{row['date']}-{row['place'].lower()}":
            yield f"{at('meetings_declined', number)}: {row['key']} is not of {row['date']} in {row['place']}"
        if SEATS[row["platform"]] != row["place"]:
            yield f"{at('meetings_declined', number)}: {row['platform']} does not meet in {row['place']}"
        if (row["date"], row["platform"], row["level"]) in held or not first <= row["date"] <= last:
            yield f"{at('meetings_declined', number)}: {row['date']} is the day of a meeting, or outside their table"


@over("border_commission", "timeline", "sources")
def commission_meets_in_turn(border_commission: Rows, timeline: Rows, sources: Rows) -> Iterator[str]:
    """The meetings are numbered without a gap and follow one another; their days are those of reports and weekdays."""
    reports = {row["key"]: row["date"] for row in sources}
    day = by_key("timeline", timeline, "border-commission-first")["border-commission-first"]["date"]
    if border_commission[0]["date"] != day:
        yield f"data/border_commission.csv: the first meeting is not of {day}, as in the timeline"
    dated = [row for row in border_commission if row["date"]]
    for before, row in itertools.pairwise(dated):
        if row["date"] <= before["date"]:
            yield f"data/border_commission.csv: meeting {row['meeting']} is not later than meeting {before['meeting']}"
    for number, row in enumerate(border_commission, start=1):
        if row["meeting"] != str(number):
            yield f"{at('border_commission', number)}: meeting {row['meeting']} is out of turn"
        missing, weekday = row["date"] == "", row["meeting"] in WEEKDAYS
        if missing != (row["status"] == "not found") or weekday != (row["status"] == "inferred"):
            yield f"{at('border_commission', number)}: {row['status']} does not go with the date"
        elif row["status"] == "inferred" and date.fromisoformat(row["date"]).weekday() != WEEKDAYS[row["meeting"]]:
            yield f"{at('border_commission', number)}: {row['date']} is not the weekday of the report"
        if row["third_party"] and SEATS[row["third_party"]] != row["place"]:
            yield f"{at('border_commission', number)}: {row['third_party']} is not the host in {row['place']}"
        if later(row["date"], reports.get(row["source"]) or row["date"]):
            yield f"{at('border_commission', number)}: {row['date']} is later than its source, {row['source']}"


@over("agreement_terms", "timeline")
def terms_hold(agreement_terms: Rows, timeline: Rows) -> Iterator[str]:
    """The peacekeepers' term is renewed by its own length, and the first EU mission kept to its months."""
    rows = by_key("agreement_terms", agreement_terms, "peacekeeping-term", "peacekeeping-renewal", "eu-capacity-term")
    value = {key: (int(row["value"]), row["unit"]) for key, row in rows.items()}
    if value["peacekeeping-renewal"] != value["peacekeeping-term"]:
        yield "data/agreement_terms.csv: peacekeeping-renewal is not the length of peacekeeping-term"
    mission = by_key("timeline", timeline, "eu-monitoring-capacity")["eu-monitoring-capacity"]
    start, end = date.fromisoformat(mission["date"]), date.fromisoformat(mission["end_date"]) + timedelta(1)
    months, unit = value["eu-capacity-term"]
    if unit != "months" or (end.year - start.year) * 12 + end.month - start.month != months or end.day != start.day:
        yield f"data/agreement_terms.csv: eu-capacity-term is {months} {unit}; the mission was there {start} to {end}"


@over("sources")
def sources_are_dated_as_named(sources: Rows) -> Iterator[str]:
    """The date in a source's key or address is that of the source; an address may be a day or two later."""
    for number, row in enumerate(sources, start=1):
        named = re.search(DATE, row["key"])
        if named and row["date"] and not agree(named[0], row["date"]):
            yield f"{at('sources', number)}: {row['key']} is dated {row['date']}"
        if len(row["date"]) == 10 and (found := re.search(r"/(20\d\d)/(\d\d)/(\d\d)/", row["url"])):
            if abs(date.fromisoformat("-".join(found.groups())) - date.fromisoformat(row["date"])) > timedelta(2):
                yield f"{at('sources', number)}: dated {row['date']}, but its address says {found[0]}"


def years_on(day: str, years: int) -> str:
    """Return the same day some years later."""
    return f"{int(day[:4]) + years}{day[4:]}"


def report_day(source: Row) -> str:
    """Return the date of a source, from its key if that is more exact; empty if it has none."""
    named = re.search(DATE, source["key"])
    return max(source["date"], named[0] if named and source["date"] else "", key=len)


def agree(one: str, other: str) -> bool:
    """Return whether two dates of different precision can be the same."""
    return one.startswith(other) or other.startswith(one)


def later(day: str, report: str) -> bool:
    """Return whether `day` is later than `report`, as far as both are precise."""
    length = min(len(day), len(report))
    return day[:length] > report[:length]
