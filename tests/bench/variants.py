"""The same texts written and set in other ways: how far the same is found in them.

Each variant changes what a text looks like and nothing of what it says, so that the findings should
be the same. Agreement is the Dice coefficient of all (polarity, source, disease, miRNAs, outcome,
direction) of both sides; no gold is needed.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from extractor import mirna

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_LABEL = (
    r"(?:Background|Introduction|Objectives?|Aims?|Purpose|(?:Materials and )?[Mm]ethods|Results?|"
    r"Conclusions?|BACKGROUND|INTRODUCTION|OBJECTIVES?|AIMS?|PURPOSE|METHODS|RESULTS?|CONCLUSIONS?)"
)
_ALONE = re.compile(rf"(?m)^({_LABEL})\n+(?=\S)")
_SIGNED = re.compile(rf"(?m)^({_LABEL}): (?=\S)")
_GREEK = {"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa"}


def _split(text: str) -> tuple[str, str]:
    """Title and rest."""
    title, _, rest = text.partition("\n")
    return title, rest.strip()


def _in_one_paragraph(text: str, behind: str) -> str:
    """An abstract with labels as one paragraph; other texts as they are."""
    title, rest = _split(text)
    rest, alone = _ALONE.subn(rf"\1{behind} ", rest)
    rest, signed = _SIGNED.subn(rf"\1{behind} ", rest)
    return f"{title}\n\n{' '.join(rest.split())}" if alone + signed > 2 else text


def _spelled(text: str) -> str:
    for letter, name in _GREEK.items():
        text = text.replace(letter, name)
    return text


def _wrapped(text: str) -> str:
    lines = [textwrap.fill(x, 80, break_on_hyphens=False) for x in text.splitlines() if x.strip()]
    return "\n\n".join(lines)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """The lines behind the title, and whether each looks like a heading."""
    for line in _split(text)[1].splitlines():
        if line.strip():
            yield line.strip(), len(line.split()) < 9 and not line.rstrip().endswith(".")


def _html(text: str) -> bytes:
    body = "".join(
        f"<h3>{escape(x)}</h3>" if heading else f"<p>{escape(x)}</p>" for x, heading in _parts(text)
    )
    title = escape(_split(text)[0])
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title></head><body><article>'
        f"<h1>{title}</h1><section><h2>Abstract</h2>{body}</section></article></body></html>"
    ).encode()


def _jats(text: str) -> bytes:
    body, opened = "", False
    for part, heading in _parts(text):
        if heading:
            body += f"{'</sec>' * opened}<sec><title>{escape(part)}</title>"
            opened = True
        else:
            body += f"<p>{escape(part)}</p>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?><article><front><article-meta><title-group>'
        f"<article-title>{escape(_split(text)[0])}</article-title></title-group><abstract>{body}"
        f"{'</sec>' * opened}</abstract></article-meta></front></article>"
    ).encode()


def _pdf(text: str) -> bytes:
    """A page or two of justified lines; letters that the font lacks are spelled out or go."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    plain = _spelled(text).replace("′", "'").replace("’", "'").replace("–", "-")
    plain = plain.encode("latin-1", "ignore").decode("latin-1")
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12, alignment=4)
    head = ParagraphStyle("head", fontName="Times-Bold", fontSize=11, leading=13, spaceBefore=6)
    title = ParagraphStyle("title", fontName="Times-Bold", fontSize=16, leading=19, spaceAfter=8)
    flow = [Paragraph(escape(_split(plain)[0]), title), Paragraph("Abstract", head)]
    flow += [Paragraph(escape(x), head if heading else body) for x, heading in _parts(plain)]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=True).build(flow)
    return out.getvalue()


def _american(text: str) -> str:
    for british, other in (
        ("aemi", "emi"), ("oedema", "edema"), ("tumour", "tumor"), ("isation", "ization"),
        ("fibre", "fiber"), ("haem", "hem"), ("oestr", "estr"), ("paed", "ped"),
    ):  # fmt: skip
        text = text.replace(british, other)
    return text


def _swap(pattern: str, made: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, made, text)


VARIANTS: dict[str, Callable[[str], str | bytes]] = {
    "lines of 80 letters": _wrapped,
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "title with a full stop": lambda text: "{}.\n\n{}".format(*_split(text)),
    "heading 'Abstract'": lambda text: "{}\n\nAbstract\n\n{}".format(*_split(text)),
    "labels in one paragraph": lambda text: _in_one_paragraph(text, ":"),
    "labels without colons": lambda text: _in_one_paragraph(text, ""),
    "hyphens U+2010": lambda text: text.replace("-", "\u2010"),
    "miR-21 as hsa-miR-21": _swap(r"(?<![\w-])miR-(?=\d)", "hsa-miR-"),
    "miR-21 as microRNA-21": _swap(r"(?<![\w-])miR-(?=\d)", "microRNA-"),
    "Greek letters spelled out": _spelled,
    "exosomes as EVs": _swap(r"\b[Ee]xosomes\b", "EVs"),
    "stem cells as stromal cells": _swap(r"\bmesenchymal stem cell", "mesenchymal stromal cell"),
    "American spelling": _american,
    "HTML": _html,
    "JATS": _jats,
    "PDF": _pdf,
}
"""What is done to a text, by name; bytes are files of another format."""


@dataclass(slots=True)
class Agreement:
    """How far what is found in a variant is what is found in the texts."""

    documents: int = 0
    """Documents that the variant changes."""
    same: int = 0
    """Claims found on both sides, counted on each."""
    total: int = 0
    """Claims found on either side."""
    differ: list[str] = field(default_factory=list)
    """Documents of which something else is told."""

    @property
    def dice(self) -> float:
        """Dice coefficient; 1 where nothing is found."""
        return self.same / self.total if self.total else 1.0


def claims(findings: Iterable[Any]) -> Counter[tuple[object, ...]]:
    """Each outcome of findings with the slots it stands with; miRNAs without species and arm."""
    out: Counter[tuple[object, ...]] = Counter()
    for f in findings:
        slots = [x.label if x else None for x in (f.msc_source, f.disease_model)]
        names = tuple(sorted({mirna.base(m.label) for m in f.mirnas}))
        for outcome in (*f.targets, *f.effects):
            out[f.polarity, *slots, names, outcome.label, outcome.direction] += 1
    return out


def compare(engine: Any, texts: Iterable[tuple[str, str]], name: str) -> Agreement:
    """The agreement of one variant over texts ``(name, text)``."""
    from extractor.readers import read_bytes, read_string

    suffix = {"HTML": "html", "JATS": "xml", "PDF": "pdf"}.get(name)
    out = Agreement()
    for title, text in texts:
        made = VARIANTS[name](text)
        if made == text:
            continue
        document = (
            read_bytes(made, f"{title}.{suffix}") if isinstance(made, bytes) else read_string(made)
        )
        one, two = claims(engine.findings(read_string(text))), claims(engine.findings(document))
        out.documents += 1
        out.same += 2 * (one & two).total()
        out.total += one.total() + two.total()
        if one != two:
            out.differ.append(title)
    return out


def texts(folder: Path) -> list[tuple[str, str]]:
    """The abstracts of a folder: texts with a title, and neither callouts nor references."""
    from extractor.readers import read

    out = []
    for path in sorted(folder.glob("*.txt")):
        document = read(path)
        titled = any(b.kind == "title" for b in document.blocks)
        if titled and not document.citations and not document.references:
            out.append((path.stem, path.read_text(encoding="utf-8")))
    return out


def run(data: Path | None) -> None:
    """Print the agreement of every variant."""
    from extractor.extract import Extractor

    engine = Extractor(fast=True)
    found = texts(CORPUS) + texts(CORPUS / "generalisation")
    print(f"{len(found)} texts of corpus/, rules only; agreement with the texts as they are")
    for name in VARIANTS:
        got = compare(engine, found, name)
        print(
            f"{name:<30} {got.dice:.4f}  {got.documents} documents, {len(got.differ)} tell "
            f"something else"
        )
