"""Findings as a pandas data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from extractor.exporters.rows import COLUMNS, row
from extractor.records import Finding

if TYPE_CHECKING:
    import pandas as pd


def to_frame(findings: Iterable[Finding]) -> pd.DataFrame:
    """One row a finding, the columns of the sheets, ``confidence`` as a number.

    Cells are the plain text, without the apostrophe that sheets need before ``=`` and the like.
    """
    import pandas as pd

    frame = pd.DataFrame([row(f) for f in findings], columns=list(COLUMNS))
    frame["confidence"] = frame["confidence"].astype("float64")
    return frame
