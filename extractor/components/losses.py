"""Sentences that take a miRNA or another cargo away: loss of function."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from extractor import mirna
from extractor.components import lost_anaphors
from extractor.components.blockers import bears_blocker, by_blocker, silences
from extractor.components.discourse import Sentence
from extractor.components.found import Found

_LOSS_WINDOW = 6


def lost_mirnas(s: Sentence) -> set[str]:
    """Base labels of the miRNAs that the sentence says are lacking or inhibited."""
    named = {label for v in s.of("vesicle") for label in v.facts.get("lacking", ())}
    return named | {mirna.base(f.mention.label) for f in _lost(s) if not bears_blocker(s)}


_BETWEEN = frozenset(
    "- was were had been is are hairpin specific power oligonucleotide lna locked antisense then "
    "subsequently next also".split()
)


def _said_lost(s: Sentence, f: Found, cue: int) -> bool:
    """Whether a cue behind the miRNA is said of it: "miR-x inhibitor", "miR-x was silenced"."""
    keys = s.analysis.tokens.keys
    between = keys[f.last : cue]
    if not between and keys[cue] == "silenced" and any(
        cue < g.first < cue + 5 for g in (*s.of("gene"), *s.of("effect"))
    ):
        return False  # "miR-x silenced PDCD4": it is what acts
    return cue >= f.last and len(between) <= 3 and all(k in _BETWEEN for k in between)


_OPENS = frozenset("when if once after whenever where unless because until which whose".split())
_IS = frozenset("was were is are had has been".split())
_PUT_OUT = frozenset(
    "inhibited blocked suppressed antagonized antagonised removed deleted ablated eliminated "
    "depleted neutralized neutralised downregulated silenced knocked sponged scavenged "
    "quenched competed titrated mopped soaked".split()
)


def _when_lost(s: Sentence, f: Found) -> bool:
    """Whether a clause of its own says that a molecule is taken away: "when X was inhibited"."""
    keys = s.analysis.tokens.keys
    behind = keys[f.last : min(f.last + 5, s.last)]
    verb = next((i for i, k in enumerate(behind) if k in _PUT_OUT or k in _NOT_THERE), 0)
    at = f.first - 1 - (keys[f.first - 1] in ("the", "exosomal", "vesicular"))
    opens = keys[at] == "with" and (at == s.first or keys[at - 1] in (",", ";", "but", "and"))
    if opens and behind and (behind[0] in _PUT_OUT | _NOT_THERE or behind[:2] == ["out", "of"]):
        return "," in behind or "." in behind  # "with miR-x antagonised, …", "…, with miR-x gone"
    if not verb or behind[0] not in _IS or not set(behind[:verb]) <= _IS | _LOSING_ADVERBS:
        return False
    if behind[0] in ("had", "has") and "been" not in behind[:verb]:
        return False  # "once miR-x had silenced X"
    opened = bool(_OPENS & set(keys[max(s.first, f.first - 5) : f.first]))
    return opened or lost_anaphors.then_gone(words(s)[f.mention.end - s.start :])


_NOT_THERE = frozenset("gone absent missing lacking lost mutated sequestered trapped".split())
_LOSING_ADVERBS = frozenset("not specifically selectively first itself then either next".split())


_DOING = frozenset(
    "blocking inhibiting antagonizing antagonising suppressing neutralizing neutralising sponging "
    "scavenging quenching depriving".split()
)


def _opens(s: Sentence) -> int:
    """The first word, a connective before a comma left aside: "Instead, blocking miR-x …"."""
    keys = s.analysis.tokens.keys
    comma = next((i for i in range(s.first + 1, min(s.first + 4, s.last)) if keys[i] == ","), 0)
    named = any(f.first < comma for f in s.found)
    return comma + 1 if 0 < comma < s.last - 1 and not named else s.first


def _lost(s: Sentence) -> list[Found]:
    """The mentions of miRNAs said to be lacking or inhibited."""
    cues, keys = s.cues.get("loss", []), s.analysis.tokens.keys
    if s.has("sponge"):  # a carried RNA that sponges a miRNA is the cargo's action, no experiment
        cues = [c for c in cues if not keys[c].startswith("spong")]
    opens = _opens(s)
    first = keys[opens]
    named = [f for f in s.of("mirna") if not cues or not _delivered(s, f)]
    return [
        f
        for f in named
        if f.facts.get("role") == "loss"
        or _without_by_name(s, f)
        or _when_lost(s, f)
        or (first == "without" and f.first - opens <= 2)
        or _vesicles_without(s, f)
        or (first in _DOING and f.first - opens <= 3 and "," not in keys[opens : f.first])
        or any(
            (0 < f.first - cue <= _LOSS_WINDOW or _said_lost(s, f, cue))
            and "by" not in keys[cue + 1 : f.first]  # "silenced by miR-x"
            and not any(cue < g.first < f.first for g in s.of("gene"))  # "inhibition of X by miR-y"
            for cue in cues
        )
    ]


def _delivered(s: Sentence, f: Found) -> bool:
    text, at = words(s), f.mention.start - s.start
    return lost_anaphors.delivered(text[:at], text[f.mention.end - s.start :])


_LESS = frozenset(
    "deficient depleted null free lacking less deleted negative silenced poor ko kd inhibited "
    "downregulated low".split()
)


def _without_by_name(s: Sentence, f: Found) -> bool:
    """Whether cells or vesicles are named for what they lack: "miR-x-deficient donors"."""
    behind = s.analysis.tokens.keys[f.last : min(f.last + 2, s.last)]
    if behind[:1] in (["loss"], ["deficiency"], ["deprivation"]):
        return True
    before = s.analysis.tokens.keys[f.first - 1] if f.first else ""
    return len(behind) == 2 and behind[0] == "-" and (
        behind[1] in _LESS or (before, behind[1]) == ("(", ")")  # "Exo(miR-x−)"
    )


def _vesicles_without(s: Sentence, f: Found) -> bool:
    """Whether vesicles or their donors are said to be without the miRNA: "exosomes without it"."""
    keys = s.analysis.tokens.keys
    at = f.first - 1 - (keys[f.first - 1] in ("the", "their", "any", "this"))
    if at <= s.first or keys[at] != "without":
        return False
    beside = {v.last for kind in ("vesicle", "source") for v in s.of(kind)}
    return at in beside or keys[at - 1] in _DONORS or keys[at - 1] in _NOT_THERE  # "was lost"


_GONE = frozenset(
    "edited silenced depleted deficient knockdown knockout null kd ko low negative deleted free "
    "lacking silencing depletion deletion sirna shrna".split()
)
_TAKEN = frozenset(
    "silencing knockdown depletion deletion loss lack absence ablation removal knocking "
    "neutralization neutralisation neutralizing neutralising blocking blockade".split()
)
_MIMICS = frozenset(
    "mimicked mimics mimic phenocopied phenocopies recapitulated reproduced imitated resembled "
    "copied simulated".split()
)
"""What the loss of a target does to the effect of vesicles: "si-X mimicked the exosomes"."""
_HARMS = frozenset(("loss", "lack", "absence"))
"""What may befall a gene product in the disease too ("prevented the loss of E-cadherin")."""
_BLOCKERS = frozenset(
    "inhibitor inhibitors antagonist antagonists antibody antibodies blockade blocker inhibition "
    "neutralization neutralisation antiserum sirna shrna".split()
)
_BLOCKING = _TAKEN | frozenset(
    "inhibition inhibiting inhibitor inhibitors antagonist antagonists antagonism antagonizing "
    "antagonising antibody antibodies antiserum deleting removing depleting silenced".split()
)
"""What is done to a gene product that is known to be held by the vesicles."""
_WITHOUT = frozenset("lacking depleted devoid without deficient deprived stripped".split())
_DONORS = frozenset(
    "donor donors parent parental producer producing source mscs msc exosomes vesicles evs exos "
    "exo exosomal vesicular".split()
)


def _as_means(keys: list[str], start: int, at: int) -> bool:
    """Whether taking the gene away is how the vesicles work: "lowered X by blocking p38"."""
    at = next(i for i in range(at - 1, start - 1, -1) if keys[i] in _TAKEN or keys[i] == "down")
    by = any(k in ("by", "via", "through") for k in keys[max(start, at - 2) : at])
    return by and not any(k.startswith(_UNDONE) for k in keys[start:at])


_OF_GENES = _TAKEN - _HARMS
_ANY = _GONE | _BLOCKERS | _BLOCKING | _WITHOUT | _PUT_OUT | _NOT_THERE | frozenset(
    "knocked si sh anti down out".split()
)
"""Words of which one stands in every sentence that tells of a lost cargo."""


def lost_cargo(s: Sentence) -> list[Found]:
    """Carried RNAs and proteins said to be lacking from donor cells or vesicles."""
    if s.lost is None:
        s.lost = _lost_cargo(s)
    return s.lost


def _lost_cargo(s: Sentence) -> list[Found]:
    keys = s.analysis.tokens.keys
    if _ANY.isdisjoint(keys[s.first : s.last]) or silences(s):
        return []
    around = [(f.first, f.last) for kind in ("source", "vesicle") for f in s.of(kind)]
    out: list[Found] = []
    mimics = not _MIMICS.isdisjoint(own := keys[s.first : s.last]) or {"as", "did"} <= set(own)
    for f in (*s.of("cargo"), *s.of("gene")):
        if f.kind == "gene" and f.mention.label not in s.held and (
            mimics or lost_anaphors.of_hosts(s, f)
        ):
            continue
        before = keys[max(s.first, f.first - 5) : f.first]
        stop = next((i for i in range(len(before), 0, -1) if before[i - 1] in (";", ",", ":")), 0)
        before = before[stop:]
        behind = keys[f.last : min(f.last + 7, s.last)]
        after = [k for k in behind if k not in ("-", "in", "of", "the", "their")]
        near = any(0 <= a - f.last <= 5 or 0 <= f.first - b <= 4 for a, b in around)
        donors = near or bool(_DONORS & set(after[:5]))
        gone = bool(after) and (
            # "TSG-6-low MSCs"; where the protein itself "was kept low" nothing is lacking
            (after[0] in _GONE and (after[0] != "low" or "-" in behind[:1]))
            or (after[0] in ("was", "were", "had", "is") and bool(_GONE & set(after[1:4])))
            or (after[0] in ("was", "were", "had") and "knocked" in after[1:4])
        )
        prefixed = before[-1:] in (["si"], ["sh"], ["anti"]) or (
            before[-2:] in (["si", "-"], ["sh", "-"]))  # fmt: skip
        lost = _TAKEN if f.kind == "cargo" else _OF_GENES
        taken = bool(lost & set(before[-3:])) or before[-2:] == ["down", "of"]
        by = "by" in behind and lost_anaphors.by_vesicles(words(s)[f.mention.end - s.start :])
        means = taken and (by or _as_means(keys, s.first, f.first))
        if f.kind == "gene" and (means or (gone and by)):
            continue
        # "without altering X": X is not what is lacking
        without = bool(_WITHOUT & set(before[-3:])) and not before[-1].endswith("ing") and (
            _INFLUENCE.isdisjoint(before[-3:])
        )
        held = f.kind == "gene" and f.mention.label in s.held
        carried = (f.kind == "cargo" or held) and (gone or taken or without or prefixed)
        if (held or f.kind == "cargo") and (
            (bool(after) and after[0] in _BLOCKERS)
            or bool(_BLOCKING & set(before[-3:]))
            or _when_lost(s, f)
        ):
            carried = True
        if carried or (donors and (gone or taken or without or prefixed)):
            out.append(f)
    return out


_INFLUENCE = frozenset("effect effects influence impact bearing action change changes".split())
"""What vesicles may be without besides a cargo: "were without effect on X"."""
_LOSS_NAMES = re.compile(
    r"(?:inhibitor|antisense|antagomir|sirna|shrna|kd|ko|knockdown|sponge)s?", re.I
)
_LOSS_HEADS = frozenset(
    "treated treatment transfected loaded exo exosomes vesicles evs donors donor batch preparation "
    "cells group groups arm arms mice transfection delivered modified derived".split()
)


_SILENCED_NAME = re.compile(
    r"(?:^|[-–‐_])(?:sh|si)(?=[A-Z][A-Za-z0-9]{2})|[-–‐_](?:KD|KO|inh|inhibitor|anti)(?:$|[-–‐_])"
)


def written(s: Sentence, v: Found) -> str:
    """The name of vesicles with all that is glued to it: "Exo-shCirc", "miR-186-Exo"."""
    text = s.analysis.tokens.text
    start, end = (p - s.analysis.offset for p in (v.mention.start, v.mention.end))
    while start and not (text[start - 1].isspace() or text[start - 1] in "([,;/"):
        start -= 1
    while end < len(text) and not (text[end].isspace() or text[end] in ")],;/.:"):
        end += 1
    return text[start:end]


def is_depleted(s: Sentence, v: Found) -> bool:
    """Whether vesicles are named for, or known to lack, a cargo that was taken from them."""
    named = "silencing" not in v.facts and _SILENCED_NAME.search(written(s, v)) is not None
    return named or "lacking" in v.facts

_UNDONE = ("depriv", "revers", "abol", "abrogat", "lost", "cancel", "negat", "blunt", "nullif",
           "counteract", "annul", "eliminat", "remov", "strip")  # fmt: skip
_TAKING = frozenset(
    "knocking silencing deleting inhibiting blocking neutralizing neutralising depleting removing "
    "antagonizing antagonising".split()
)
_THE_MIRNA = frozenset("it which they mirna microrna mirnas micrornas this".split())


def _depletes(keys: list[str], i: int) -> bool:
    """Whether the vesicles are what depletes: "the exosomes depleted neutrophils"."""
    return keys[i - 1] in ("exosomes", "vesicles", "evs") and keys[i + 1 : i + 2] not in (
        ["of"], ["in"], ["for"], ["by"]
    )  # fmt: skip


def loss_tokens(s: Sentence) -> list[int]:
    """Tokens that say that the miRNA, the cargo or the vesicles are lacking or inhibited."""
    if s.losses is None:
        s.losses = [] if bears_blocker(s) else _loss_tokens(s)
    return s.losses


_BATCHES = frozenset("batch exosomes preparation vesicles arm group".split())
_TAKEN_OUT = frozenset("inhibited silenced blocked depleted removed knocked deleted".split())
_TAKES = frozenset(
    "knocking silencing deleting blocking inhibiting knockout knockdown loss inhibition blockade "
    "suppression antagonism depletion".split()
)


def _loss_tokens(s: Sentence) -> list[int]:
    keys = s.analysis.tokens.keys
    places = [i for i in range(s.first, s.last) if _may_tell(keys[i])]
    undone = bool(places) and any(k.startswith(_UNDONE) for k in keys[s.first : s.last])
    out = [f.first for f in (*_lost(s), *lost_cargo(s))]
    known = any(f.kind in ("mirna", "cargo") and f.first < s.first for f in s.analysis.found)
    met = lost_anaphors.lost(words(s), known or bool(s.held))
    if met is not None:
        at = s.start - s.analysis.offset + met.start()
        out.append(max(s.first, bisect_right(s.analysis.tokens.starts, at) - 1))
    out += [v.first for v in s.of("vesicle") if is_depleted(s, v)]
    for i in places:
        key = keys[i]
        if (
            (_LOSS_NAMES.fullmatch(key) and any(k in _LOSS_HEADS for k in keys[i + 1 : i + 4])
             and not (key in ("ko", "kd") and lost_anaphors.bred(s, i)))
            or (
                key.endswith("exokd")
                or key == "gw"
                or (
                    key == "knock" and "down" in keys[i + 1 : i + 3]
                    and not _BATCHES.isdisjoint(keys[i : i + 5])
                )
            )
            or (
                key in _TAKES
                and any(k in ("microrna", "mirna", "micrornas", "mirnas") for k in keys[i : i + 6])
                and not any(i < g.first < i + 4 for g in s.of("gene"))  # "silencing X, the miRNA"
            )
            or (
                key in ("depleted", "devoid", "deprived", "lacking", "stripped", "deficient")
                and not lost_anaphors.BRED & set(keys[i + 1 : i + 2])
                and not (key == "depleted" and _depletes(keys, i))
                and any(
                    k in ("exosomes", "vesicles", "exo", "evs")
                    for k in keys[max(s.first, i - 5) : i + 3]
                )
            )
            or (
                key in _TAKEN_OUT
                and keys[i - 1] in ("was", "were", "been")
                and any(k in _THE_MIRNA for k in keys[max(s.first, i - 4) : i - 1])
                and not any(
                    i - (7 if keys[i - 2] == "which" else 4) <= g.first < i for g in s.of("gene")
                )
                and not any(e.last == i - 1 for e in s.of("effect"))  # "by which X was blocked"
            )
            or (
                key in _TAKING and undone and keys[i + 1 : i + 2] in (["it"], ["them"], ["this"])
            )  # "knocking it down in the donors abolished …"
            or (key == "anti" and keys[i + 1 : i + 3] == ["-", "mir"])
            or (key == "rnase" and undone and "vesicle" in {f.kind for f in s.soft})
            or (
                key in ("antagomirs", "antagomir")
                and (
                    i == s.first
                    or keys[i - 1] in (",", "whereas", "while", "and", "but", "the", ";")
                    or (keys[i - 1] == "an" and (i - 2 < s.first or keys[i - 2] in _OPENS_WITH))
                )
                and not any(0 <= i - f.last <= 1 for f in s.of("mirna"))
            )
            or (
                key in ("inhibitor", "antagomir", "inhibition", "silencing", "knockdown", "knock")
                and i > s.first
                and keys[i - 1] in ("its", "the", "an", "whose", "family", "this")
                and keys[i - 3 : i - 1] not in (["and", "without"], ["or", "without"])
                and not (_its_own(s, i) or lost_anaphors.no_loss(s, i))
                and not any(
                    (f.kind == "gene" or not undone or any(v.first < i for v in s.of("vesicle")))
                    and f.kind != "mirna" and i < f.first < i + 4
                    for f in s.found  # "exosomes reversed the inhibition of osteogenesis"
                )
            )
            or (key in _ITS_LOSS and _its_own(s, i))
        ):
            out.append(i)
    return sorted(out) or by_blocker(s, words(s))


_OPENS_WITH = frozenset(", ; and but whereas while if when".split())


_ITS_LOSS = frozenset(
    "inhibitor antagomir inhibition silencing knockdown knock depletion blockade removal deletion "
    "sponge neutralization neutralisation loss absence ablation".split()
)
_TELLING = _TAKES | _TAKING | _ITS_LOSS | frozenset(
    "gw depleted devoid deprived lacking stripped deficient inhibited silenced blocked removed "
    "knocked deleted anti rnase antagomirs knockdown".split()
)


@lru_cache(maxsize=1 << 15)
def _may_tell(key: str) -> bool:
    """Whether a word alone lets a loss be looked for at its place."""
    return key in _TELLING or key.endswith("exokd") or _LOSS_NAMES.fullmatch(key) is not None


def _its_own(s: Sentence, i: int) -> bool:
    """Whether "its silencing" takes up the carried molecule ("… and its silencing raised X")."""
    keys = s.analysis.tokens.keys
    if keys[i - 1] not in ("its", "whose") or keys[i + 1 : i + 2] in (["of"], ["by"]):
        return False
    named = [f for f in s.found if f.kind in ("mirna", "cargo", "gene") and f.last <= i]
    return not named or named[-1].kind != "gene" or named[-1].mention.label in s.held


def words(s: Sentence) -> str:
    """The text of a sentence in lower case."""
    if s.lowered is None:
        start, end = s.start - s.analysis.offset, s.end - s.analysis.offset
        s.lowered = s.analysis.tokens.text[start:end].lower()
    return s.lowered


def lacking(s: Sentence) -> bool:
    """Whether vesicles are named whose short name says that they lack something."""
    return any("lacking" in v.facts for v in s.of("vesicle"))


_PARTS = frozenset("but whereas while except unlike although unless ; :".split())
_AS_BEFORE = frozenset("unchanged unaltered unaffected undiminished".split())
_EFFECTS = lost_anaphors.EFFECTS
_APART = _PARTS | frozenset(", and or than to versus vs with".split())
_HARDLY = frozenset("hardly scarcely barely not less little only".split())


def loss_scope(s: Sentence, losses: list[int]) -> tuple[int, int] | None:
    """Tokens to which a loss is confined ("…, but not by exosomes lacking miR-x"), or ``None``."""
    keys, first = s.analysis.tokens.keys, min(losses)
    beside = [v.first for v in s.of("vesicle") if "lacking" not in v.facts and v.first < first]
    if beside and any(0 <= v.first - first <= 4 and is_depleted(s, v) for v in s.of("vesicle")):
        # "4.6 with exosomes and 8.9 with those that lack it"
        apart = next((i for i in range(first, max(beside), -1) if keys[i] in _APART), first)
        end = s.last
        if keys[apart] == "but" and _HARDLY & set(keys[apart + 1 : first]):
            # "fell with exosomes but hardly with those that lack it, and tubes were longer"
            end = next((i for i in range(first, s.last) if keys[i] in (",", ";")), s.last)
        return apart, end
    part = next((i for i in range(first, s.last) if keys[i] == ";"), s.last)
    for i in range(first, s.first, -1):
        if keys[i] in _PARTS:
            return i, part if keys[i] == "but" and _GIVEN & set(keys[part : s.last]) else s.last
        after = keys[i + 1 : i + 4]
        if keys[i] == "as" and keys[i + 1] in _SHOWN:
            return i, s.last  # "miR-x was behind it, as judged by the loss of activity without it"
        if keys[i] == "," and keys[i + 1] in _CAUSAL:
            # "miR-x lowered Y, for Y rose when it was blocked; Z fell"
            return i + 1, s.last if _TOO & set(keys[part : s.last]) else part
        if keys[i] == "and" and (
            keys[i - 1] == "," or keys[i + 1] in _REASONS or _AS_BEFORE & set(after)
        ):  # "fell with exosomes and was unchanged by the depleted ones"
            return i, part if keys[i + 1] == "not" else s.last
        if keys[i] == "and" and lost_anaphors.second_verb(s, i):
            return i, s.last  # "fell with exosomes and rose with those that lack it"
        if keys[i] in ("and", ",") and lost_anaphors.this_change(keys, i + 1):
            return i, s.last  # "X rose with exosomes and this rise was abolished by the inhibitor"
        if keys[i] == "," and _EFFECTS & set(keys[i + 1 : i + 4]):
            return i, s.last  # "…, an effect lost after RNase"
        if keys[i] == "," and {"which", "whose"} & set(keys[i + 1 : i + 4]):
            return i, s.last  # "…, neither of which EV-i was able to do", "…, whose inhibition"
    if keys[s.first] in _CONCEDES:
        apart = next((i for i in range(s.first, first) if keys[i] == ","), 0)
        if apart:
            return apart, s.last  # "whereas intact exosomes lowered X, those without miR-x did not"
    acting = {f.first for f in s.of("mirna")}
    told = min((s.row[x.at].first for x in s.assertions if x.sign), default=s.last)
    for i in range(first, s.last):
        if keys[i] in ("as", "because", "since") and keys[i - 1] == "," and acting & {i + 1, i + 2}:
            return s.first, i  # "…, as miR-x turned out to curb Y"
        if keys[i] == ";" and _TOO & set(keys[i + 1 : s.last]) and not any(
            v.first > i for v in s.of("vesicle")
        ):
            continue  # "knockdown of miR-x raised Y; Z was likewise raised"
        if keys[i] == ":" and told > i:  # "The opposite held without miR-x: …"
            return i, s.last
        again = keys[i] == "and" and lost_anaphors.acts_again(s, i, losses)
        other = keys[i] in ("while", "but") and _GIVES & set(keys[i + 1 : i + 4])
        if again or other or keys[i] in (";", ":", "whereas"):
            return s.first, i
    return None


_CONCEDES = ("whereas", "while", "although", "though")
_SHOWN = frozenset("judged shown evidenced indicated demonstrated proved seen confirmed".split())
_CAUSAL, _REASONS = ("for", "since", "because"), ("as", "because", "since", "that")
_GIVEN = frozenset("exosomes vesicles evs exo sevs".split())
_TOO = frozenset("likewise too also similarly".split())
_GIVES = frozenset(
    "transfer delivery overexpression restoration mimics mimic upregulation transfection".split()
)
"""What opens the clause in which a miRNA is given, after one in which it is taken."""
