"""Studies to claims: which assertions count as results, and with which sign and miRNAs."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from extractor import mirna
from extractor.components.arms import (
    ALL,
    CONTROL,
    MAIN,
    acting,
    arm_of,
    graded,
    main_of,
    of_healthy,
    of_patients,
)
from extractor.components.assertions import Assertion
from extractor.components.by_source import all_named
from extractor.components.carriage import content, former_or_latter
from extractor.components.claim import Claim
from extractor.components.corrected import kept_back, of_insult, taken_up, undone_here
from extractor.components.discourse import Sentence, Study, goes_on
from extractor.components.disease_levels import levels_in_disease, of_the_sick
from extractor.components.earlier_named import laid_to_each, named_before
from extractor.components.experiments import (
    UNDONE_BY,
    action_undone,
    benefit_ended,
    benefit_on,
    by_experimenter,
    change_lost,
    effect_lost,
    effect_undone,
    general,
    manipulated,
)
from extractor.components.foreign import others_act
from extractor.components.found import Found
from extractor.components.hedging import hedged, hedges
from extractor.components.idle_controls import told_of_controls
from extractor.components.losses import (
    loss_scope,
    loss_tokens,
    lost_cargo,
    lost_mirnas,
    words,
)  # fmt: skip
from extractor.components.mechanisms import whose_means
from extractor.components.not_results import (
    after_injury,
    asks,
    before_treatment,
    class_of_named,
    correlates,
    in_untreated,
    known_of_disease,
    lists_endpoints,
    little_studied,
    names_vesicles,
    only_named,
    property_of_gene,
    proposed,
    put_right,
    release_by_donors,
    states_model,
    told_of_model,
    too_few,
    untested,
)
from extractor.components.plain_arms import plain_arms
from extractor.components.presupposed import presupposed
from extractor.components.put_back import MACHINERY, lowered_anew, put_back
from extractor.components.refuted import settled
from extractor.components.remnants import (
    as_untreated,
    done_alike,
    level_without,
    of_the_whole,
    outlasting,
    stayed,
    uncontradicted,
    weakly,
)  # fmt: skip
from extractor.components.rescues import is_rescue, under_block, undone_by_drug
from extractor.components.sections import AIM, section_is_background
from extractor.components.set_apart import denied_of, set_apart
from extractor.components.side_by_side import only_by
from extractor.components.taken_up import (
    by_mirna_too,
    by_others_too,
    denied_again,
    in_parallel,
    not_by_others,
    others_did,
)
from extractor.components.target_tests import TESTED, lowered_by_mirna, target_test, tested
from extractor.components.undone import changes_undone
from extractor.components.vain_losses import untouched, without


def vesicular(s: Sentence) -> bool:
    """Whether vesicles, a miRNA or another carried RNA are in sight."""
    keys = s.keys()
    return bool(s.of("vesicle") or s.of("mirna") or s.of("cargo")) or any(
        k in CARRIED or (k == "those" and _of_source(s, i)) for i, k in enumerate(keys)
    )


def those_of_source(s: Sentence) -> bool:
    """Whether "those of BM-MSCs" opens a clause and stands for vesicles."""
    return any(k == "those" and _of_source(s, i) for i, k in enumerate(s.keys()))


def _of_source(s: Sentence, i: int) -> bool:
    """Whether "those" at the ``i``-th token opens the sentence and stands for vesicles of the cells
    behind it: "Those from BM-MSCs lowered X".
    """
    keys, at = s.keys(), s.first + i
    if i and keys[i - 1] not in (";", ",", "and", "whereas", "while", "but"):
        return False
    return keys[i + 1 : i + 2] != [] and keys[i + 1] in _OF_THEM and any(
        0 < f.first - at <= 5 for f in s.of("source")
    )


_OF_THEM = frozenset("of from derived released secreted shed obtained".split())


CARRIED = frozenset(
    "microrna micrornas mirna mirnas cargo nanovesicles envelopes mimic mimics antagomir".split()
)
"""Words that tell of carried RNAs or vesicles without naming one."""


def claims_of(study: Study) -> list[Claim]:
    """The assertions of a study that count as results."""
    out: list[Claim] = []
    begun = False
    last_set: tuple[str, ...] = ()
    model: list[Assertion] = []  # changed by the disease, for "these changes were reversed"
    rescued: list[Claim] = []
    carried = {f.mention.text.casefold() for s in study.sentences for f in s.of("cargo")}
    patients = study.own and of_patients(study.sentences)
    plain = plain_arms(study.sentences) if study.own else frozenset()
    previous: Sentence | None = None
    targeted = dict.fromkeys(lowered_by_mirna(study.sentences), -1)
    labels = {s.block.section or "" for s in study.sentences if s.block.kind != "title"}
    alone = len(labels) == 1 and AIM.fullmatch(next(iter(labels))) is not None
    for s in study.sentences:
        s.plain = plain
        apart, so_far = set_apart(s), len(out)
        before, previous = previous, s
        lowered = {
            c.assertion.found.mention.label for c in out
            if c.polarity == "asserted" and c.assertion.found.kind == "gene"
            and (c.sign < 0 or (not c.sign and c.assertion.trigger in ("target", "bind")))
        } if s.of("gene") else set()  # fmt: skip
        lowered_anew(s, lowered | targeted.keys())
        anaphor = s.has("anaphor") or goes_on(s)
        sees = vesicular(s)
        background = section_is_background(s)
        if background and s.label is None and alone and s.start > s.block.start:
            background = False  # "Aim: …" opens an abstract that has no other label
        if background:
            begun = begun or bool(s.of("vesicle"))
            continue
        sees = sees or study.topical
        if not begun and not sees and not (study.anaphoric and anaphor):
            model.extend(x for x in s.assertions if x.sign and x.found.kind in ("gene", "effect"))
            continue
        begun = begun or (
            s.block.kind != "title" and (not study.own or bool(s.of("vesicle") or s.of("source")))
        )
        if lists_endpoints(s):
            continue
        insulted, cut = of_insult(s)
        known = levels_in_disease(s) or of_the_sick(s, study.sentences)
        known = known or (bool(insulted) and cut == s.last)
        if asks(s) or known or (not sees and (states_model(s) or not begun)):
            model.extend(x for x in s.assertions if x.sign and x.found.kind in ("gene", "effect"))
            continue
        turned = undone_here(s, before, model)
        model.extend(x for x in insulted if x not in turned)
        if sees and not turned and model and changes_undone(s):
            out.extend(Claim(s, taken_up(s, x), -x.sign, "asserted", last_set) for x in model)
            model = []
        out.extend(Claim(s, taken_up(s, x), -x.sign, "asserted", last_set) for x in turned)
        undone = min(undone_by_drug(s), put_back(s, lowered))
        if correlates(s):
            continue
        told = {c.assertion.found.mention.label for c in out}
        test = target_test(s, targeted | _moved(out)) if s.of("gene") else None
        confirms = is_rescue(s) or under_block(s, told)
        if test is not None and (test.known or test.gene.mention.label in told):
            named = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
            rescued += tested(s, test, named or last_set)
            if test.way < 0 or test.apart:
                undone = min(undone, test.first)
        rescued += presupposed(s, last_set)
        if confirms:
            rescued += _undone_change(s, last_set, s.first, UNDONE_BY | _RETURNS)
            continue
        rescued += _undone_change(s, last_set, undone)
        if undone == s.first:
            continue
        alike = done_alike(words(s))
        losses = [] if alike else loss_tokens(s)
        kept = outlasting(s) if losses else set()
        loss = bool(losses)
        lost = lost_mirnas(s) if loss or alike else set()
        gone = lost_cargo(s) if loss else []
        # ", whether old or young," is read past and no aim
        aims = [i for i in s.cues.get("aim", []) if any(u.first <= i < u.last for u in s.row)]
        supposed = hedges(s)
        vain = untouched(s, out)
        in_clauses = clause_mirnas(s)
        for x in s.assertions:
            if vain and without(s, x):
                continue
            if any(x.found is y.found for y in (*insulted, *turned)):
                continue  # what the insult did, and what puts it right
            if x in turned or x.found.kind in ("mirna", "cargo") or (
                x.found.entry is not None
                and x.found.entry.flags & {"vague", "readout", "assay", "generic"}
            ):
                continue
            if x.found.entry is not None and "marker" in x.found.entry.flags and not x.sign:
                continue
            if x.found.kind == "disease" and (
                x.found.mention.label.endswith("transplantation")
                or x.trigger == "respond to"  # how, it does not say
                or (x.trigger == "treat" and (
                    s.row[x.at].voice == "left" or s.row[x.at - 1].key == "to"
                ))
            ):
                continue  # what was done ("colitis was treated with") is no outcome
            if (
                before_treatment(s, x)
                or untested(s, x)
                or too_few(s, x)
                or little_studied(s, x)
                or others_act(s, x)
                or class_of_named(s, x.found)
                or proposed(s, x)
                or (not loss and by_experimenter(s, x))
                or known_of_disease(s, x)
                or release_by_donors(s, x.found)
                or only_named(x)
                or (x.found.kind == "gene" and x.found.mention.label in MACHINERY)
            ):
                continue
            at = x.found.first
            x = stayed(s, x, losses)  # "remained elevated" where the cargo was lacking
            if (
                max(at, _unit_token(s, x)) >= undone
                or (x.unchanged and x.found.mention.label in kept)
                or any(a < at and a < s.row[x.at].first + 1 for a in aims)
            ):
                continue
            if not sees and any(f.last <= _unit_token(s, x) for f in s.of("source")):
                continue  # what the cells do is not what their vesicles do
            if (
                told_of_model(s, x)
                or (not x.unchanged and in_untreated(s, x))
                or (x.negated and not loss and told_of_controls(s, x))
                or (not sees and (property_of_gene(s, x) or general(s)))
                or (not loss and (manipulated(s, x) or action_undone(s, x)))
                or x.found in gone
                or names_vesicles(s, x.found)
                or (not sees and after_injury(s, x))
                or (loss and (x.other_arm or x.found.facts.get("demanded")))  # "but not by A"
                or (x.found.kind == "gene" and content(s, x))
            ):
                continue
            near = [f for f, c in in_clauses if c == x.clause] or [f for f, _ in in_clauses]
            names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in near))
            names = former_or_latter(s, x, last_set) or names
            subject = x.subject or (len(names) > 1 and whose_means(s, x))
            if subject:
                names = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in subject))
            sign, negated = x.sign, x.negated
            if negated and kept_back(s, x):
                sign, negated = -sign, False
            own = effect_lost(s, x)
            if own or (not loss and effect_undone(s, x)):
                sign = x.found.facts.get("sign", 1)
            if not loss and (benefit_ended(s, x) or put_right(s, x)):
                sign = -sign
            inverted, was = False, change_lost(s, x) if loss else 0
            if was:
                sign, negated, own = was, False, True
            if loss and (not lost or not names or set(names) & lost):
                scope = loss_scope(s, losses)
                if (x.found.mention.label not in kept or x.trigger == "stay") and (
                    scope is None or (_unit_token(s, x) >= scope[0] and at <= scope[1])
                ):
                    if x.unchanged and not (
                        sign := level_without(s, x) or (as_untreated(s, x) and -_told_sign(out, x))
                    ):
                        continue
                    if negated and not x.unchanged and _but_not(s, at):
                        continue  # "the inhibitor undid X but not Y": Y tells nothing of it
                    inverted = x.unchanged or not negated
                    # "EVs lacking it lowered IL-6 less": with it they lower IL-6
                    stands = (
                        _back_again(s, x)
                        or of_the_whole(s, s.row[x.at].last)
                        or weakly(s, s.row[x.at].first, max(s.row[x.at].last, x.found.last))
                        or own
                    )
                    if inverted and not stands:
                        of_effect = x.found.facts.get("prefixed") and _UNDOING.search(words(s))
                        sign = x.found.facts["sign"] if of_effect else -sign  # "anti-X was lost"
                        sign = benefit_on(s, x) or sign
                    if not sign and _UNDOING.search(words(s)):
                        sign = _told_sign(out, x)  # "abolished the effect on X"
                    inverted, negated = True, False
            if alike and names and set(names) <= lost and sign:
                negated = True  # "vesicles without miR-x lowered IL-6 to the same extent"
            arm = arm_of(s, x, carried) if study.own else MAIN
            if arm == MAIN and study.own and both_act(s, x, before):
                arm = ALL
            if patients and arm == MAIN and of_healthy(s, x):
                arm = CONTROL
            noun = s.row[x.at].voice == "noun" or not sign
            held = hedged(s, _unit_token(s, x), noun=noun, ranges=supposed)
            polarity = "negated" if negated else "hedged" if held else "asserted"
            if negated and x.trigger == "exert harmful effects":
                sign = 0  # no harm was done: nothing changed
            out.extend(
                Claim(s, x, sign, polarity, names or last_set, inverted, each)
                for each in (study.own and not inverted and graded(s, x, carried)) or [arm]
            )
            pair = x.found.facts.get("pair")
            if pair is not None:
                mate = replace(x, found=pair)
                out.append(Claim(s, mate, -sign, polarity, names or last_set, inverted, arm))
        out += vain
        out += denied_of(s, apart, out[so_far:], out[:so_far])
        present = tuple(dict.fromkeys(mirna.base(f.mention.label) for f in s.of("mirna")))
        out += in_parallel(s, out, last_set) if not loss and out else []
        if not loss:
            out += denied_again(study, s, out, present or last_set)
            out += by_others_too(study, s, out) or not_by_others(study, s, out)
            out += by_mirna_too(s, out) or others_did(study, s, out)
            laid_to_each(s, out)
            again, wrong = named_before(study, s, before, out, last_set) if sees else ([], [])
            out = [c for c in out if not any(c is w for w in wrong)] + again
            out = settled(s, before, out, so_far, present or last_set)
        if present:
            last_set = present
    told = {c.assertion.found.mention.label for c in out}
    moved = _moved(out)
    out += [
        c for c in rescued
        if (
            c.assertion.trigger == TESTED
            and (c.loss or c.assertion.found.mention.label in told)
            and c.assertion.found.mention.label not in moved
        ) or (c.assertion.trigger != TESTED and c.assertion.found.mention.label not in told)
    ]  # fmt: skip
    # vesicles named for their cargo are what such a study is about
    main = main_of(study.sentences, ((c.arm, c.loss) for c in out), own=study.own)
    for c in out:
        c.arm = MAIN if c.arm == main else c.arm
    out = _of_one_other(uncontradicted(out))
    return out + _not_by_the_other(out) if study.own else out


def _of_one_other(claims: list[Claim]) -> list[Claim]:
    """The claims, those on "other" vesicles laid to the one other arm that has a name."""
    named = {c.arm for c in claims} - {MAIN, ALL, CONTROL}
    if len(named) == 1:
        other = named.pop()
        for c in claims:
            if c.arm == CONTROL and c.assertion.other_arm:
                c.arm = other
    return claims


def _not_by_the_other(claims: list[Claim]) -> list[Claim]:
    """What "only by A" denies of the one other arm that the study has."""
    others = {c.arm for c in claims} - {MAIN, ALL}
    tissues = {
        f.mention.label for c in claims for f in c.sentence.of("source") if f.mention.label != "MSC"
    }
    if len(others) != 1 or len(tissues) > 1:
        return []
    other = others.pop()
    denied = {c.assertion.found.mention.label for c in claims if c.arm == other}
    out = []
    for c in claims:
        x = c.assertion
        if c.arm != MAIN or c.polarity != "asserted" or not c.sign or c.loss:
            continue
        v = acting(c.sentence, x)
        if v is None or x.found.mention.label in denied or not only_by(c.sentence, v):
            continue
        told = replace(x, negated=True, other_arm=True)
        out.append(replace(c, assertion=told, polarity="negated", mirnas=(), arm=other))
    return out


def _moved(told: list[Claim]) -> dict[str, int]:
    """Which way genes are told to go, by label: as they were told last."""
    return {
        c.assertion.found.mention.label: c.sign for c in told
        if c.sign and c.polarity == "asserted" and c.assertion.found.kind == "gene"
    }  # fmt: skip


def _undone_change(
    s: Sentence, mirnas: tuple[str, ...], first: int, verbs: Collection[str] = ()
) -> list[Claim]:
    """The changes that a drug undoes from a token on: "an antibody reversed the drop in IL-6".

    They count only where they are told nowhere else. With ``verbs``, only those count.
    """
    out = []
    for x in s.assertions:
        f, verb = x.found, s.row[x.at]
        if (
            f.kind not in ("gene", "effect") or not x.sign or x.negated or verb.first < first
            or (f.entry is not None and f.entry.flags & {"vague", "readout", "assay", "generic"})
            or (verbs and verb.lemma not in verbs)
        ):  # fmt: skip
            continue
        between = [u for u in s.row if verb.last <= u.first and u.last <= f.first]
        change = next((u for u in between if u.voice == "noun" and u.sign in ("+", "-")), None)
        if verb.voice == "right" and change is not None:
            sign = 1 if change.sign == "+" else -1
            sign = -sign if f.facts.get("inverse") else sign
            sign = -sign if verb.lemma in _RETURNS else sign  # "restored phosphorylation of X"
            out.append(Claim(s, x, sign, "asserted", mirnas))
        elif verbs and verb.lemma in _RETURNS and verb.voice == "right" and f.valence == "harm":
            out.append(Claim(s, x, -1, "asserted", mirnas))  # "X put back restored apoptosis"
        elif effect_lost(s, x):
            out.append(Claim(s, x, f.facts.get("sign", 1), "asserted", mirnas))
    return out


def both_act(s: Sentence, x: Assertion, before: Sentence | None) -> bool:
    """Whether the subject is a word for both that takes up vesicles: "Both lowered X"."""
    if not all_named(s, x):
        return False
    first = s.row[x.at].first
    here = [v for v in s.of("vesicle") if v.first < first]
    named = here or (before.of("vesicle") if before is not None else [])
    alone = before is not None and len(before.of("mirna")) < 2 and bool(named)
    return len(named) > 1 or (alone and not s.of("mirna"))


def _but_not(s: Sentence, at: int) -> bool:
    """Whether "but not" stands right before the outcome at token ``at``."""
    keys = s.analysis.tokens.keys[max(s.first, at - 6) : at]
    return any(pair == ("but", "not") for pair in pairwise(keys))


_RETURNS = frozenset(
    "restore reinstate reestablish re-establish recover rescue return revive bring".split()
)


def _told_sign(told: list[Claim], x: Assertion) -> int:
    """The direction in which an outcome was told to have gone before, 0 if it was not told."""
    label = x.found.mention.label
    return next((c.sign for c in reversed(told) if c.assertion.found.mention.label == label), 0)


def _back_again(s: Sentence, x: Assertion) -> bool:
    """Whether a harm, taken for lessened, came back without the miRNA: "the inhibitor restored
    apoptosis".
    """
    unit = s.row[x.at]
    return unit.sign == ">" and unit.lemma in _RETURNS and x.sign < 0


_UNDOING = re.compile(
    r"\b(?:abol|strip|lost\b|disappear|revers|weaken|blunt|abrogat|cancel|diminish|reduc|attenuat|negat|"
    r"eliminat|annul|vanish|impair|no longer|nullif|offset|compromis|prevent|block|"
    r"depriv|robb|stripp|cost\b|forfeit|took\b|taken\b|relinquish)"
)
def _unit_token(s: Sentence, x: Assertion) -> int:
    return s.row[x.at].first


def clause_mirnas(s: Sentence) -> list[tuple[Found, int]]:
    """The miRNAs of a sentence, each with the number of its clause."""
    out = []
    for u, clause in zip(s.row, s.clauses, strict=True):
        if u.found is not None and u.found.kind == "mirna":
            out.append((u.found, clause))
    return out
