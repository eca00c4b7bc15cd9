"""Would a changed cell of ``data/`` be noticed? ``python -m edition.mutate_data [--sample N]`` changes them all and looks.

Every number, date and coded value of every table is changed, one at a time, in memory or in a temporary copy, and so
is every asserted value and tolerance of the ledger (:mod:`edition.mutate_data.changes` says how, and of which table only
some rows are). Each change is shown to four guards: the **constraints** of ``datapackage.json``; the **recount**
(the book's cross-checks); the **claims**, which the chapters' cells compute anew and :func:`edition.ledger.compare.compare`
holds against the ledger; and the **hash**.
The hash notices every accident, but also every correction, and says nothing about what is right. The score is
therefore the share of changes that one of the other guards notices.
"""
