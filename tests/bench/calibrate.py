"""Fit the weights of extractor/components/confidence.py and print them with their reliability.

Run ``python -m tests.bench.calibrate`` from the top of the project; with ``EXTRACTOR_DATA`` the two
papers are used too. Weighted ridge regression of a finding's slot precision, in five folds.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np

from extractor.components import confidence
from extractor.evaluation import evaluate
from extractor.evaluation_errors import judged
from extractor.extract import Extractor
from extractor.gold import load_gold

engine_module = sys.modules["extractor.extract"]  # the package holds a function of that name
RIDGE = 2.0


def main() -> None:
    """Fit, and print weights and held-out reliability."""
    facts: dict[tuple[str, str], dict[str, float]] = {}
    finish = engine_module._finding

    def watched(document, draft, rows, lexicons):  # type: ignore[no-untyped-def]
        finding = finish(document, draft, rows, lexicons)
        if finding is not None:
            facts[(document.doc_id, finding.finding_id)] = confidence.features(draft)
        return finding

    engine_module._finding = watched
    root = Path(__file__).resolve().parents[2]
    folders = [root / "corpus", root / "corpus" / "generalisation"]
    if os.environ.get("EXTRACTOR_DATA"):
        folders.append(Path(os.environ["EXTRACTOR_DATA"]) / "corpus" / "papers")
    rows: list[tuple[str, dict[str, float], int, int]] = []
    for gold in (root / "gold", root / "gold" / "generalisation"):
        made = evaluate(load_gold(gold), folders, engine=Extractor())
        for one in judged(made):
            known = facts.get((one.finding.doc_id, one.finding.finding_id))
            if known:
                rows.append((one.finding.doc_id, known, one.slots.tp, one.slots.fp))
    names = sorted(rows[0][1])
    x = np.array([[1.0, *(r[1][n] for n in names)] for r in rows])
    weight = np.array([r[2] + r[3] for r in rows], dtype=float)
    y = np.array([r[2] for r in rows]) / np.maximum(weight, 1)
    fold = np.array([sum(map(ord, r[0])) % 5 for r in rows])
    held = np.zeros(len(rows))
    for k in range(5):
        held[fold == k] = x[fold == k] @ _fit(x[fold != k], y[fold != k], weight[fold != k])
    held = held.clip(confidence.LOWEST, confidence.HIGHEST)
    print("reliability on held-out folds: confidence, findings, slot precision")
    for low in (0.2, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        high = {0.2: 0.5, 0.5: 0.6, 0.6: 0.7, 0.7: 0.75, 0.75: 0.8, 0.8: 0.85, 0.85: 0.9, 0.9: 1.0}[
            low
        ]
        own = (held >= low) & (held < high)
        if own.any():
            share = float((y[own] * weight[own]).sum() / weight[own].sum())
            print(f"  {low:.2f}–{high:.2f}  {int(own.sum()):4d}  {share:.3f}")
    best = _fit(x, y, weight)
    print(f"BASE = {best[0]:.3f}")
    print(
        "WEIGHTS = {"
        + ", ".join(f'"{n}": {v:.3f}' for n, v in zip(names, best[1:], strict=True))
        + "}"
    )


def _fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    penalty = RIDGE * np.eye(x.shape[1])
    penalty[0, 0] = 0.0
    return np.linalg.solve((x * weight[:, None]).T @ x + penalty, (x * weight[:, None]).T @ y)


if __name__ == "__main__":
    main()
