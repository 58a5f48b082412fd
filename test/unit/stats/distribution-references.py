"""Writes distribution-references.json: tails of four distributions, from mpmath with 120 digits.

Run with mpmath 1.3.0: python3 test/unit/stats/distribution-references.py
Every argument is the exact value of the double that the table shows; every tail is the double
nearest to the true one. Infinite degrees of freedom are written as the text "Infinity".
"""

import json
from pathlib import Path

import mpmath as mp

mp.mp.dps = 120


def beta_below(a, b, x):
    """Power series of the incomplete beta function, all terms positive."""
    log_density = a * mp.log(x) + b * mp.log(1 - x)
    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return mp.exp(log_density - log_beta) / a * mp.hyp2f1(a + b, 1, a + 1, x, maxterms=10**7)


def beta_tails(a, b, x):
    if x < a / (a + b):
        lower = beta_below(a, b, x)
        return lower, 1 - lower
    upper = beta_below(b, a, 1 - x)
    return 1 - upper, upper


def student_t(t, df):
    if df == mp.inf:
        return mp.erfc(-t / mp.sqrt(2)) / 2, mp.erfc(t / mp.sqrt(2)) / 2
    inner, outer = beta_tails(mp.mpf(1) / 2, df / 2, t * t / (df + t * t))
    return (1 + inner) / 2, outer / 2


def fisher_f(f, df1, df2):
    return beta_tails(df1 / 2, df2 / 2, df1 * f / (df1 * f + df2))


def chi_square(x, df):
    lower = mp.gammainc(df / 2, 0, x / 2, regularized=True)
    upper = mp.gammainc(df / 2, x / 2, mp.inf, regularized=True)
    return lower, upper


def table(function, points):
    rows = []
    for point in points:
        lower, upper = function(*[mp.mpf(value) for value in point])
        shown = ["Infinity" if value == mp.inf else value for value in point]
        rows.append([*shown, float(lower), float(upper)])
    return rows


INF = float("inf")
DFS = [0.5, 1, 2.5, 4.5, 10, 30, 1000.5]
tables = {
    "studentT": table(
        student_t,
        [(t, df) for df in [*DFS, INF] for t in [1e-8, 0.01, 0.5, 1, 2.5, 7, 30] if t * t < 60 * df or t < 8]
        + [(1e6, 2), (1e24, 0.5), (1e12, 1), (7, 1e4), (2.25, 1e4), (1.5, 1e5), (7, 1e5), (37, INF)],
    ),
    "fisherF": table(
        fisher_f,
        [(f, a, b) for a in [0.5, 1, 3.7, 40, 1000] for b in [0.5, 2, 11.25, 800] for f in [0.01, 0.5, 1, 3.2]]
        + [(1e4, 0.5, 0.5), (20, 10, 40), (1.3, 1000, 800), (1.02, 2e4, 2e4), (1.5, 3, 1e5), (1e-4, 1, 1e5)],
    ),
    "chiSquare": table(
        chi_square,
        [(x * df, df) for df in [0.5, 1, 4.5, 30, 1000] for x in [1e-3, 0.25, 0.75, 1, 1.25, 2]]
        + [(100400, 1e5), (98500, 1e5), (1e6, 1e6), (1.01e6, 1e6), (700, 1)],
    ),
}
lines = ",\n".join(
    f'  "{name}": [\n' + ",\n".join(f"    {json.dumps(row)}" for row in rows) + "\n  ]"
    for name, rows in tables.items()
)
Path(__file__).with_suffix(".json").write_text("{\n" + lines + "\n}\n")
