"""The claims on the pages: the comparison with the ledger, the roles, the ledger itself."""
