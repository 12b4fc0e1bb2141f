"""The growth of CPU time with the number of articles, drawn as SVG on logarithmic axes."""

from collections import defaultdict
from html import escape
from math import ceil, floor, log10
from typing import Any, Final

_NAMES: Final = {
    ("join", 1): "ours: reprints and pairs that share wording",
    ("join", 4): "ours, one run of words in four",
    ("verify", 1): "ours: pairs aligned word by word",
    ("datasketch", 1): "datasketch: reprints only",
    ("rensa", 1): "rensa: reprints only",
}
_COLORS: Final = ("#0b57d0", "#5e97f6", "#137333", "#b3261e", "#b06000")
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BELOW = 760, 420, 70, 30, 250, 50
Points = list[tuple[float, float]]


def picture(lines: list[dict[str, Any]]) -> str:
    """Draw results; of several with the same tool and size the last counts."""
    found: dict[tuple[str, int], dict[int, float]] = defaultdict(dict)
    for line in lines:
        seconds = line.get("cpu_s_passages", line["cpu_s"])
        found[line["step"], line["sample"]][line["articles"]] = seconds
    curves = [(name, sorted(found[key].items())) for key, name in _NAMES.items() if found.get(key)]
    every = [point for _, points in curves for point in points]
    columns = _ticks([size for size, _ in every])
    rows = _ticks([seconds for _, seconds in every])
    parts = [_axes(columns, rows)]
    used: list[float] = []
    for color, (name, points) in zip(_COLORS, curves, strict=False):
        parts.append(_curve([_place(point, columns, rows) for point in points], color, name, used))
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'aria-label="CPU seconds by number of articles" font-family="system-ui, sans-serif" font-size="13">'
    )
    return "\n".join([head, '<rect width="100%" height="100%" fill="#fff"/>', *parts, "</svg>", ""])


def _ticks(values: list[float]) -> list[float]:
    """1, 2 and 5 times powers of ten from below the least to above the greatest."""
    powers = range(floor(log10(min(values))), ceil(log10(max(values))) + 1)
    steps = [digit * 10.0**power for power in powers for digit in (1, 2, 5)]
    low = max([one for one in steps if one <= min(values)], default=steps[0])
    high = min([one for one in steps if one >= max(values)], default=steps[-1])
    return [one for one in steps if low <= one <= high]


def _place(point: tuple[float, float], columns: list[float], rows: list[float]) -> tuple[float, float]:
    across = (log10(point[0]) - log10(columns[0])) / max(log10(columns[-1] / columns[0]), 1e-9)
    up = (log10(point[1]) - log10(rows[0])) / max(log10(rows[-1] / rows[0]), 1e-9)
    return _LEFT + across * (_WIDTH - _LEFT - _RIGHT), _HEIGHT - _BELOW - up * (_HEIGHT - _TOP - _BELOW)


def _axes(columns: list[float], rows: list[float]) -> str:
    parts = []
    for value in columns:
        x, _ = _place((value, rows[0]), columns, rows)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_HEIGHT - _BELOW}" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="{_HEIGHT - _BELOW + 18}" text-anchor="middle">{value:,.0f}</text>')
    for value in rows:
        _, y = _place((columns[0], value), columns, rows)
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:,g}</text>')
    parts.append(f'<text x="{_LEFT}" y="{_TOP - 12}">CPU seconds</text>')
    parts.append(f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 10}" text-anchor="end">articles</text>')
    return "\n".join(parts)


def _curve(points: Points, color: str, name: str, used: list[float]) -> str:
    """A line with its name at its end; names that would stand on each other are moved apart."""
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{color}"/>' for x, y in points)
    line = f'<polyline points="{way}" fill="none" stroke="{color}" stroke-width="2"/>'
    y = points[-1][1] + 4
    while any(abs(y - other) < 16 for other in used):  # noqa: PLR2004 - a line of text
        y += 4
    used.append(y)
    label = f'<text x="{_WIDTH - _RIGHT + 12}" y="{y:.1f}" fill="{color}" font-size="11">{escape(name)}</text>'
    return line + dots + label
