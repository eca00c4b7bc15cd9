"""What a statement does with names: which it reads, to which it gives a value for certain, and which it changes."""

from __future__ import annotations

import ast

import pytest

from edition.source.names import flow, functions_of


def names(code: str) -> tuple[str, str, str]:
    """Return what a piece of code reads, writes and changes, each as names in alphabetical order."""
    statements = ast.parse(code).body
    found = flow(statements, functions_of(statements))
    reads, writes, changes = (" ".join(sorted(part)) for part in (found.reads, found.writes, found.changes))
    return reads, writes, changes


@pytest.mark.parametrize(
    ("code", "reads", "writes", "changes"),
    [
        ("a = b.c[d](e)", "b d e", "a", ""),
        ("a = b = c", "c", "a b", ""),
        ("a: int = b", "b int", "a", ""),
        ("a: int", "int", "", ""),
        ("a, (b, *c) = d", "d", "a b c", ""),
        ("a += b", "a b", "", "a"),
        ("a['k'] += b", "a b", "", "a"),
        ("a['k'] = b", "a b", "", "a"),
        ("a.k = b", "a b", "", "a"),
        ("del a['k']", "a", "", "a"),
        ("a.append(b)", "a b", "", "a"),
        ("a[b].c.append(d)", "a b d", "", "a"),
        ("f(a)", "a f", "", "a"),
        ("a = f(a)", "a f", "a", ""),
        ("b = (a := c) + a", "c", "a b", ""),
        ("import a.b, c as d", "", "a d", ""),
        ("from a import b, c as d", "", "b d", ""),
        ("a = 1\nb = a", "", "a b", ""),
        ("with a(b) as c:\n    d = c", "a b", "c d", ""),
        ("with a as (b, c), d as e:\n    pass", "a d", "b c e", ""),
    ],
)
def test_what_a_simple_statement_does(code: str, reads: str, writes: str, changes: str) -> None:
    assert names(code) == (reads, writes, changes)


@pytest.mark.parametrize(
    ("code", "reads", "changes"),
    [
        ("if a:\n    b = c", "a c", "b"),
        ("if a:\n    b = c\nelse:\n    b = d", "a c d", "b"),
        ("if a:\n    b = 1\nelse:\n    c = b", "a b", "b c"),
        ("while a:\n    a = b", "a b", "a"),
        ("while a:\n    pass\nelse:\n    b = c", "a c", "b"),
        ("for a in b:\n    c = a", "b", "a c"),
        ("for a, *b in c:\n    d.append(a)", "c d", "a b d"),
        ("for a in b:\n    pass\nelse:\n    c = a", "a b", "a c"),
        ("try:\n    a = b\nexcept E as c:\n    a = c\nelse:\n    d = 1\nfinally:\n    e = a", "E a b", "a c d e"),
        ("match a:\n    case [b, *c] if d:\n        e = b\n    case {'k': f, **g}:\n        e = g", "a d", "b c e f g"),
        ("match a:\n    case P(x=b) | Q(b):\n        c = b\n    case _:\n        c = d", "P Q a d", "b c"),
    ],
)
def test_what_a_block_that_may_not_run_gives_a_value_it_only_perhaps_does(code: str, reads: str, changes: str) -> None:
    assert names(code) == (reads, "", changes)


def test_what_is_named_in_a_test_is_given_for_certain() -> None:
    assert names("if (a := b) > c:\n    d = a") == ("b c", "a", "d")


@pytest.mark.parametrize(
    ("code", "reads"),
    [
        ("[a for a in b]", "b"),
        ("[a for a in a]", "a"),
        ("{a: b for a, b in c if d}", "c d"),
        ("[a for b in c for a in b]", "c"),
        ("(a + b for a in c)", "b c"),
        ("lambda a, *b, c=d, **e: (a, b, c, e, f)", "d f"),
        ("lambda a=b: a", "b"),
        ("a.query('x > @b and y in @c')", "a b c"),
        ("a.query(expr=f'x > @b')", "a b"),
        ("a.eval('@b + x')", "a b"),
        ("print('x > @b')", "print"),
    ],
)
def test_names_of_its_own_are_not_read_from_outside(code: str, reads: str) -> None:
    assert names(f"z = {code}")[:2] == (reads, "z")


def test_a_name_given_in_a_comprehension_is_given_outside_of_it() -> None:
    assert names("z = [b := a for a in c]") == ("c", "z", "b")


@pytest.mark.parametrize(
    ("code", "reads"),
    [
        ("def f(a, b=c):\n    return a + b + d", "c"),  # d is read when f is called
        ("def f():\n    return d\nz = f()", "d"),
        ("z = f()\ndef f():\n    return d", "d"),
        ("f = lambda: d\nz = f()", "d"),
        ("def f():\n    return g()\ndef g():\n    return d\nz = f()", "d"),
        ("def f():\n    def g():\n        return d\n    return g()\nz = f()", "d"),
        ("def f():\n    def g():\n        return d\n    d = 1\n    return g()\nz = f()", ""),
        ("def f():\n    def g():\n        d = 1\n    return d\nz = f()", "d"),
        ("def f():\n    return [d for d in e] + [d]\nz = f()", "d e"),
        ("def f():\n    if e:\n        d = 1\n    return d\nz = f()", "e"),
        ("def f(a):\n    return a + d\nz = [f(d) for d in e]", "d e"),
        ("@a\ndef f():\n    pass", "a"),
        ("class A(b):\n    c = d\n    def g(self):\n        return e", "b d e"),
    ],
)
def test_what_functions_use_is_read_where_they_are_called(code: str, reads: str) -> None:
    assert set(names(code)[0].split()) - {"f", "g"} == set(reads.split())


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("f(a, b)", "a"),
        ("f(a.part[0])", "a"),
        ("f(sorted(a))", ""),
        ("print(a)", ""),
        ("b = f(a)", ""),
        ("b = a.setdefault('k', c)", "a"),
        ("b = a.groupby('k')", ""),
        ("[a.append(b) for b in c]", "a"),
        ("for a in b:\n    a.append(c)", "a b"),
        ("for a, d in zip(b, c):\n    a.append(d)", "a b d"),
        ("for d, a in enumerate([b, c]):\n    a.append(d)", "a b c d"),
        ("for a in reversed(b):\n    a.append(c)", "a b"),
        ("for d, (a, e) in enumerate(zip(b, c)):\n    e.append(d)", "a c d e"),
        ("for a in f(b):\n    a.append(c)", "a"),
        ("b = np.multiply(c, d, out=a)", "a"),
        ("np.copyto(a, b)", "a np"),
        ("bisect.insort(a.part, b)", "a bisect"),
        ("for a in b:\n    c.append(a)", "a c"),
    ],
)
def test_what_is_changed_without_being_named(code: str, changes: str) -> None:
    assert names(code)[2] == changes


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("def f(a, b):\n    a.append(b)\nf(c, d)", "c"),
        ("def f(a, b):\n    a[b] = 1\nf(b=c, a=d.parts)", "d"),
        ("def f(a):\n    a += 1\nf(c)", "c"),
        ("def f(a):\n    c.append(a)\nf(d)", "c"),
        ("f = lambda a: c.append(a)\nf(d)", "c"),
        ("def f(a):\n    global c\n    c = a\nf(d)", "c"),
        ("def f(a):\n    b = []\n    b.append(a)\nf(d)", ""),
        ("def g(a):\n    f(a)\ndef f(a):\n    a.append(1)\ng(c)", "c"),
        ("def g(a):\n    f(a)\ndef f(a):\n    c.append(a)\ng(d)", "c"),
        ("def f(a):\n    c.append(a)\nz = d.map(f)", "c"),
        ("def f(a):\n    c.append(a)", ""),
        ("def f(a):\n    if a:\n        f(a)\n    c.append(a)\nf(d)", "c"),
    ],
)
def test_what_functions_change_is_changed_where_they_are_called(code: str, changes: str) -> None:
    assert names(code)[2] == changes
