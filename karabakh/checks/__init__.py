"""Cross-checks of ``data/``: numbers and days that say the same thing twice have to say the same.

Sums against published totals, roll calls against tallies, counts against days, and orders. ``make data-check`` and
the tests run all of them; ``make mutate`` asks them whether a changed cell would be noticed. ``_config.yml`` names this
package (``edition_checks``), and the engine runs what stands in :data:`CHECKS`.

What relates one row to another stands in the tables, in columns such as `event` or `before`; the checks know rules only,
so that a new event, meeting, place or count needs no code.
"""

from edition.package.crosscheck import collect
from karabakh.checks import (
    agreements,
    arms,
    arrivals,
    corridor,
    dead,
    economy,
    events,
    expenditure,
    meetings,
    parties,
    places,
    reports,
    surveys,
    votes,
)

CHECKS = collect(
    *(arms, expenditure, votes, dead, arrivals, corridor, surveys),
    *(events, reports, meetings, agreements, economy, places, parties),
)
