"""``make bench``: every measurement there is, one after the other.

``python -m tests.bench [NAME …]`` runs only the named ones.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from pathlib import Path

PARTS = {
    "speed": "speed, memory and start",
    "readers": "readers against the JATS of the same papers",
    "quality": "scores on gold and benchmarks",
    "ner": "trained recognisers and parser",
    "ablation": "what each part of the engine adds",
    "variants": "the same texts written and set in other ways",
    "unseen": "what the recognisers add where the lexicons lack names",
}
"""Modules of this package, each with a ``run(data)``, in the order in which they run."""

BY_NAME = {"symbols": "the table of genes that are looked up only"}
"""Parts that measure nothing and run only where they are named."""


def main() -> int:
    """Run the parts; a part that is not there, or lacks its data, is named."""
    place = os.environ.get("EXTRACTOR_DATA")
    data = Path(place) if place else None
    if data is None:
        print("EXTRACTOR_DATA is not set: parts that need the shared data say so and are skipped")
    wanted = sys.argv[1:] or list(PARTS)
    parts = PARTS | BY_NAME
    unknown = [name for name in wanted if name not in parts]
    if unknown:
        print(f"error: no such part: {unknown[0]}; there are {', '.join(parts)}", file=sys.stderr)
        return 2
    failed = False
    for name in wanted:
        print(f"\n== {name}: {parts[name]}", flush=True)
        try:
            module = importlib.import_module(f"tests.bench.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"tests.bench.{name}":
                raise
            print("skipped: this part is not there")
            continue
        try:
            module.run(data)
        except Exception:  # the other parts are worth having all the same
            traceback.print_exc()
            failed = True
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
