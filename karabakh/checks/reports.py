"""Sources and their dates: nothing is reported before it happens, and news says how late it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from edition.package.crosscheck import Row, Rows, at, over
from karabakh.checks.dates import agree, date_in_key, exact, later, report_days

WEEK = timedelta(7)
LAG = timedelta(2)  # by which an address may be later than what stands there: pages are moved and republished
# Where several sources stand at one address: the releases of a database, and the layers of a map.
COLLECTIONS = {
    "sipri.org/databases/armstransfers",
    "sipri.org/databases/milex",
    "doi.org/10.55163/SAFC1241",
    "naturalearthdata.com",
}
DAY_IN_ADDRESS = re.compile(r"/(20\d\d)/(\d\d)/(\d\d)/")


@over("timeline", "reported_numbers", "corridor_traffic", "casualties", "arms_published", "own_words", "sources")
def events_precede_their_reports(
    timeline: Rows,
    reported_numbers: Rows,
    corridor_traffic: Rows,
    casualties: Rows,
    arms_published: Rows,
    own_words: Rows,
    sources: Rows,
) -> Iterator[str]:
    """Nothing is reported before it happens, unless the row says that its day was named in advance."""
    reports = report_days(sources)
    days = [("timeline", timeline, "date"), ("timeline", timeline, "end_date")]
    days += [("reported_numbers", reported_numbers, "as_of"), ("corridor_traffic", corridor_traffic, "as_of")]
    days += [("casualties", casualties, "stated"), ("arms_published", arms_published, "release")]
    days += [("own_words", own_words, "date")]
    for name, rows, column in days:
        for number, row in enumerate(rows, start=1):
            if later(row[column], reports[row["source"]]) and row.get("reported") != "in advance":
                yield f"{at(name, number)}: {column} {row[column]} is later than its source, {row['source']}; correct one of them"


@over("timeline", "sources")
def reports_are_dated_as_said(timeline: Rows, sources: Rows) -> Iterator[str]:
    """An event says how its source is dated, and the two dates bear it out."""
    reports = report_days(sources)
    for number, row in enumerate(timeline, start=1):
        said, report = row["reported"], reports[row["source"]]
        source = f"its source, {row['source']}, is {f'of {report}' if report else 'undated'}"
        if said == "document":
            if row["date"] != report:
                yield f"{at('timeline', number)}: {row['key']} of {row['date']} rests on a document, but {source}; correct the day, or reported"
        elif said == "in advance":
            if report and not later(row["end_date"] or row["date"], report):
                yield f"{at('timeline', number)}: {row['key']} is said to be reported in advance, but {source}; correct the day, or reported"
        elif said != (fits := timing(row, report)):
            yield f"{at('timeline', number)}: {row['key']} is said to be reported {said!r}, but {source}: correct the day, or let reported be {fits!r}"


@over("sources")
def sources_are_dated_as_named(sources: Rows) -> Iterator[str]:
    """The date in a source's key or address is that of the source; an address may be a day or two later."""
    for number, row in enumerate(sources, start=1):
        if not agree(date_in_key(row), row["date"]):
            yield f"{at('sources', number)}: {row['key']} is dated {row['date']}; correct the date, or the key"
        if found := DAY_IN_ADDRESS.search(row["url"]):
            named = date.fromisoformat("-".join(found.groups()))
            if any(abs(named - day) > LAG for day in exact(row["date"])):
                yield f"{at('sources', number)}: dated {row['date']}, but its address says {found[0]}; correct one"


@over("sources")
def addresses_are_as_safe_as_known(sources: Rows) -> Iterator[str]:
    """A host that answers by https for one source is asked by https for every other."""
    split = [urlsplit(row["url"]) for row in sources]
    safe = {address.hostname for address in split if address.scheme == "https"}
    for number, (row, address) in enumerate(zip(sources, split, strict=True), start=1):
        if address.scheme == "http" and address.hostname in safe:
            yield f"{at('sources', number)}: {row['key']} has an http address, but {address.hostname} has https; correct it"


@over("sources")
def an_address_is_one_source(sources: Rows) -> Iterator[str]:
    """No page is a source twice, under two keys: it would be counted twice, and described in two ways."""
    met: dict[str, str] = {}
    for number, row in enumerate(sources, start=1):
        for address in (row["url"], row["archive"]):
            page = address.partition("://")[2].removeprefix("www.").rstrip("/")
            if page and page not in COLLECTIONS and (other := met.setdefault(page, row["key"])) != row["key"]:
                yield f"{at('sources', number)}: {row['key']} has the address of {other}; keep one key and name it everywhere"


def timing(event: Row, report: str) -> str:
    """Return how a report of the date `report` lies to the days of an event, in the words of the column `reported`."""
    late = [abs(of_report - day) for day in exact(event["date"], event["end_date"]) for of_report in exact(report)]
    if late:
        return "of the day" if not min(late) else "within a week" if min(late) <= WEEK else "later"
    return "later" if later(report, event["end_date"] or event["date"]) else "undated"
