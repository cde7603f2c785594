"""How a sentence of a review opens or says that it goes on with the study before it, or not."""

from __future__ import annotations

import re

from extractor.components.lazily import lazily

CONTINUES = lazily(
    r"^(?:here|moreover|furthermore|additionally|in addition|also|as a result|"
    r"as a consequence|consequently|thus|therefore|hence|further\b|besides|subsequently|"
    r"then\b|mechanistically|specifically|in particular|correspondingly|accordingly"
    r"|notably|importantly|interestingly|in line with|these\b|this\b|they\b|it\b|its\b|"
    r"their\b|such\b|the same\b|in this (?:model|study|work|setting)|conversely|in turn|"
    r"downstream|the (?:resulting|latter|effect|effects|benefit|protection|treatment|"
    r"vesicles|exosomes|evs|authors|result|results|mechanism|responsible|gene|transcript|"
    r"target|mirna|microrna|work|protein|molecule|same)\b|both\b|nevertheless|indeed|"
    r"animals\b|mice\b|rats\b|when\b|although\b|in vitro\b|in vivo\b|an? (?:inhibitor|"
    r"antagomir|mimic)|inhibition of|silencing|knock|loss of|overexpression of|mimics?\b|"
    r"blocking)",
    re.I,
)
NEW = lazily(
    r"^(?:in (?:another|a separate|a further|a different|an additional|a recent|a subsequent|"
    r"a later|one)\b|another\b|a (?:separate|second|third|different|recent|further|later|"
    r"study|team|group|year)\b|one study|others?\b|other\b|more recently|recently|similarly|"
    r"likewise|finally|[A-Z][\w'’-]+ (?:et al|and (?:colleagues|co-?workers|associates))|"
    r"similar results)",
    re.I,
)
TAKES_UP = lazily(
    r"^(?:(?:additionally|moreover|furthermore|in addition|also|further|besides|then|"
    r"subsequently|importantly|notably|interestingly|in vitro|in vivo|thus|therefore|hence|"
    r"consequently|as a result),? )?"
    r"(?:(?:it was|they) \w+ that )?"
    r"(?:mechanistically\b|here\b|they\b|it\b|its\b|their\b|these\b|such\b|this\b|the same\b|"
    r"both\b|"
    r"the (?:resulting|latter|effect|effects|benefit|vesicles|exosomes|evs|treatment|authors|"
    r"mechanism|mirna|microrna)\b|in this (?:model|study|work|setting)|an? (?:inhibitor|"
    r"antagomir|mimic)|"
    r"(?:when|if|after|once|upon|in|among|during) (?!compared)[^,;.\[]{3,60}, "
    r"(?:they|the (?:vesicles|exosomes|evs))\b|"
    r"in (?:[\w-]+ ){1,5}?they (?!found|saw|showed|reported))",
    re.I,
)
ASCRIBES = lazily(
    r"\b(?:ascrib|attribut|trac|credit|imput|put down|laid|assign|explain|"
    r"reproduc|replicat|confirm|corroborat)\w* (?:\w+ ){0,2}?"
    r"(?:the|this|these|that|such|its|their|both|much of the|part of the) (?:[\w-]+ ){0,2}?"
    r"(?:gains?|benefits?|effects?|findings?|results?|protection|outcomes?|improvements?|actions?|"
    r"activity|success|difference|decline|decrease|increase|rise|fall|reduction|advantage)\b"
    r"|^(?:as (?:to|for|regards) (?:the|its|their) (?:mechanisms?|cargo|mediators?|molecules?)|"
    r"(?:a|one|the) (?:\w+ )?(?:mechanism|mediator|explanation) (?:was|is|has been|for this))\b"
    r"|^in (?:the|this|that) same (?:model|setting|system|animals|species|context)\b"
    r"|\bin (?:the|this|these|those) same (?:model|mice|rats|animals|strain)\b"
    r"|\bwhere (?:the (?:same )?|these )(?:exosomes|vesicles|s?evs)\b"
    r"|^(?:similar|comparable|the same) (?:\w+ )?(?:effects?|benefits?|results?|findings?|gains?|"
    r"outcomes?|protection) (?:was|were|has been|have been)\b"
    r"|\b(?:native|unmodified|plain|empty|parent(?:al)?) ones\b"
)
"""How a study is told that explains the one before it: "a later report ascribed the gain to X"."""
SAME_MODEL = lazily(
    r"\bin (?:the|this|that|these|those) (?:very )?same (?:model|setting|system|animals?|species|"
    r"mice|rats|strain|disease|condition|disorder)\b|"
    r"\brepeat(?:ed|ing) (?:the|this|that|these) (?:experiments?|procedure|protocol|study)\b"
)
"""How a study is said to be of the disease of the one before it, whatever the vesicles."""
THESE_ANIMALS = lazily(
    r"\b(?:in|to) (?:these|those|such) (?:mice|rats|animals|pigs|patients)\b"
)
MAKERS = lazily(
    r"\b(?:active|responsible|decisive|causative|key|likely|main) (?:[\w-]+ )?(?:cargo|molecule|"
    r"rna|mi(?:cro)?rna|player|component|factor|agent|mediator)s?\b|\b(?:mediator|effector|cause|"
    r"culprit|reason|held responsible|pointed to|singled out)\b"
)
"""How a sentence says which molecule brought an outcome about."""
