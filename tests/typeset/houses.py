"""Houses: how publishers set papers, each with its columns, front matter, callouts and lists."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class House:
    """A manner of setting a paper.

    ``front`` is the kind of first page, ``cite`` how callouts look (``super``, ``super-before``:
    before the full stop, ``bracket``, ``paren``, ``names``), ``list_style`` how entries are
    printed, ``label`` how they are numbered, ``head`` how headings are set.
    """

    name: str
    page: str = "A4"
    columns: int = 2
    margin: float = 50.0
    gutter: float = 18.0
    family: str = "serif"
    head_family: str = "sans"
    size: float = 10.0
    leading: float = 1.2
    align: str = "justify"
    indent: float = 10.0
    gap: float = 0.0
    manner: str = "words"
    front: str = "plain"
    cite: str = "super"
    dash: str = "–"
    comma: str = ","
    list_style: str = "vancouver"
    label: str = "{}."
    list_size: float = 0.85
    list_columns: int = 0
    hanging: float = 14.0
    head: str = "bold"
    numbered: bool = False
    running: str = "both"
    downloaded: bool = False
    line_numbers: bool = False
    drop: bool = False
    figure: str = "top"
    table: str = "top"
    footnote: bool = False
    bullets: bool = False
    back: bool = True
    run_in: bool = False
    furniture_last: bool = False
    tabs: bool = False
    mirrored: bool = False
    inset: bool = False
    entries: int = 40


HOUSES = (
    House("elsevier", front="elsevier", cite="bracket", list_style="elsevier", label="[{}]",
          head="bold", numbered=True, gap=0, footnote=True, size=9.0, list_size=0.88,
          head_family="serif", family="serif", table="top"),
    House("frontiers", page="letter", front="frontiers", cite="names", list_style="frontiers",
          label="", head="caps", size=9.5, hanging=10, family="serif", running="foot",
          table="bottom"),
    House("springer", front="springer", cite="bracket", list_style="springer", label="{}.",
          head="bold", size=10, running="head", table="middle", hanging=16),
    House("mdpi", columns=1, margin=62, front="mdpi", cite="bracket", list_style="mdpi",
          label="{}.", head="bold", numbered=True, size=10, indent=20, head_family="serif",
          list_size=0.9, hanging=21, table="top"),
    House("plos", page="letter", columns=1, margin=60, front="plos", cite="bracket",
          list_style="plos", label="{}.", head="bold", size=10, indent=12, hanging=24,
          list_size=0.9, comma=", ", running="both"),
    House("wiley", page="letter", front="wiley", cite="super", list_style="wiley", label="{}.",
          head="numbered-bar", numbered=True, family="serif", size=10, downloaded=True,
          hanging=18, list_size=0.82, table="top"),
    House("nature", front="nature", cite="super", list_style="nature", label="{}.", head="bold",
          size=8.6, leading=1.16, family="serif", list_size=0.78, hanging=14, drop=True,
          run_in=True, table="bottom"),
    House("hindawi", front="hindawi", cite="bracket", list_style="hindawi", label="[{}]",
          head="bold", numbered=True, head_family="serif", size=10, list_size=0.86, hanging=22,
          comma=", "),
    House("bmc", front="bmc", cite="bracket", list_style="vancouver", label="{}.", head="bold",
          size=9.7, comma=", ", running="head", list_size=0.78, bullets=True),
    House("dove", page="letter", front="plain", cite="super", list_style="wiley", label="{}.",
          size=10.5, downloaded=True, running="both", list_columns=2, list_size=0.8, drop=True),
    House("aha", page="letter", front="box", cite="super", list_style="vancouver", label="{}.",
          columns=2, family="sans", size=9.0, list_columns=3, list_size=0.78, downloaded=True,
          bullets=True),
    House("three", columns=3, margin=36, gutter=12, size=8.2, front="plain", cite="super-before",
          list_style="nature", label="{}.", list_size=0.85, hanging=10, head="caps",
          table="bottom"),
    House("harvard", page="letter", front="elsevier", cite="names", list_style="harvard", label="",
          numbered=True, size=8.5, head_family="serif", hanging=10, footnote=True),
    House("manuscript", columns=1, margin=72, leading=2.0, size=12, align="left", front="plain",
          cite="bracket", list_style="vancouver", label="{}.", list_size=1.0, hanging=0,
          line_numbers=True, indent=36, running="foot", figure="none", head_family="serif"),
    House("ligatures", family="ligatures", head_family="ligatures", size=8.5, leading=1.35,
          cite="bracket", list_style="springer", label="{}", hanging=16, front="springer"),
    House("physiology", page="letter", cite="paren", list_style="vancouver", label="{}.",
          front="box", size=9.8, comma=", ", hanging=14, head="caps", footnote=True),
    House("oxford", cite="names", list_style="apa", label="", front="bmc", size=9.6,
          downloaded=True, head="italic", hanging=12, list_size=0.82, furniture_last=True),
    House("letters", manner="chars", cite="super", list_style="acs", label="({})", size=9.2,
          front="wiley", hanging=18, head="color", table="middle"),
    House("nihms", page="letter", columns=1, margin=100, front="nihms", cite="bracket",
          list_style="vancouver", label="{}.", size=11, align="left", indent=0, gap=6,
          running="manuscript", hanging=22, figure="none", list_size=0.95),
    House("cover", front="cover", cite="bracket", list_style="vancouver", label="[{}]",
          head="bold", size=9.8, hanging=22, running="head"),
    House("preprint", page="letter", columns=1, margin=80, front="plain", cite="names",
          list_style="apa", label="", size=11, leading=1.6, align="left", running="preprint",
          hanging=20, list_size=1.0, line_numbers=False, head_family="serif"),
    House("spaced", manner="lines", cite="super", list_style="vancouver", label="{}", size=9.5,
          front="plain", list_size=0.9, hanging=14, gap=5, indent=0, table="middle"),
)  # fmt: skip


def random_house(seed: int) -> House:
    """A house that mixes the manners of others."""
    rng = random.Random(seed * 7919 + 1)
    base = rng.choice(HOUSES)
    other = rng.choice(HOUSES)
    columns = rng.choice([1, 2, 2, 2, 3])
    size = rng.choice([8.4, 9.0, 9.6, 10.0, 10.5]) if columns > 1 else rng.choice([10.0, 11.0])
    named = rng.random() < 0.3
    style = rng.choice(
        ["frontiers", "apa", "harvard", "springer"]
        if named
        else ["vancouver", "plos", "nature", "elsevier", "elsevier_doi", "mdpi", "hindawi", "wiley"]
    )
    return replace(
        base,
        name=f"random {seed}",
        page=rng.choice(["A4", "letter"]),
        columns=columns,
        margin=rng.choice([36.0, 48.0, 60.0]),
        gutter=rng.choice([12.0, 16.0, 22.0]),
        family=rng.choice(["serif", "serif", "sans", "ligatures"]),
        head_family=rng.choice(["serif", "sans"]),
        size=7.6 if columns == 3 else size,
        leading=rng.choice([1.12, 1.2, 1.3, 1.5]),
        align=rng.choice(["justify", "justify", "left"]),
        indent=rng.choice([0.0, 8.0, 12.0]),
        gap=rng.choice([0.0, 4.0]),
        manner=rng.choice(["words", "lines", "chars"]),
        front=other.front,
        cite="names" if named else rng.choice(["super", "super-before", "bracket", "paren"]),
        dash=rng.choice(["–", "-"]),
        comma=rng.choice([",", ", "]) if base.cite != "super" else ",",
        list_style=style,
        label="" if named else rng.choice(["{}.", "[{}]", "{}", "({})"]),
        list_size=rng.choice([0.8, 0.88, 1.0]),
        list_columns=rng.choice([0, 0, 2, 3]) if columns < 3 else 0,
        hanging=rng.choice([0.0, 10.0, 18.0]),
        head=rng.choice(["bold", "caps", "italic", "numbered-bar", "color"]),
        numbered=rng.random() < 0.4,
        running=rng.choice(["both", "head", "foot", "none"]),
        downloaded=rng.random() < 0.3,
        drop=rng.random() < 0.2,
        figure=rng.choice(["top", "bottom", "column", "none"]),
        table=rng.choice(["top", "bottom", "middle"]),
        footnote=rng.random() < 0.3,
        bullets=rng.random() < 0.3,
        run_in=rng.random() < 0.2,
        furniture_last=rng.random() < 0.3,
        tabs=rng.random() < 0.4,
        mirrored=rng.random() < 0.3,
        inset=rng.random() < 0.3,
    )
