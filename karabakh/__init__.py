"""What knows this article: its colours, the cross-checks of its tables, and what ``make mutate`` excuses.

The chapters import from :mod:`karabakh.notebook`. Everything here may import the engine, :mod:`edition`; the engine
knows this package by the settings in ``_config.yml`` alone.
"""
