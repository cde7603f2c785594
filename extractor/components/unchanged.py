"""Outcomes said not to have changed: "no difference in X was seen", "X was similar in both groups".

Each is an assertion without direction whose polarity is negated. The constructions are those of
reports, and they demand an outcome: a noun phrase that no lexicon knows is taken at its word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.components import unchanged_forms as forms
from extractor.components.analysis import Analysis
from extractor.components.found import Found
from extractor.components.signs import HARMFUL
from extractor.components.units import Unit
from extractor.components.words import PREPOSITIONS, SUBORDINATORS, VESICLES, holds
from extractor.records import Mention

RULE = "open-vocabulary:unchanged"
_KINDS = ("effect", "gene")
_STOP = frozenset(
    "between among compared versus vs after following when whereas while although was were is are "
    "had has have did does which that but by with than at over upon during before under relative "
    "if as though because so yet ; : . ( )".split()
)
_CUES = frozenset(
    "never below fell what spared better superior any nobody none undisturbed unimpeded could "
    "undiminished nothing as equally similarly stable no not without neither nor little hardly "
    "unchanged unaltered unaffected untouched similar comparable equal equivalent alike identical "
    "same uninfluenced unmoved unresponsive indistinguishable constant as where within at failed "
    "unable cannot free lack differed missed reach short remained remains stayed ineffective "
    "ineffectual inefficacious powerless helpless useless inactive nothing independent on level "
    "left matched equalled equaled paralleled resembled averaged persisted lingered unchecked "
    "unabated regardless nil negligible absent minimal insignificant immune insensitive "
    "refractory both all either varied changed extent degree pace rate lost lose losing cost "
    "devoid deprived bereft robbed stripped lacked lacking usual steady stood flat notice "
    "overlapped impervious despite spite notwithstanding normal".split()
)
_JOINTS = frozenset(
    ", and or nor / the a an of in on for both either their its neither any".split()
)
_NO_OUTCOME = frozenset("which those ones mutant mutants mutated scrambled".split())
_LEADING = frozenset("serum plasma mean still even then".split())
_DENIES = frozenset("not never hardly scarcely failed".split())
_ACTS = frozenset(
    "effect effects potency efficacy action actions activity capacity ability results pattern "
    "trend influence impact way manner benefit benefits protection".split()
)
_PRONOUNS = frozenset("it they this these those he she".split())
_DULL = frozenset(
    "half third quarter fifth rise increase decrease fall drop gain decline reduction trend "
    "much more less well number numbers age sex gender baseline size diameter morphology shape "
    "surface purity yield concentration level levels expression abundance amount amounts content "
    "particle particles marker markers protocol dose dosage temperature number characteristics "
    "vesicle vesicles exosome exosomes evs ev sevs treatment group groups arm arms study response "
    "results result outcome outcomes effect effects this these those it they them both either all "
    "any one two three respect parameters parameter others other cells cell mscs msc mice rats "
    "difference change effect comparison trend animals patients preparation preparations way case "
    "cases that "
    "which pretreatment preincubation incubation digestion addition removal depletion knockdown "
    "blockade silencing freezing storage heating sonication goats dogs cats horses sheep pigs "
    "rabbits calves cows mares foals monkeys hamsters piglets lambs infants neonates children "
    "women men volunteers adults humans joints eyes knees females males elderly controls "
    "sockets specimens defects limbs hips array arrays data lists list former latter mri".split()
)


@dataclass(slots=True)
class Unchanged:
    """An outcome that did not change: the mention, and the unit that stands for it.

    ``how`` it is said: ``still`` of a change that is denied, ``benefit`` where a benefit is ("no
    benefit for X"), ``prevented`` where a harm never came ("fibrosis did not develop"),
    ``healthy`` where it was as in health, ``second`` where other vesicles are said to have changed
    it, ``elided``
    and ``nor`` where the verb of the clause before is meant ("X fell, Y did not", "nor did Y").
    """

    found: Found
    unit: int
    how: str = "still"
    verb: int = -1
    """The unit that opens its verb, where the outcome has another verb before."""


def find(a: Analysis, row: list[Unit], clauses: list[int]) -> list[Unchanged]:
    """Outcomes that a sentence says not to have changed, each once, in order.

    Args:
        a: What was found in the block.
        row: The sentence as units.
        clauses: The clause of each unit.
    """
    keys = a.tokens.keys
    if not any(k in _CUES for u in row if u.found is None for k in keys[u.first : u.last]):
        return []
    out: dict[tuple[int, int], Unchanged] = {}
    parts: list[list[int]] = []
    last = None
    for i, clause in enumerate(clauses):
        opens = row[i].key in ("as", "where") or (row[i].key == ":" and _tells(row, i + 1))
        if last is None or (clause != last and not opens):
            parts.append([])
        parts[-1].append(i)
        last = clause
    for members in parts:
        for item in _Clause(a, row, members).read():
            out.setdefault((item.found.first, item.found.last), item)
    return [out[key] for key in sorted(out)]


def _tells(row: list[Unit], i: int) -> bool:
    """Whether a telegraphic finding goes on at unit ``i``: "Body weight: no difference"."""
    return i < len(row) and row[i].key in _TELEGRAPHIC


_TELEGRAPHIC = frozenset(
    "no not unchanged unaltered unaffected similar comparable identical normal same stable".split()
)


def _kept_well(f: Found, level: str) -> bool:
    """Whether a level that stayed where it was is a good one: "ROS stayed low"."""
    harm = f.valence == "harm" or (f.kind == "gene" and f.mention.label in HARMFUL)
    return (level in _LOW and harm) or (level in _HIGH and f.valence == "good")


_LOW = ("low",)
_HIGH = ("high", "elevated", "raised")

_DEEDS = (
    "effect", "influence", "impact", "action", "benefit", "advantage", "hold", "grip", "potency",
)  # fmt: skip
_SHORT = (
    "reach", "attain", "regain", "approach", "match", "short of", "stayed below", "remained below",
)  # fmt: skip


def _in(pattern: re.Pattern[str], text: str, may: bool) -> Iterable[re.Match[str]]:
    """The matches of a pattern, looked for only where words of it stand."""
    return pattern.finditer(text) if may else ()


class _Clause:
    """One clause as a string in which mentions are ``@n`` (outcomes) and ``~`` (others)."""

    def __init__(self, a: Analysis, row: list[Unit], members: list[int]) -> None:
        self.a, self.row = a, row
        self.words: list[tuple[str, int]] = []
        for i in members:
            u = row[i]
            if u.found is None or (u.kind == "disease" and forms.TUMOR.fullmatch(u.found.text)):
                self.words += [(k, i) for k in a.tokens.keys[u.first : u.last]]
            else:
                self.words.append((f"@{i}" if u.kind in _KINDS else "~", i))
        self.starts: list[int] = []
        self.floor, self.first = 0, members[0]
        made = " "
        for word, _ in self.words:
            self.starts.append(len(made))
            made += word + " "
        self.string = made

    def read(self) -> list[Unchanged]:
        out: list[Unchanged] = []
        told = self.string
        # each pattern only where words of it stand: there are many, and most say nothing
        neither, denied = "neither" in told, " no" in told or "neither" in told
        deed = holds(told, _DEEDS)
        against = forms.SET_AGAINST.match(self.string)
        self.floor = self._at(against.end()) if against is not None else 0
        for match in forms.OBJECT_OF.finditer(self.string):
            better = forms.BETTER.search(match.group())
            if match["by"] == "for" and match["mid"] and not (
                better and match["mid"].startswith(("of ", "from "))
            ):  # fmt: skip
                continue
            got = self._objects(match.end(), opened=match["by"] in ("in", "on", "upon"))
            out += _as("benefit", got) if better else got
        failed = denied or "failed" in told or "unable" in told or "cannot" in told
        for match in _in(forms.NOT_CONFIRMED, told, failed):
            out += _as("benefit", self._objects(match.end(), opened=False))
        for match in _in(forms.NO_BETTER, told, denied):
            out += _as("benefit", self._objects(match.end(), opened=False))
        for match in _in(forms.SPARED, told, "spared" in told):
            got = self._subjects(match.start("verb") - 1, opened=False)
            out += [u for u in got if u.found.valence != "good"]
        lost = (*_in(forms.DEPRIVED, told, deed), *_in(forms.UNDONE, told, deed))
        for match in (*forms.HELPLESS.finditer(self.string), *lost):
            out += _as("benefit", self._objects(match.end(), opened=False))
        for match in _in(forms.NOR, told, "nor " in told or neither):
            out += _as("nor", self._objects(match.end(), opened=False))
        for match in _in(forms.ELIDED, told, " not " in told):
            if not self._of_vesicles(match.start()):
                out += _as("elided", self._subjects(match.start(), opened=False))
        for match in forms.VERB_OF.finditer(self.string):
            if self.words[self._at(match.end())][0] in _STOP | {"in", "of", "to", "for"}:
                continue  # "did not change in comparison with"
            out += self._objects(match.end(), opened=True)
        for match in forms.SUBJECT_VERB.finditer(self.string):
            rest = self.string[match.end() :]
            denies = " not " in match.group() and forms.OBJECT.match(rest)
            seen = _NO_CHANGE.search(match.group()) and forms.IN_WHAT.match(rest)
            if forms.AS_HEALTHY.match(rest) or denies or seen:
                continue  # "like healthy animals"; "did not change X": X is what did not
            got = self._subjects(match.start())
            if got and (got[-1].unit < self.first or self._second(match.start(), got[-1])):
                for item in _as("second", got):
                    item.verb = self.words[self._at(match.start() + 1)][1]
            level = match.group().rsplit(" ", 1)[-1]
            out += [replace(u, how="healthy") if _kept_well(u.found, level) else u for u in got]
        for match in _in(forms.SHORT_OF, told, holds(told, _SHORT)):
            if self.words[self._at(match.start() + 1) - 1][0] in ("which", "that", "but", "and"):
                continue  # "raised X, which did not reach normal levels": it rose
            got = self._subjects(match.start(), opened=False)
            out += _as("benefit", [u for u in got if u.found.valence == "good"])
        out += self._compared()
        for match in _in(forms.NEITHER, told, neither):
            out += self._subjects(match.start("verb") - 1, self._at(match.start() + 1))
        for pattern, may in (
            (forms.NONE_SEEN, True), (forms.NOT_SEEN, True), (forms.HARMED, True),
            (forms.THERE_WAS_NO, " there " in told), (forms.BOTH_HARMS, neither),
            (forms.AS_MANY, " as " in told),
        ):  # fmt: skip
            for match in _in(pattern, told, may):
                out += self._named(match)
        return out

    def _second(self, position: int, last: Unchanged) -> bool:
        """Whether the words at a position are the second verb of an outcome, which was told to
        change before: "X fell with A and was unchanged with B".
        """
        k = self._at(position + 1)
        if k < 1 or self.words[k - 1][0] not in ("and", "but", "yet"):
            return False
        between = [self.row[i] for _, i in self.words[:k] if i > last.unit]
        moved = any(u.voice == "left" and u.sign in ("+", "-") for u in between)
        return moved and any(v.key in _LEADS for v in self.row[self.words[k][1] :])

    def _of_vesicles(self, position: int) -> bool:
        """Whether vesicles or a mutant are the subject of a verb: "A lowered X, nEV did not"."""
        last = bisect_right(self.starts, position)
        for k in range(last - 1, -1, -1):
            word = self.words[k][0]
            if word.startswith("@"):
                return False
            if word in VESICLES or word in _NO_OUTCOME:
                return True
            if word == "," and forms.names_doer(self.a.soft, self.row, self.words[k + 1 : last]):
                return True
        return False

    def _compared(self) -> list[Unchanged]:
        """Outcomes that were alike in groups, or of which a difference is denied."""
        out: list[Unchanged] = []
        for match in _in(forms.FRONTED, self.string, self.string.startswith(forms.FRONTS)):
            out += self._objects(match.start("what"), opened=True)
        for match in forms.RESPONSE_OF.finditer(self.string):
            got = self._objects(match.end(), opened=False)
            one = got and got[-1].found.mention.text.endswith("toxicity")
            out += [] if one else got  # "no hepatic or renal toxicity" is one
        for match in forms.NOT_SHOWN.finditer(self.string):
            got = self._objects(match.start("what"), opened=False)
            out += _as("benefit", got) if forms.BETTER.search(match.group()) else got
        if (turned := forms.INVERTED.match(self.string)) is not None:
            out += self._objects(turned.end(), opened=False)
        for match in forms.LEFT.finditer(self.string):
            out += self._objects(match.start("what"), opened=False)
        if forms.GROUPS.search(self.string):
            for match in forms.ALIKE.finditer(self.string):
                out += self._alike(match.end())
            for match in forms.GROUPS_DIFFER.finditer(self.string):
                if not self._subjects(match.start(), opened=False):
                    out += self._objects(match.end(), opened=False)
        for match in forms.LIKE_HEALTHY.finditer(self.string):
            if not _DENIES & set(self.string[: match.start()].split()):
                got = self._subjects(match.start(), opened=False)
                out += _as("healthy", [u for u in got if u.found.valence])
        for match in forms.PERSISTED.finditer(self.string):
            for u in self._subjects(match.start(), opened=False):
                before = self.row[max(0, u.unit - 4) : u.unit]
                if u.found.valence and not any(
                    v.voice in ("noun", "attribute") or v.key in _ACTS for v in before
                ):  # what persists is no change or benefit
                    u.how = "still" if u.found.valence == "harm" else "healthy"
                    out.append(u)
        return out

    def _alike(self, position: int) -> list[Unchanged]:
        """The outcomes behind "the same", where no change or effect stands between."""
        for k in range(self._at(position), len(self.words)):
            word, i = self.words[k]
            if word.startswith("@"):
                return self._objects(position, opened=False)
            if self.row[i].voice or word in _ACTS or word in _STOP:
                break
        return []

    def _at(self, position: int) -> int:
        return bisect_left(self.starts, position)

    def _objects(self, position: int, *, opened: bool) -> list[Unchanged]:
        """The outcomes listed from a position on, or the noun phrase there."""
        first = k = self._at(position)
        got: list[Unchanged] = []
        gap = 0
        while k < len(self.words):
            word, i = self.words[k]
            if word.startswith("@") and not self._describes(k):
                got.append(self._mention(i))
                gap = 0
            elif word in _STOP or word == "~" or (got and self.row[i].voice in ("left", "right")):
                break
            elif self.row[i].voice == "right" and k > first and word.endswith("ed"):
                break  # "ineffective in rats, and even raised X"
            elif word in _JOINTS:
                pass
            else:
                gap += 1
                if gap > 3:
                    break
            k += 1
        if got or not opened:
            return got
        return self._phrase(first, k)

    def _subjects(self, position: int, floor: int = 0, *, opened: bool = True) -> list[Unchanged]:
        """The outcomes listed up to a position, or the noun phrase there."""
        last = k = bisect_right(self.starts, position) - 1
        got: list[Unchanged] = []
        gap = 0
        floor = max(floor, self.floor)
        if self.words[k][0] in _PRONOUNS:
            return []  # "in females it did not"
        if self.words[k][0] in ("latter", "former") and self.words[k - 1][0] == "the":
            return self._one_of_two(self.words[k])
        listed = False
        while k >= floor:
            word, i = self.words[k]
            if word.startswith("@") and not got and k > floor + 3 and (
                self.words[k - 1][0] in ("by", "from", "with")
                and self.words[k - 2][0] in _MEASURED
            ):  # fmt: skip
                k -= 3  # "X, assessed by Y, remained unchanged"
                continue
            if got and self.row[i].voice in ("left", "right") and (
                self._parted(k) or (self.row[i].voice == "left" and self._joined(k, got[-1].unit))
            ):
                break  # "X improved, Y did not", "X fell in mice and Y did not change"
            if len(got) > 1 and self._acts(k) and (
                joint := max((j for j in range(k, last) if self.words[j][0] == "and"), default=0)
            ):
                # "reduced X and Y remained unchanged"
                got = [u for u in got if u.unit > self.words[joint][1]]
                break
            if word == "and" and gap and not got and k and self.words[k - 1][0] == ",":
                told = (self.row[i] for _, i in self.words[:k])
                if any(u.voice in _TOLD and u.sign in ("+", "-", ">") for u in told):
                    break  # "X was higher, and tidal volume did not differ"
            listed = listed or word in ("and", "or", "nor", "/")
            if got and word == "," and not listed and self._acts_before(k):
                break  # "the exosomes reduced X, Y being unaffected"
            if word.startswith("@") and not self._describes(k):
                if got and i and self.row[i - 1].voice == "attribute" and self._parted(k):
                    break  # "quicker clearance, and Y did not differ"
                if not (got and self.words[k + 1][0].startswith("@")):
                    got.append(self._mention(i))  # of "anti-X antibody" only the last
                gap = 0
            elif word in (".", ";", ":", "was", "were", "is", "are", "but", "by", "that", "had"):
                break
            elif word not in _JOINTS and word != "~":
                gap += 1
                if gap > 6 or (got and gap > 2):
                    break
            k -= 1
        if got or not opened:
            return got[::-1]
        k += 1
        while k <= last and (self.words[k][0] in (",", "and") or self._leads(k, last)):
            k += 1
        for end in range(k, last + 1):
            if self.words[end][0] in ("of", "in", "on", "after", "at", "between", ",", "from"):
                return self._phrase(k, end)
        return self._phrase(k, last + 1)

    def _one_of_two(self, word: tuple[str, int]) -> list[Unchanged]:
        """The outcome that "the former" or "the latter" means, of the two told last."""
        told = [i for i, u in enumerate(self.row[: word[1]]) if u.kind in _KINDS]
        other = "former" if word[0] == "latter" else "latter"
        if len(told) < 2 or any(u.key == other for u in self.row[: told[-2]]):
            return []  # "the former raised X and Y, the latter did not"
        return [self._mention(told[-1] if word[0] == "latter" else told[-2])]

    def _describes(self, k: int) -> bool:
        """Whether an outcome only describes what follows: "itch-related NGF"."""
        behind = [w for w, _ in self.words[k + 1 : k + 4]]
        return len(behind) == 3 and behind[0] == "-" and behind[1] in _RELATED

    def _acts_before(self, k: int) -> bool:
        """Whether a verb of change stands before word ``k``."""
        return any(self.row[i].voice in ("left", "right") for _, i in self.words[:k])

    def _parted(self, k: int) -> bool:
        """Whether a comma stands behind word ``k``, callouts and phrases of place left aside."""
        return any(w == "," for w, _ in self.words[k + 1 : k + 6])

    def _acts(self, k: int) -> bool:
        """Whether word ``k`` is a finite verb with an object and a subject of its own."""
        unit = self.row[self.words[k][1]]
        own = k > 0 and self.words[k - 1][0] not in _JOINTS
        return own and unit.voice == "right" and unit.chosen is not None and (
            unit.chosen.form in ("past", "s")
        )

    def _joined(self, k: int, until: int) -> bool:
        """Whether "and" stands between the verb at word ``k`` and the name at unit ``until``."""
        return any(w in ("and", "but") for w, i in self.words[k + 1 :] if i < until)

    def _leads(self, k: int, last: int) -> bool:
        """Whether the word only leads up to the subject ("In mice, however, the …")."""
        return any(self.words[j][0] == "," for j in range(k, last + 1))

    def _mention(self, i: int) -> Unchanged:
        found = self.row[i].found
        assert found is not None
        return Unchanged(found, i)

    def _phrase(self, first: int, last: int) -> list[Unchanged]:
        """The plain words from ``first`` to ``last`` as an outcome, if they may be one."""
        while first < last and self.words[first][0] in _JOINTS | _LEADING:
            first += 1
        for k in range(first, last):
            if self.words[k][0] in _JOINTS:
                last = k
                break
        names = [w for w, _ in self.words[first:last]]
        units = [i for _, i in self.words[first:last]]
        if (
            not 1 <= len(names) <= 4
            or not all(w.isalpha() and len(w) > 2 for w in names)
            or (_DULL | _STOP | PREPOSITIONS | SUBORDINATORS | VESICLES) & set(names)
            or names == ["sev"]
            or names[-1].endswith(("ed", "ly") if len(names) > 1 else ("ed", "ing", "ly"))
        ):
            return []
        return [self._made(units[0], units[-1], " ".join(names))]

    def _named(self, match: re.Match[str]) -> list[Unchanged]:
        what = match["what"]
        first = self._at(match.start("what"))
        if what.startswith("@"):
            i = self.words[first][1]
            found = self.row[i].found
            assert found is not None
            before = self.row[max(0, i - 4) : i]
            if any(u.voice == "noun" for u in before) or not found.valence:
                return []  # "a reduction of fibrosis was not seen"
            if found.valence == "good" and not found.facts.get("inverse"):
                event = forms.EVENT.search(found.mention.text)
                return _as("benefit", [self._mention(i)]) if event else []
            if match.groupdict().get("pair") and found.mention.text.endswith("toxicity"):
                return [self._made(i, i, "toxicity")]  # "no renal or hepatic toxicity was seen"
            made = self._mention(i)
            return _as("prevented", [made]) if match.group().endswith("did not develop") else [made]
        last = first + len(what.split())
        while self.words[first][0] in ("~", "-"):
            first += 1
        if any(w == "~" or w.startswith("@") for w, _ in self.words[first:last]):
            return []
        label = "toxicity" if forms.TOXIC.search(what) else what
        label = "tumorigenesis" if forms.TUMOR.search(what) else label
        return [self._made(self.words[first][1], self.words[last - 1][1], label)]

    def _made(self, first: int, last: int, label: str) -> Unchanged:
        tokens, begin, end = self.a.tokens, self.row[first].first, self.row[last].last
        start, stop = tokens.starts[begin], tokens.ends[end - 1]
        offset = self.a.offset
        text = tokens.text[start:stop]
        mention = Mention("effect", offset + start, offset + stop, text, label, None, RULE, 0.5)
        return Unchanged(Found(begin, end, mention, None, {"open": True}), first)


_LEADS = frozenset("by with after in upon following under for".split())
_NO_CHANGE = re.compile(r" (?:has|had|have|showe?d?s?|exhibited|displayed|did not show) ?.* \w+$")
_MEASURED = frozenset(
    "assessed measured judged determined evaluated quantified indicated shown gauged estimated "
    "monitored reflected tested".split()
)
_RELATED = frozenset("related associated linked relevant specific promoting inducing".split())
_TOLD = ("left", "right", "attribute")


def _as(how: str, items: list[Unchanged]) -> list[Unchanged]:
    """The items with how it is said of them."""
    for item in items:
        item.how = how
    return items
