"""Closed classes of words that the grammar of claims looks at, each with what it is for."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = _words(
    """
    is are was were be been being become becomes became remain remains remained get gets got
    stay stayed appeared seemed appear appears seem seems
    """
)
MODAL = _words(
    """
    can could may might will would should must to do does did
    """
)
HAVE = _words(
    """
    has have had having
    """
)
DETERMINERS = _words(
    """
    the a an this that these those its their his our any some each both all such no
    """
)
ADVERB_WORDS = _words(
    """
    not no longer also then further both still even again thus partly partially largely strongly
    markedly significantly obviously clearly only always often well more less almost nearly
    much less most far so very too further subsequently thereby therefore hence consequently
    in turn either all each likewise equally similarly about approximately roughly around somewhat
    indeed just already soon together respectively nonetheless nevertheless however accordingly
    moreover obvious significant remarkable
    """
)
SUBORDINATORS = _words(
    """
    while whereas although though because since when if unless until as where whereby so
    whether once whilst meanwhile whereupon whereby
    """
)
RELATIVES = _words(
    """
    which that who whose whom
    """
)
PREPOSITIONS = _words(
    """
    in on at from with by via through after during following under upon within among between
    compared versus relative than for to into onto against toward towards across over using
    without per unlike despite notwithstanding beside besides below beneath above
    past beyond around near surrounding bordering flanking
    """
)
MECHANISM = _words(
    """
    via through by
    """
)
LEVEL_SKIP = _words(
    """
    expression expressions level levels production secretion release content concentration
    concentrations amount amounts abundance number numbers percentage proportion rate rates
    degree extent activity activities signaling signalling pathway pathways cascade axis
    route mrna mrnas protein proteins gene genes transcript transcripts phosphorylation
    formation synthesis generation accumulation translation transcription serum plasma ratio
    count counts score scores index severity - ' s / ( ) both
    """
)
REPORTS = _words(
    """
    attributed ascribed identified proposed suggested concluded named detected compared linked
    traced confirmed verified examined measured tested used credited described noted
    """
)
VESICLES = _words(
    """
    exosomes exosome vesicles vesicle evs ev exos exo sevs microvesicles
    """
)
NAMED = _words(
    """
    gene protein transcript target factor molecule mrna enzyme receptor kinase genes
    proteins targets one pathway pathways cascade transcripts molecules mrnas factors
    """
)
PROTECTIVE = _words(
    """
    protect keep rescue shield guard salvage defend spare safeguard save prevent preserve
    """
)
RESTORING = _words(
    """
    restore normalize normalise recover rescue preserve reinstate reestablish re-establish
    restored regain improve improved spare
    """
)
REVERSING = _words(
    """
    reverse recover rescue correct ameliorate revert rectify repair normalize normalise
    offset remedy treat protect
    """
)
GAUGED = _words(
    """
    judged assessed measured shown determined evidenced indicated revealed reflected estimated
    quantified detected evaluated seen demonstrated confirmed gauged examined
    """
)
EFFECT_NOUNS = _words(
    """
    effect effects action actions activity activities property properties capacity
    capacities ability abilities function functions response responses role roles potential
    potency potencies efficacy influence impact outcome outcomes benefit benefits phenotype
    performance pathway pathways factor factors mechanism mechanisms state profile agent
    agents
    """
)
MORE = _words(
    """
    more faster better further quicker longer farther earlier sooner stronger readily
    rapidly vigorously extensively
    """
)
LESS = _words(
    """
    less slower worse poorly slowly shorter fewer rarely weakly later
    """
)
MODIFIES = _words(
    """
    producing secreting preconditioned conditioned pretreated preconditioning conditioning cultured
    induced stimulated treated mediated dependent associated related driven triggered evoked
    elicited expressing overexpressing deficient enriched loaded primed challenged exposed
    injured activated independent specific bound targeting targeted rich containing carrying
    positive stained labelled labeled immunopositive immunoreactive negative
    """
)
TURNS = _words(
    """
    adopt acquire develop gain enter
    """
)
SHOWS = _words(
    """
    show exhibit display demonstrate manifest
    """
)
NEGATIONS = _words(
    """
    not no nor neither never without cannot hardly scarcely barely failed fails fail failing
    unable nothing none refused refuses refusing incapable powerless
    """
)
TRENDS = _words(
    """
    trend trends tendency tendencies inclination
    """
)
SOUND = (
    "sham|naive|healthy|normal|intact|uninjured|wild-?type|unexposed|unstressed|unlesioned|"
    "unoperated|unwounded|undamaged|unirradiated|unchallenged|"
    "non ?-? ?(?:injured|stressed|diabetic|irradiated|~)"
)
"""Animals and tissues that the disease has not touched."""
ACTIONS = frozenset("effect effects influence action actions impact".split())
"""Nouns for what an agent does."""
CLAUSE_STOPS = frozenset(", . ; : ( ) whereas while which that than but".split())
"""Tokens that a phrase does not reach over."""
STATES = ("phosphorylate", "cleave", "acetylate", "methylate", "ubiquitinate")
"""Verbs whose nouns name a state of a protein, measured as its amount is."""
NORMAL_LEVELS = ("normogly", "eugly", "normoten")
"""How names begin that say that a level which is harmful when high is as in health."""


def forms(*verbs: str) -> frozenset[str]:
    """The forms of verbs given as "make/makes/made/making"."""
    return frozenset(form for verb in verbs for form in verb.split("/"))


def holds(text: str, signs: tuple[str, ...]) -> bool:
    """Whether one of some strings stands in a text: far cheaper than a pattern that needs one of
    them, which would be tried at every letter.
    """
    for sign in signs:  # noqa: SIM110 - a generator takes longer to make than to run
        if sign in text:
            return True
    return False


AGENT_CELLS = _words(
    """
    cells macrophages fibroblasts hepatocytes chondrocytes keratinocytes neurons cardiomyocytes
    monocytes osteoblasts microglia astrocytes lymphocytes huvecs neutrophils myocytes
    """
)
"""Cells of which it is told in passing that they do something: "tube formation by HUVECs"."""
NEXT_PHRASE = _words(
    """
    them it they survived died formed developed occurred remained regressed grew persisted closed
    healed lived appeared arose escaped recovered
    """
)
"""Words that close the noun phrase an adjective opened."""

OBJECTS = ("gene", "effect", "disease", "mirna", "cargo")
"""Kinds of mentions that a predicate may take."""

UNLIKE = (
    ["unlike"], ["in", "contrast", "to"], ["in", "contrast", "with"], ["as", "opposed", "to"],
    ["contrary", "to"], ["by", "contrast", "with"],
)  # fmt: skip
"""How a sentence opens that sets one thing against another: "unlike A, B …"."""
