"""Pattern files to validated rules: the lexicons, the predicates and the cues."""

from __future__ import annotations

import gc
import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from extractor.errors import RuleError
from extractor.inflection import IRREGULAR, inflect
from extractor.lexicon import Entry, Lexicon, orders
from extractor.pattern_tables import LOOKED_UP, listed, read_table, symbol_key, symbols

LEXICONS: dict[str, str] = {
    "genes.tsv": "gene",
    "diseases.tsv": "disease",
    "models.tsv": "model",
    "tissues.tsv": "tissue",
    "organisms.tsv": "organism",
    "cells.tsv": "cell",
    "vesicles.tsv": "vesicle",
    "effects.tsv": "effect",
}
"""File name to the kind of mention that its rows name."""

HEADER_ROLES = (
    "source", "disease", "model", "mirna", "cargo", "target", "effect", "mechanism", "reference",
    "other",
)  # fmt: skip
"""What the cells below a table's header can be read as."""

_REQUIRED: dict[str, tuple[str, ...]] = {
    "genes.tsv": ("label", "id", "kind", "synonyms", "flags"),
    "diseases.tsv": ("label", "id", "organ", "synonyms", "flags"),
    "models.tsv": ("label", "disease", "inducer", "setting", "synonyms", "flags"),
    "tissues.tsv": ("prefix", "label", "id", "synonyms", "stems"),
    "organisms.tsv": ("label", "id", "synonyms"),
    "cells.tsv": ("label", "id", "synonyms", "flags"),
    "vesicles.tsv": ("label", "id", "synonyms"),
    "effects.tsv": (
        "label",
        "id",
        "valence",
        "cell",
        "synonyms",
        "adjectives",
        "verbs",
        "increase",
        "decrease",
        "flags",
    ),
    "predicates.tsv": ("lemma", "sign", "frame", "forms", "nouns", "adjectives"),
    "cues.tsv": ("kind", "phrase", "note"),
    "mirnas.tsv": ("label", "id"),
    "examples.tsv": ("construction", "sentence", "reads", "never"),
    "table_headers.tsv": ("role", "phrase", "note"),
    "wordings.tsv": ("label", "form", "words", "subjects", "inverse"),
}

SIGNS = frozenset("+-><0cs=")
FRAMES = frozenset("teiap")


@dataclass(slots=True, frozen=True)
class Predicate:
    """A word that says something goes up or down.

    ``form`` is ``base``, ``s``, ``past``, ``participle``, ``ing``, ``noun`` or ``adjective``.
    """

    lemma: str
    sign: str
    frame: str
    form: str


@dataclass(slots=True, frozen=True)
class Wording:
    """An effect told without its name; ``form`` is a value of ``_WORDING_FORMS``."""

    entry: Entry
    form: str
    subjects: frozenset[str]
    inverse: bool


@dataclass(slots=True, frozen=True)
class Example:
    """A sentence of the pattern files with what must and must not be read in it.

    ``reads`` maps a label to ``+``, ``-`` or ``0``, with ``!`` in front where it is denied.
    """

    file: str
    line: int
    construction: str
    sentence: str
    reads: dict[str, str]
    never: tuple[str, ...]


@dataclass(slots=True)
class Rules:
    """Everything that the pattern files say, ready for use."""

    lexicon: Lexicon
    predicates: Lexicon
    cues: Lexicon
    wordings: Lexicon
    counted: dict[str, Wording]
    measured: dict[str, Lexicon]
    entries: dict[str, list[Entry]]
    stems: dict[str, Entry]
    prefixes: dict[str, Entry]
    accessions: dict[str, str]
    digest: str
    files: list[str] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    """Names of table columns, in lower case, and the roles of the cells below them."""
    symbol_tables: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Names and texts of the tables of gene symbols, a user's behind the shipped one."""

    def symbol(self, name: str) -> tuple[str, str] | None:
        """The approved symbol and the HGNC identifier of a gene's name that no lexicon has.

        The table, ``symbols.tsv``, is read when the first name is asked for.
        """
        return symbols(self.symbol_tables).get(symbol_key(name))

    def entry(self, kind: str, label: str) -> Entry | None:
        """The entry of a kind with this label, whatever its case."""
        return self._index().get((kind, label.casefold()))

    def _index(self) -> dict[tuple[str, str], Entry]:
        index = _INDEXES.get(id(self))
        if index is None:
            index = {}
            for kind, entries in self.entries.items():
                for entry in entries:
                    index.setdefault((kind, entry.label.casefold()), entry)
            _INDEXES.clear()
            _INDEXES[id(self)] = index
        return index


_INDEXES: dict[int, dict[tuple[str, str], Entry]] = {}


def load(patterns: Path | None = None) -> Rules:
    """Load the shipped pattern files, and on top of them those of a user's folder.

    Args:
        patterns: A folder with files named like the shipped ones; its rows are added, and a row
            with the label of a shipped row takes its place.

    Raises:
        RuleError: A file is wrong; the message names file, line, rule and fix.
    """
    collecting = gc.isenabled()
    gc.disable()  # what is built stays and holds no cycles: searching it for some took a third
    try:
        before = _load.cache_info().misses
        rules = _load(str(patterns.resolve()) if patterns else None)
        if _load.cache_info().misses > before:
            gc.freeze()  # kept as long as the process: no later collection need look at it again
        return rules
    finally:
        if collecting:
            gc.enable()


@lru_cache(maxsize=4)
def _load(patterns: str | None) -> Rules:
    texts: dict[str, list[tuple[str, str]]] = {}
    shipped = files("extractor.patterns")
    for name in _REQUIRED:
        resource = shipped / name
        if resource.is_file():
            texts[name] = [(f"patterns/{name}", resource.read_text(encoding="utf-8"))]
    tables = [(f"patterns/{LOOKED_UP}", (shipped / LOOKED_UP).read_text(encoding="utf-8"))]
    if patterns:
        folder = Path(patterns)
        if not folder.is_dir():
            raise RuleError(patterns, None, None, "is no folder of pattern files; name a folder")
        for path in sorted(folder.glob("*.tsv")):
            if path.name not in (*_REQUIRED, LOOKED_UP):
                known = ", ".join(sorted((*_REQUIRED, LOOKED_UP)))
                raise RuleError(path, None, None, f"is no known pattern file; known are {known}")
            try:
                text = path.read_text(encoding="utf-8-sig")
            except UnicodeDecodeError as error:
                raise RuleError(
                    path, None, None, f"is not UTF-8 ({error.reason}); save it as UTF-8"
                ) from None
            into = tables if path.name == LOOKED_UP else texts.setdefault(path.name, [])
            into.append((str(path), text))
    digest = hashlib.sha256(
        "\0".join(
            text for part in (*(texts[n] for n in sorted(texts)), tables) for _, text in part
        ).encode()
    ).hexdigest()
    rules = Rules(
        Lexicon(), Lexicon(), Lexicon(), Lexicon(), {}, {}, {}, {}, {}, {}, digest,
        sorted(texts),
    )  # fmt: skip
    rules.symbol_tables = tuple(tables)
    if len(tables) > 1:
        symbols(rules.symbol_tables)  # says at once what is wrong with a table of one's own
    for name in _REQUIRED:
        if name not in texts:
            continue
        rows: dict[str, tuple[str, int, dict[str, str]]] = {}
        for file, text in texts[name]:
            for line, row in read_table(file, text, _REQUIRED[name]):
                key = "\t".join(row[c] for c in _KEYS.get(name, ("label",)))
                rows[key] = (file, line, row)
        for file, line, row in rows.values():
            _add(rules, name, file, line, row)
    return rules


_KEYS = {
    "predicates.tsv": ("lemma", "sign", "frame"),
    "cues.tsv": ("kind", "phrase"),
    "examples.tsv": ("sentence",),
    "table_headers.tsv": ("phrase",),
    "wordings.tsv": ("label", "form", "words"),
}


def _add(rules: Rules, name: str, file: str, line: int, row: dict[str, str]) -> None:
    if name == "predicates.tsv":
        _add_predicate(rules, file, line, row)
        return
    if name == "examples.tsv":
        rules.examples.append(_example(file, line, row))
        return
    if name == "table_headers.tsv":
        if row["role"] not in HEADER_ROLES:
            known = ", ".join(HEADER_ROLES)
            raise RuleError(file, line, row["phrase"], f"role {row['role']!r}: use one of {known}")
        rules.headers[row["phrase"].casefold()] = row["role"]
        return
    if name == "wordings.tsv":
        _add_wording(rules, file, line, row)
        return
    if name == "cues.tsv":
        entry = Entry(row["kind"], row["phrase"], None, f"cues.tsv:{row['kind']}:{row['phrase']}")
        rules.cues.add(row["phrase"], entry)
        return
    if name == "mirnas.tsv":
        rules.accessions[row["label"].casefold()] = row["id"]
        for old in listed(row.get("previous", "")):
            rules.accessions.setdefault(old.casefold(), row["id"])
        return
    if not row["label"]:
        raise RuleError(file, line, None, "has no label; give every row a label")
    kind = LEXICONS[name]
    entry = Entry(
        kind,
        row["label"],
        row.get("id") or None,
        f"{name}:{row['label']}",
        frozenset(listed(row["flags"])) if "flags" in row else frozenset(),
        {k: v for k, v in row.items() if k not in ("label", "id", "flags", "synonyms") and v},
    )
    rules.entries.setdefault(kind, []).append(entry)
    if kind == "tissue":
        rules.prefixes.setdefault(row["prefix"].casefold(), entry)
        for stem in listed(row["stems"]):
            rules.stems.setdefault(stem.replace("-", "").casefold(), entry)
        for form in listed(row["synonyms"]):
            rules.lexicon.add(form, entry)
        return
    if kind == "effect":
        _add_effect(rules, file, line, entry, row)
        return
    # a gene's label counts as a written form only where the row repeats it: many symbols are words
    forms = listed(row["synonyms"]) if kind == "gene" else [row["label"], *listed(row["synonyms"])]
    for form in forms:
        if len(form.lstrip("=")) < 2:
            continue  # one letter names too much
        if kind == "gene" and row["kind"] == "pathway" and " and " in form:
            continue  # "Akt and ERK signaling" names two pathways
        if (
            kind == "gene"
            and form.isalpha()
            and form.isascii()
            and len(form) <= 5
            and not form.islower()
        ):
            rules.lexicon.add(form, entry, cased=True)  # "ship" is no SHIP
        else:
            rules.lexicon.add(form, entry)


def _example(file: str, line: int, row: dict[str, str]) -> Example:
    reads: dict[str, str] = {}
    for part in (p.strip() for p in row["reads"].split(";") if p.strip()):
        label, _, sign = part.rpartition(":")
        if not label or sign.lstrip("!") not in ("+", "-", "0"):
            raise RuleError(
                file, line, row["construction"], f"{part!r} is no label:sign; write say PTEN:-"
            )
        reads[label] = sign
    never = tuple(n.strip() for n in row["never"].split(";") if n.strip())
    return Example(file, line, row["construction"], row["sentence"], reads, never)


def _add_effect(rules: Rules, file: str, line: int, entry: Entry, row: dict[str, str]) -> None:
    if row["valence"] not in ("good", "harm", "neutral"):
        raise RuleError(
            file,
            line,
            row["label"],
            f"valence {row['valence']!r} is unknown; use good, harm or neutral",
        )
    add = rules.lexicon.add
    for form in (row["label"], *listed(row["synonyms"])):
        for written in orders(form):
            add(written, entry)
        _add_measured(rules, form, entry, inverse=False)
    for form in listed(row["adjectives"]):
        for prefix, sign in (("anti", -1), ("pro", 1)):
            add(f"{prefix} {form}", entry, sign=sign, prefixed=True)
            add(prefix + form, entry, sign=sign, prefixed=True)
    for lemma in listed(row["verbs"]):
        for form, _ in inflect(lemma):
            add(form, entry, verb=True)
    for column, sign in (("increase", 1), ("decrease", -1)):
        for form in listed(row[column]):
            if form.startswith("~"):
                for written in orders(form[1:]):
                    add(written, entry, inverse=True)
                _add_measured(rules, form[1:], entry, inverse=True)
            else:
                add(form, entry, sign=sign)


_MEASURES = {
    **dict.fromkeys(("size", "area", "volume", "diameter"), "size"),
    **dict.fromkeys(("number", "count"), "number"),
    **dict.fromkeys(("weight", "mass"), "weight"),
    **{m: m for m in "thickness length width density stiffness height depth".split()},
}


def _add_measured(rules: Rules, form: str, entry: Entry, *, inverse: bool) -> None:
    """Keep the thing that a name says to be measured: "dermis" of "dermis thickness"."""
    thing, _, measure = form.rpartition(" ")
    if thing not in ("", "wall") and measure in _MEASURES and " of" not in thing:
        lexicon = rules.measured.setdefault(_MEASURES[measure], Lexicon())
        lexicon.add(thing.removesuffix(" cross-sectional"), entry, inverse=inverse)


def _add_wording(rules: Rules, file: str, line: int, row: dict[str, str]) -> None:
    entry = rules.entry("effect", row["label"])
    if entry is None:
        raise RuleError(file, line, row["label"], "is no label of effects.tsv; use one of those")
    if row["form"] not in _WORDING_FORMS:
        use = ", ".join(_WORDING_FORMS)
        raise RuleError(file, line, row["label"], f"form {row['form']!r} is unknown; use {use}")
    subjects = frozenset(s.lower() for s in listed(row["subjects"]))
    if "animals" in subjects:
        subjects |= _BEARERS
    wording = Wording(entry, row["form"], subjects, row["inverse"] == "y")
    for word in listed(row["words"]):
        if wording.form == "count":
            if rules.entry("cell", word) is None:
                raise RuleError(file, line, word, "is no label of cells.tsv; use one of those")
            rules.counted[word] = wording
            continue
        verb, _, rest = word.partition(" ")
        forms = inflect(verb, IRREGULAR.get(verb)) if wording.form in _VERBAL else []
        if rest and wording.form == "verb":
            rest = _with_gap(rest)
        for form in dict.fromkeys((word, *(f"{f} {rest}".strip() for f, _ in forms))):
            rules.wordings.add(form, entry, wording=wording)


_PARTICLES = ("up", "out", "over", "down", "off", "on", "in", "back")


def _with_gap(rest: str) -> str:
    """The words behind a verb with room for those that say how much: "reacted less to", "took up
    less water", unless they say themselves where it is ("tear at * load").
    """
    if "*" in rest:
        return rest
    particle, _, behind = rest.partition(" ")
    return f"{particle} * {behind}" if behind and particle in _PARTICLES else f"* {rest}"


_BEARERS = frozenset(
    "mice rats animals rabbits pigs piglets dogs cats horses mares foals cows calves sheep lambs "
    "goats hamsters gerbils ferrets monkeys macaques pups offspring adults males females patients "
    "women men children infants recipients participants".split()
)
"""Whatever "animals" stands for among the subjects of a wording."""
_VERBAL = ("verb", "object")
_WORDING_FORMS = ("adjective", "verb", "object", "more", "less", "count")


def _add_predicate(rules: Rules, file: str, line: int, row: dict[str, str]) -> None:
    lemma, sign, frame = row["lemma"], row["sign"], row["frame"]
    if sign not in SIGNS or frame not in FRAMES:
        raise RuleError(
            file,
            line,
            lemma,
            f"sign {sign!r} or frame {frame!r} is unknown; signs are {' '.join(sorted(SIGNS))}, "
            f"frames {' '.join(sorted(FRAMES))}",
        )
    rule = f"predicates.tsv:{lemma}"

    def put(form: str, name: str) -> None:
        entry = Entry(
            "predicate", lemma, None, rule, facts={"predicate": Predicate(lemma, sign, frame, name)}
        )
        rules.predicates.add(form, entry)

    if frame in "ap":
        for adjective in dict.fromkeys((lemma, *listed(row["adjectives"]))):
            put(adjective, "adjective")
        return
    if frame == "i" and sign == "=":
        put(lemma, "adjective")
        return
    for form, name in inflect(lemma, listed(row["forms"])):
        put(form, name)
    for noun in listed(row["nouns"]):
        put(noun, "noun")
        put(noun + "s", "noun")
    for adjective in listed(row["adjectives"]):
        put(adjective, "adjective")
