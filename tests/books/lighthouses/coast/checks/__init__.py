"""Cross-checks of ``data/``; ``_config.yml`` names this package, and the engine runs what stands in :data:`CHECKS`."""

from coast.checks import barrels
from edition.package.crosscheck import collect

CHECKS = collect(barrels)
