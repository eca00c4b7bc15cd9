"""The data package: tables, schemas, hashes and cross-checks. A kernel imports ``read`` alone."""
