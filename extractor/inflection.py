"""The forms of English verbs."""

from __future__ import annotations

IRREGULAR = {
    "bear": ["bears", "bore", "borne", "bearing"],
    "beat": ["beats", "beaten", "beating"],
    "become": ["becomes", "became", "becoming"],
    "bend": ["bends", "bent", "bending"],
    "bind": ["binds", "bound", "binding"],
    "bleed": ["bleeds", "bled", "bleeding"],
    "break": ["breaks", "broke", "broken", "breaking"],
    "bring": ["brings", "brought", "bringing"],
    "build": ["builds", "built", "building"],
    "cast": ["casts", "casting"],
    "catch": ["catches", "caught", "catching"],
    "cling": ["clings", "clung", "clinging"],
    "clot": ["clots", "clotted", "clotting"],
    "come": ["comes", "came", "coming"],
    "dig": ["digs", "dug", "digging"],
    "draw": ["draws", "drew", "drawn", "drawing"],
    "drink": ["drinks", "drank", "drunk", "drinking"],
    "drop": ["drops", "dropped", "dropping"],
    "eat": ["eats", "ate", "eaten", "eating"],
    "fall": ["falls", "fell", "fallen", "falling"],
    "feed": ["feeds", "fed", "feeding"],
    "feel": ["feels", "felt", "feeling"],
    "find": ["finds", "found", "finding"],
    "forget": ["forgets", "forgot", "forgotten", "forgetting"],
    "freeze": ["freezes", "froze", "frozen", "freezing"],
    "get": ["gets", "got", "getting"],
    "give": ["gives", "gave", "given", "giving"],
    "go": ["goes", "went", "gone", "going"],
    "grip": ["grips", "gripped", "gripping"],
    "grow": ["grows", "grew", "grown", "growing"],
    "hear": ["hears", "heard", "hearing"],
    "hold": ["holds", "held", "holding"],
    "keep": ["keeps", "kept", "keeping"],
    "lay": ["lays", "laid", "laying"],
    "leave": ["leaves", "left", "leaving"],
    "lose": ["loses", "lost", "losing"],
    "make": ["makes", "made", "making"],
    "plug": ["plugs", "plugged", "plugging"],
    "put": ["puts", "putting"],
    "read": ["reads", "reading"],
    "regrow": ["regrows", "regrew", "regrown", "regrowing"],
    "rise": ["rises", "rose", "risen", "rising"],
    "rub": ["rubs", "rubbed", "rubbing"],
    "run": ["runs", "ran", "running"],
    "see": ["sees", "saw", "seen", "seeing"],
    "send": ["sends", "sent", "sending"],
    "shed": ["sheds", "shed", "shedding"],
    "shrink": ["shrinks", "shrank", "shrunk", "shrunken", "shrinking"],
    "sit": ["sits", "sat", "sitting"],
    "skip": ["skips", "skipped", "skipping"],
    "sleep": ["sleeps", "slept", "sleeping"],
    "slip": ["slips", "slipped", "slipping"],
    "spend": ["spends", "spent", "spending"],
    "spill": ["spills", "spilled", "spilt", "spilling"],
    "spread": ["spreads", "spread", "spreading"],
    "stand": ["stands", "stood", "standing"],
    "stay": ["stays", "stayed", "staying"],
    "step": ["steps", "stepped", "stepping"],
    "stick": ["sticks", "stuck", "sticking"],
    "sweep": ["sweeps", "swept", "sweeping"],
    "swell": ["swells", "swelled", "swollen", "swelling"],
    "swim": ["swims", "swam", "swum", "swimming"],
    "take": ["takes", "took", "taken", "taking"],
    "tear": ["tears", "tore", "torn", "tearing"],
    "tell": ["tells", "told", "telling"],
    "withdraw": ["withdraws", "withdrew", "withdrawn", "withdrawing"],
    "withstand": ["withstands", "withstood", "withstanding"],
}
"""Forms that no ending gives."""

_PARTICLES = frozenset(
    "to in on off up down out for about with upon through via as from back alive low of "
    "over".split()
)
_DOUBLED = frozenset(
    "drop stop cut set curtail_ damp_ stem trim abet rebut quell_ spur blot excel_ compel "
    "propel expel stir mop".split()
)


def inflect(lemma: str, irregular: list[str] | None = None) -> list[tuple[str, str]]:
    """The forms of a verb with their names: base, s, past (also the participle) and ing."""
    words = lemma.split()
    at = 0 if len(words) > 1 and words[1] in _PARTICLES else len(words) - 1
    if (
        len(words) > 2
        and words[-1] not in _PARTICLES
        and words[1] not in _PARTICLES
        and words[0]
        in (
            "take",
            "play",
            "keep",
            "release",
            "be",
            "inhibit",
            "increase",
            "limit",
            "restore",
            "diminish",
            "promote",
        )
    ):
        at = 0

    def whole(form: str) -> str:
        return " ".join([*words[:at], form, *words[at + 1 :]])

    out = [(lemma, "base")]
    if irregular:
        for form in irregular:
            head = form.split()[0]
            name = "ing" if head.endswith("ing") else "s" if head.endswith("s") else "past"
            out.append((form, name))
        return out
    verb = words[at]
    if verb in ("be", "have"):
        return out
    if verb.endswith("e") and not verb.endswith("ee"):
        s, past, ing = verb + "s", verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        s, past, ing = verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    elif verb in _DOUBLED:
        s, past, ing = verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    elif verb.endswith(("s", "x", "ch", "sh", "z")):
        s, past, ing = verb + "es", verb + "ed", verb + "ing"
    else:
        s, past, ing = verb + "s", verb + "ed", verb + "ing"
    out += [(whole(s), "s"), (whole(past), "past"), (whole(ing), "ing")]
    return out
