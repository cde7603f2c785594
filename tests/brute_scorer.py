"""A second scorer, written apart from the program's: plain loops and trying everything.

Works on the JSON form of findings, shares no code with ``extractor``, and is only fit for small
cases.
"""

import itertools
import re

SLOTS = ["msc_source", "disease_model", "mirnas", "targets", "effects"]
RELATIONS = [
    ("msc_source", "mirnas"), ("msc_source", "disease_model"), ("disease_model", "mirnas"),
    ("mirnas", "targets"), ("mirnas", "effects"), ("msc_source", "targets"),
    ("msc_source", "effects"), ("disease_model", "effects"),
]


def as_list(value):
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def plain(label):
    """Lower case, without spaces and dashes, plural s of a longer word gone."""
    words = [w for w in re.split(r"[ \-]", label.lower()) if w]
    return "".join(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in words)


def mirna(label):
    name = label.lower()
    name = re.sub(r"^(hsa|mmu|rno)-", "", name)
    match = re.match(r"(mir-?\d+[a-z]?)(-[35]p)?$", name)
    return match.group(1).replace("-", ""), (match.group(2) or "")


def equal(slot, a, b, gold, found):
    """Whether two mentions of a document are the same; identifiers first, else labels."""
    if slot == "mirnas":
        (base_a, arm_a), (base_b, arm_b) = mirna(a["label"]), mirna(b["label"])
        if base_a != base_b:
            return False
        for side in (gold, found):
            arms = {mirna(m["label"])[1] for f in side for m in f["mirnas"]
                    if mirna(m["label"])[0] == base_a} - {""}
            if len(arms) < 2:
                return True
        return arm_a == arm_b

    def identifier(x):
        if x["id"]:
            return x["id"].lower()
        same = [y["id"].lower() for side in (gold, found) for f in side for y in as_list(f[slot])
                if y["id"] and plain(y["label"]) == plain(x["label"])]
        return sorted(same)[0] if same else None

    one, two = identifier(a), identifier(b)
    if one is None and two is None:
        return plain(a["label"]) == plain(b["label"])
    return one == two


def distinct(items, same):
    out = []
    for item in items:
        if not any(same(item, other) for other in out):
            out.append(item)
    return out


def counts(gold_items, found_items, same):
    gold_items, found_items = distinct(gold_items, same), distinct(found_items, same)
    tp = sum(any(same(g, f) for f in found_items) for g in gold_items)
    return tp, len(found_items) - tp, len(gold_items) - tp


def matching(left, right, fits):
    """Size of the largest one-to-one matching, by trying every choice."""
    if not left:
        return 0
    best = matching(left[1:], right, fits)
    for i, item in enumerate(right):
        if fits(left[0], item):
            best = max(best, 1 + matching(left[1:], right[:i] + right[i + 1:], fits))
    return best


def spans(findings, slot):
    return sorted({(m["start"], m["end"]) for f in findings for m in as_list(f[slot])})


def exact(gold, found, slot):
    one, two = spans(gold, slot), spans(found, slot)
    tp = len([s for s in one if s in two])
    return tp, len(two) - tp, len(one) - tp


def overlap(gold, found, slot):
    one, two = spans(gold, slot), spans(found, slot)
    tp = matching(one, two, lambda a, b: max(a[0], b[0]) < min(a[1], b[1]))
    return tp, len(two) - tp, len(one) - tp


def pairs(gold, found, left, right):
    def of(findings):
        return [(a, b) for f in findings for a in as_list(f[left]) for b in as_list(f[right])]

    def same(p, q):
        return (
            equal(left, p[0], q[0], gold, found) and equal(right, p[1], q[1], gold, found)
            and p[0].get("direction") == q[0].get("direction")
            and p[1].get("direction") == q[1].get("direction")
        )

    return counts(of(gold), of(found), same)


def tuples(gold, found, needed):
    """Exploded 5-tuples with at least ``needed`` slots equal."""
    def same_filler(slot, a, b):
        if a is None or b is None:
            return a is None and b is None
        return equal(slot, a, b, gold, found) and a.get("direction") == b.get("direction")

    def agree(p, q):
        return sum(same_filler(s, a, b) for s, a, b in zip(SLOTS, p, q, strict=True))

    def of(findings):
        every = [t for f in findings
                 for t in itertools.product(*[as_list(f[s]) or [None] for s in SLOTS])]
        return distinct([t for t in every if any(t)], lambda p, q: agree(p, q) == 5)

    one, two = of(gold), of(found)
    tp = matching(one, two, lambda p, q: agree(p, q) >= needed)
    return tp, len(two) - tp, len(one) - tp


def greatest_overlap(gold, found):
    """Greatest total number of equal fillers over every one-to-one alignment."""
    def shared(g, f):
        return sum(
            counts(as_list(g[s]), as_list(f[s]), lambda a, b, s=s: equal(s, a, b, gold, found)
                   and a.get("direction") == b.get("direction"))[0]
            for s in SLOTS
        )

    small, large = (gold, found) if len(gold) <= len(found) else (found, gold)
    best = 0
    for chosen in itertools.permutations(range(len(large)), len(small)):
        total = 0
        for i, j in enumerate(chosen):
            pair = (small[i], large[j]) if small is gold else (large[j], small[i])
            total += shared(*pair)
        best = max(best, total)
    return best
