"""Trade and gas: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, drop, put

SPOILS = [
    Spoil("economy.trade_in_order", "trade", put({"partner": "Turkey"}, year="2022"), "keep the order"),
    Spoil(
        "economy.a_series_is_of_one_speaker",
        "trade",
        put({"stated_by": "President of Turkey"}, series="yes"),
        "the series is of Consul General of Russia Buravov on Turkey and President of Turkey on Turkey",
    ),
    Spoil(
        "economy.a_series_is_of_one_speaker",
        "trade",
        put({"series": "yes", "year": "2019"}, series=""),
        "Consul General of Russia Buravov speaks in the series; let series be yes",
    ),
    Spoil("economy.gas_in_order", "gas_exports", put({"year": "2019"}, year="2022"), "keep the order"),
    Spoil(
        "economy.growth_leads_back",
        "trade",
        put({"growth": "24.5"}, growth_over=""),
        "growth and growth_over go together",
    ),
    Spoil(
        "economy.growth_leads_back", "trade", put({"growth": "24.5"}, growth=""), "growth and growth_over go together"
    ),
    Spoil("economy.growth_leads_back", "trade", put({"growth": "-9.6"}, turnover="2.4"), "does not go with 2.5"),
    Spoil(
        "economy.growth_leads_back", "trade", put({"growth": "24.5"}, growth="25.5"), "to 4.17 does not go with 3.35"
    ),
    Spoil(
        "economy.growth_leads_back",
        "trade",
        put({"growth": "17.5"}, growth_over="not in the table"),
        "be 'another count'",
    ),
    Spoil(
        "economy.growth_leads_back", "trade", put({"growth": "17.5"}, growth="5.5"), "let growth_over be 'in the table'"
    ),
    Spoil(
        "economy.growth_leads_back",
        "trade",
        put({"growth": "15"}, growth_over="another count"),
        "be 'not in the table'",
    ),
    Spoil(
        "economy.gas_growth_leads_back",
        "gas_exports",
        put({"volume": "18.9"}, volume="18.8"),
        "growth of 18 per cent to 22.3 does not go with 18.8",
    ),
    Spoil(
        "economy.derived_figures_are_met",
        "trade",
        put({"growth": "24.5"}, growth="", growth_over=""),
        "3.35 of Azerbaijan, 2021, is derived, but no growth leads to it",
    ),
    Spoil(
        "economy.derived_figures_are_met",
        "trade",
        put({"status": "reported", "year": "2023"}, status="derived"),
        "2.3 of Armenia, 2023",
    ),
    Spoil("economy.derived_volumes_are_met", "gas_exports", put({"growth": "15.6"}, growth=""), "11.7 of total, 2019"),
    Spoil(
        "economy.derived_volumes_are_met",
        "gas_exports",
        put({"derived_from": "difference"}, derived_from="growth"),
        "no growth",
    ),
    Spoil(
        "economy.derived_volumes_are_met",
        "gas_exports",
        put({"derived_from": "growth"}, derived_from="difference"),
        "a total is",
    ),
    Spoil(
        "economy.derived_volumes_are_met",
        "gas_exports",
        put({"volume": "9.9"}, status="derived"),
        "derived from nothing",
    ),
    Spoil(
        "economy.derived_volumes_are_met",
        "gas_exports",
        put({"volume": "2.4"}, status="reported"),
        "derived from difference",
    ),
    Spoil("economy.speakers_are_close", "trade", put({"turnover": "68"}, turnover="78"), "more than a tenth above 62"),
    Spoil("economy.speakers_are_close", "trade", put({"turnover": "65"}, disputed="yes"), "let disputed be no"),
    Spoil(
        "economy.speakers_are_close", "trade", put({"turnover": "8.3"}, turnover="11.8"), "than 11.7 in the whole year"
    ),
    Spoil(
        "economy.destinations_add_up",
        "gas_exports",
        put({"volume": "9.9"}, volume="9.8"),
        "the destinations of 2024 add up to 25.1",
    ),
    Spoil(
        "economy.destinations_add_up",
        "gas_exports",
        put({"destination": "Georgia", "year": "2023"}, destination="Turkey"),
        "the destinations of 2023 are Europe, Turkey, Turkey",
    ),
    Spoil(
        "economy.destinations_add_up",
        "gas_exports",
        drop({"year": "2021", "destination": "Europe"}),
        "no destinations in 2021",
        also=(("gas_exports", drop({"year": "2021", "destination": "Turkey and Georgia"})),),
    ),
    Spoil("economy.importer_counts_less", "gas_eu_imports", put({"value": "11"}, value="12"), "12 does not go with"),
    Spoil("economy.importer_counts_less", "gas_eu_imports", put({"value": "8"}, value="7.3"), "7.3 does not go with"),
]
