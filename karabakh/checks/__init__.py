"""Cross-checks of ``data/``: numbers and days that say the same thing twice have to say the same.

Sums against published totals, roll calls against tallies, counts against days, and orders. ``make data-check`` and
the tests run all of them; ``make mutate`` asks them whether a changed cell would be noticed. ``_config.yml`` names this
package (``edition_checks``), and the engine runs what stands in :data:`CHECKS`.
"""

from edition.package.crosscheck import collect
from karabakh.checks import arms, corridor, economy, events, people, places, surveys, votes

CHECKS = collect(arms, votes, people, corridor, surveys, events, economy, places)
