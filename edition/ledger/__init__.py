"""The ledger: what the article claims, what is found, and whether the two agree."""
