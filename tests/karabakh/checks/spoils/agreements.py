"""Terms of agreements: what makes each condition fire."""

from __future__ import annotations

from spoiling import Spoil, put

SPOILS = [
    Spoil(
        "agreements.renewals_are_as_long",
        "agreement_terms",
        put({"key": "peacekeeping-renewal"}, value="6"),
        "is not 5 years",
    ),
    Spoil(
        "agreements.renewals_are_as_long",
        "agreement_terms",
        put({"key": "peacekeeping-term"}, unit="months"),
        "is not 5 months",
    ),
    Spoil(
        "agreements.terms_were_kept",
        "agreement_terms",
        put({"key": "eu-capacity-term"}, value="3"),
        "eu-capacity-term is 3 months",
    ),
    Spoil(
        "agreements.terms_were_kept", "agreement_terms", put({"key": "eu-capacity-term"}, unit="years"), "is 2 years"
    ),
    Spoil(
        "agreements.terms_were_kept",
        "agreement_terms",
        put({"key": "eu-capacity-term"}, unit="persons"),
        "is 2 persons",
    ),
    Spoil(
        "agreements.terms_were_kept",
        "timeline",
        put({"key": "eu-monitoring-capacity"}, end_date="2022-12-20"),
        "to 2022-12-20",
    ),
    Spoil(
        "agreements.claims_have_the_unit_of_their_row",
        "claims",
        put({"id": "C029"}, unit="vehicles"),
        "C029 is in vehicles",
    ),
    Spoil(
        "agreements.claims_have_the_unit_of_their_row",
        "reported_numbers",
        put({"key": "mines-alleged"}, unit="persons"),
        "its row in persons",
    ),
]
