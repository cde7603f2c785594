"""Outcomes said not to have changed: "no difference in X was seen", "X was similar in both groups".

Each is an assertion without direction whose polarity is negated. The constructions are those of
reports, and they demand an outcome: a noun phrase that no lexicon knows is taken at its word.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extractor.components.analysis import Analysis
from extractor.components.found import Found
from extractor.components.units import Unit
from extractor.records import Mention

RULE = "open-vocabulary:unchanged"

_KINDS = ("effect", "gene")
_ADJ = (
    r"(?:(?:significant|significantly|statistically|obvious|obviously|apparent|marked|measurable|"
    r"detectable|appreciable|noticeable|notable|clear|major|substantial|further|real|relevant|"
    r"consistent|overt|additional|discernible|demonstrable|beneficial|direct|visible|evident|"
    r"serious|important|statistical) )*"
)
_CHANGE = (
    r"(?:differences?|changes?|alterations?|variations?|effects?|influences?|impacts?|benefits?|"
    r"improvements?|advantages?|gains?|bearing)"
)
_SEEN = (
    r"(?:found|observed|seen|noted|noticed|detected|recorded|reported|measured|apparent|evident|"
    r"present|demonstrated|shown|documented|visible|discernible|registered|encountered)"
)
_LY = r"(?:\S+ly |much |all |both |also |each |about |almost |in essence |still |again )*"
_SIMILAR = (
    r"(?:similar|comparable|equal|equivalent|alike|identical|the same)(?= (?:between|among|in "
    r"(?:all|both|the (?:two|three|four)|every|each)|across|for (?:all|both)|at all|with (?:both|"
    r"either|and without)|[.,;]|"
    r"as (?:in|with|after|for|that of|those of) (?:the )?(?:\S+ )?(?:control|controls|untreated|"
    r"saline|vehicle|pbs|sham|placebo)|and \S+ groups?|to (?:that|those) (?:of|in|after) "
    r"(?:the )?(?:\S+ )?(?:control|controls|untreated|saline|vehicle|pbs))| $)"
)
_STILL = (
    r"(?:unchanged|unaltered|unaffected|untouched|uninfluenced|unmoved|unresponsive|"
    r"indistinguishable|constant|stable|as (?:high|low|great|large|small|abundant|frequent|severe|"
    r"marked|many|numerous|poor|weak|strong|long|short|thick|common|pronounced|elevated|scarce) as "
    r"(?:in|with|that|those|before|after|it|they|for|at|under)|as before|the same as before|"
    r"equally (?:severe|high|low|frequent|abundant|pronounced|large|marked|common)|"
    r"as (?:it|they) (?:was|were|had been)|where (?:it|they) (?:was|were|had been)|"
    r"within (?:the )?normal|at (?:the )?(?:baseline|control) levels?)"
)
_REMAIN = r"(?:was|were|is|are|remained|remains|remain|stayed|stays|kept|proved|appeared|being)"
_SUBJECT_VERB = re.compile(
    rf" (?:{_REMAIN} {_LY}(?:{_STILL}|{_SIMILAR})"
    rf"|(?:was|were|is|are|been|being) {_LY}(?:not|hardly|scarcely|barely|little) {_LY}"
    r"(?:different|"
    r"changed|altered|affected|influenced|modified|impacted|distinguishable)"
    rf"|(?:did|does|do|could) {_LY}not {_LY}(?:differ|change|vary|respond|budge|shift|move|alter|"
    r"react|deviate)\b"
    rf"|{_REMAIN} (?:\S+ ){{0,6}}?(?:irrespective|regardless) of (?:the )?(?:treatment|group)"
    r"|(?:remained|remains|stayed) (?:abnormally |persistently )?"
    r"(?:elevated|raised|high|abnormal)\b"
    r"|could not be (?:told apart|distinguished|discriminated|separated)"
    r"|(?:was|were) (?:not|un)(?: \S+)? (?:by|in|with|after) (?:any|either) (?:\S+ )?"
    r"(?:preparations?|"
    r"treatments?|groups?|products?)"
    rf"|(?:has|had|have|showed|shows|show|exhibited|displayed|with) no {_ADJ}(?:differences?|"
    r"changes?|alterations?|variations?)"
    rf"|(?:did|does|do) not (?:show|exhibit|display|undergo) (?:any |a )?{_ADJ}(?:differences?|"
    r"changes?|alterations?)"
    r"|(?:did not reach|failed to reach|missed|fell short of) (?:statistical |conventional )?"
    r"(?:levels? of )?significance"
    r"|(?:differed|changed|varied) (?:little|not|hardly|only marginally))"
)
_NEITHER = re.compile(
    rf" neither (?:\S+ ){{1,16}}?(?P<verb>(?:differed|changed|varied|(?:was|were) {_LY}(?:changed|"
    r"altered|affected|influenced|different|modified))) "
)
_OBJECT_OF = re.compile(
    r" (?:(?:not|unable to|failed to|never) (?:detect|find|observe|see|show|demonstrate|note|"
    r"identify|confirm|reveal) (?:any|an)|no|without|without any|lack of any|lack of|nor any|"
    r"hardly any|little|unable to \S+ any)"
    rf" {_ADJ}{_CHANGE} (?P<mid>(?:(?!and |but |@|[;:])\S+ ){{0,11}}?)"
    r"(?P<by>in|on|upon|for|as to|regarding|concerning|with regard to|with respect to|in terms of)"
    r" (?=\S)"
)
_BETTER = re.compile(r" (?:benefits?|improvements?|gains?) ")
_AS_HEALTHY = re.compile(
    r" (?:from |to |with )(?:(?:that|those) (?:of|in) )?(?:the )?(?:\S+ - )?"
    r"(?:sham|naive|healthy|normal|intact|uninjured|non-?injured|wild-?type)\b"
)
_OBJECT = re.compile(r" (?:the |its |their |any |serum |either )?@")
_VERB_OF = re.compile(
    r" (?:failed to|fails to|did not|does not|do not|could not|cannot|without|unable to|"
    rf"was not able to|not) {_LY}(?:change|changing|alter|altering|affect|affecting|influence|"
    r"influencing|modify|modifying|impact|impacting) (?=\S)"
)
_ELIDED = re.compile(
    r" (?:was|were|did|had|does|do|is|are) not(?: do so)? (?=[.,;:(\[])"
    r"|(?<=\d) not (?:at all |so )?(?=[.,;])"
)
_NOR = re.compile(
    r" (?:nor|neither) (?:was|were|did|has|had|is|are|does|do) (?:the |its |their )?(?=\S)"
)
_HELPLESS = re.compile(
    r" (?:ineffective|ineffectual|inefficacious|powerless|helpless|useless|inactive|"
    r"(?:of )?no (?:use|avail|help|value|match)|without (?:avail|success|benefit|value)|"
    r"no (?:\S+ )?(?:protection|relief|defen[cs]e|benefit|help|advantage|improvement|gain|"
    r"preservation)|(?:did|does|do|achieved|availed|helped) (?:little|nothing)) "
    r"(?:was (?:\S+ )?|were (?:\S+ )?)?"
    r"(?:against|from|for|in|on|with regard to|with respect to|as regards|in terms of) (?=\S)"
)
_HARM = (
    r"(?:(?:(?:[\w~]+ - )?"
    r"(?:related|emergent|associated) |serious |severe |major |minor |local |acute |systemic )*"
    r"(?:(?:adverse|untoward|toxic|allergic|immune|infusion|injection|hypersensitivity|anaphylactic)"
    r"(?: site)? (?:\S+ ){0,2}(?:events?|effects?|reactions?)|side[ -]+effects?|toxicit(?:y|ies)"
    r"|complications?|safety (?:concerns?|signals?|issues?))|signs of (?:\S+ )?toxicity|"
    r"(?:\S+ ){0,2}(?:irritation|toxicity|rejection|tumou?rs?|teratomas?))"
)
_HARMED = re.compile(
    rf" (?P<what>{_HARM}) (?:(?!@)\S+ ){{0,4}}?(?:(?:was|were|remained) {_LY}(?:{_STILL}|"
    rf"{_SIMILAR})|did not differ)"
)
_BOTH_HARMS = re.compile(
    rf" neither (?:\S+ ){{1,4}}?nor (?P<what>{_HARM}) (?:was|were) {_LY}{_SEEN}"
)
_TOXIC = re.compile(r"adverse|side[ -]|toxic|safety|complic|untoward|reaction|local irritation")
_NONE_SEEN = re.compile(
    rf" (?:no|neither|without|without any|nor any|free of) {_ADJ}"
    rf"(?:(?:clinical |histological )?(?:signs?|evidence|indications?) of )?"
    rf"(?P<what>(?:@\d+|{_HARM}))"
    rf"(?= (?:(?!@|and |but )\S+ ){{0,6}}?(?:(?:was|were|being) {_LY}{_SEEN}|occurred|arose|"
    rf"appeared|developed|followed|resulted)| [.,;]| $| (?:was|were) {_LY}(?:attributed|related|"
    r"attributable|linked|due) )"
)
_NOT_SEEN = re.compile(
    rf" (?P<what>(?:@\d+|{_HARM})) (?:(?!@)\S+ ){{0,4}}?(?:(?:was|were) {_LY}(?:not|never) {_LY}"
    rf"{_SEEN}|did not (?:occur|arise|appear|develop|follow))"
)
_STOP = frozenset(
    "between among compared versus vs after following when whereas while although was were is are "
    "had has have did does which that but by with than at over upon during before under relative "
    "if as though because so ; : . ( )".split()
)
_CUES = frozenset(
    "as equally stable no not without neither nor little hardly unchanged unaltered unaffected "
    "untouched similar "
    "comparable equal equivalent alike identical same uninfluenced unmoved unresponsive "
    "indistinguishable constant as where within at failed unable cannot free lack differed missed "
    "reach short remained remains stayed ineffective ineffectual inefficacious powerless helpless "
    "useless inactive nothing".split()
)
_JOINTS = frozenset(
    ", and or nor / the a an of in on for both either their its neither any".split()
)
_PRONOUNS = frozenset("it they this these those he she".split())
_DULL = frozenset(
    "much more less well number numbers age sex gender baseline size diameter morphology shape "
    "surface purity yield concentration "
    "particle particles marker markers protocol dose dosage temperature number characteristics "
    "vesicle vesicles exosome exosomes evs ev sevs treatment group groups arm arms study response "
    "results result outcome outcomes effect effects this these those it they them both either all "
    "any one two three respect parameters parameter others other cells cell mscs msc mice rats "
    "difference comparison trend animals patients preparation preparations way case cases that "
    "which".split()
)


@dataclass(slots=True)
class Unchanged:
    """An outcome that did not change: the mention, and the unit that stands for it.

    ``how`` it is said: ``still`` of a change that is denied, ``benefit`` where a benefit is ("no
    benefit for X"), ``prevented`` where a harm never came ("fibrosis did not develop"), ``elided``
    and ``nor`` where the verb of the clause before is meant ("X fell, Y did not", "nor did Y").
    """

    found: Found
    unit: int
    how: str = "still"


def find(a: Analysis, row: list[Unit], clauses: list[int]) -> list[Unchanged]:
    """Outcomes that a sentence says not to have changed, each once, in order.

    Args:
        a: What was found in the block.
        row: The sentence as units.
        clauses: The clause of each unit.
    """
    if not any(u.key in _CUES for u in row if u.found is None):
        return []
    out: dict[tuple[int, int], Unchanged] = {}
    parts: list[list[int]] = []
    last = None
    for i, clause in enumerate(clauses):
        if last is None or (clause != last and row[i].key not in ("as", "where")):
            parts.append([])
        parts[-1].append(i)
        last = clause
    for members in parts:
        for item in _Clause(a, row, members).read():
            out.setdefault((item.found.first, item.found.last), item)
    return [out[key] for key in sorted(out)]


class _Clause:
    """One clause as a string in which mentions are ``@n`` (outcomes) and ``~`` (others)."""

    def __init__(self, a: Analysis, row: list[Unit], members: list[int]) -> None:
        self.a, self.row = a, row
        self.words: list[tuple[str, int]] = []
        for i in members:
            u = row[i]
            if u.found is None:
                self.words += [(k, i) for k in a.tokens.keys[u.first : u.last]]
            else:
                self.words.append((f"@{i}" if u.kind in _KINDS else "~", i))
        self.starts: list[int] = []
        made = " "
        for word, _ in self.words:
            self.starts.append(len(made))
            made += word + " "
        self.string = made

    def read(self) -> list[Unchanged]:
        out: list[Unchanged] = []
        for match in _OBJECT_OF.finditer(self.string):
            if match["by"] == "for" and match["mid"]:
                continue
            got = self._objects(match.end(), opened=match["by"] in ("in", "on", "upon"))
            out += _as("benefit", got) if _BETTER.search(match.group()) else got
        for match in _HELPLESS.finditer(self.string):
            out += _as("benefit", self._objects(match.end(), opened=False))
        for match in _NOR.finditer(self.string):
            out += _as("nor", self._objects(match.end(), opened=False))
        for match in _ELIDED.finditer(self.string):
            out += _as("elided", self._subjects(match.start(), opened=False))
        for match in _VERB_OF.finditer(self.string):
            if self.words[self._at(match.end())][0] in _STOP | {"in", "of", "to", "for"}:
                continue  # "did not change in comparison with"
            out += self._objects(match.end(), opened=True)
        for match in _SUBJECT_VERB.finditer(self.string):
            rest = self.string[match.end() :]
            if _AS_HEALTHY.match(rest) or (" not " in match.group() and _OBJECT.match(rest)):
                continue  # "like healthy animals"; "did not change X": X is what did not
            out += self._subjects(match.start())
        for match in _NEITHER.finditer(self.string):
            out += self._subjects(match.start("verb") - 1, self._at(match.start() + 1))
        for pattern in (_NONE_SEEN, _NOT_SEEN, _HARMED, _BOTH_HARMS):
            for match in pattern.finditer(self.string):
                out += self._named(match)
        return out

    def _at(self, position: int) -> int:
        return bisect_left(self.starts, position)

    def _objects(self, position: int, *, opened: bool) -> list[Unchanged]:
        """The outcomes listed from a position on, or the noun phrase there."""
        first = k = self._at(position)
        got: list[Unchanged] = []
        gap = 0
        while k < len(self.words):
            word, i = self.words[k]
            if word.startswith("@"):
                got.append(self._mention(i))
                gap = 0
            elif word in _STOP or word == "~":
                break
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

    def _subjects(
        self, position: int, floor: int = 0, *, opened: bool = True
    ) -> list[Unchanged]:
        """The outcomes listed up to a position, or the noun phrase there."""
        last = k = bisect_right(self.starts, position) - 1
        got: list[Unchanged] = []
        gap = 0
        if self.words[k][0] in _PRONOUNS:
            return []  # "in females it did not"
        while k >= floor:
            word, i = self.words[k]
            if got and self.row[i].voice in ("left", "right") and self._parted(k):
                break  # "X improved, Y did not"
            if word.startswith("@"):
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

    def _parted(self, k: int) -> bool:
        """Whether a comma stands behind word ``k``, callouts and phrases of place left aside."""
        return any(w == "," for w, _ in self.words[k + 1 : k + 6])

    def _leads(self, k: int, last: int) -> bool:
        """Whether the word only leads up to the subject ("In mice, however, the …")."""
        return any(self.words[j][0] == "," for j in range(k, last + 1))

    def _mention(self, i: int) -> Unchanged:
        found = self.row[i].found
        assert found is not None
        return Unchanged(found, i)

    def _phrase(self, first: int, last: int) -> list[Unchanged]:
        """The plain words from ``first`` to ``last`` as an outcome, if they may be one."""
        while first < last and self.words[first][0] in _JOINTS | {"serum", "plasma", "mean"}:
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
            or (_DULL | _STOP) & set(names)
            or names[-1].endswith(("ed", "ing", "ly"))
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
            harm = found.entry is not None and found.entry.facts.get("valence") == "harm"
            before = self.row[max(0, i - 4) : i]
            if not harm or found.kind != "effect" or any(u.voice == "noun" for u in before):
                return []  # "a reduction of fibrosis was not seen"
            made = self._mention(i)
            return _as("prevented", [made]) if match.group().endswith("did not develop") else [made]
        last = first + len(what.split())
        while self.words[first][0] in ("~", "-"):
            first += 1
        if any(w == "~" or w.startswith("@") for w, _ in self.words[first:last]):
            return []
        label = "toxicity" if _TOXIC.search(what) else what
        return [self._made(self.words[first][1], self.words[last - 1][1], label)]

    def _made(self, first: int, last: int, label: str) -> Unchanged:
        tokens, begin, end = self.a.tokens, self.row[first].first, self.row[last].last
        start, stop = tokens.starts[begin], tokens.ends[end - 1]
        offset = self.a.offset
        text = tokens.text[start:stop]
        mention = Mention("effect", offset + start, offset + stop, text, label, None, RULE, 0.5)
        return Unchanged(Found(begin, end, mention, None, {"open": True}), first)


def _as(how: str, items: list[Unchanged]) -> list[Unchanged]:
    """The items with how it is said of them."""
    for item in items:
        item.how = how
    return items
