"""The wordings by which reports say that an outcome did not change, as expressions over a clause in
which outcomes are ``@n`` and other mentions ``~``.
"""

from __future__ import annotations

import re

from extractor.components.found import Found
from extractor.components.lazily import lazily
from extractor.components.units import Unit
from extractor.components.words import SOUND

_ADJ = (
    r"(?:(?:significant|significantly|statistically|obvious|obviously|apparent|marked|measurable|"
    r"detectable|appreciable|noticeable|notable|clear|major|substantial|further|real|relevant|"
    r"consistent|overt|additional|discernible|demonstrable|beneficial|direct|visible|evident|"
    r"serious|important|statistical|such|similar|accompanying|concomitant|concurrent|parallel|"
    r"corresponding|simultaneous|attendant|associated|matching|equivalent|comparable|lasting|"
    r"independent|recognizable|recognisable|perceptible|tangible|material) )*"
)
_CHANGE = (
    r"(?:differences?|changes?|changing|alterations?|variations?|effects?|influences?|impacts?|"
    r"benefits?|"
    r"improvements?|advantages?|gains?|bearing|impression|inroads?|dent)"
)
_SEEN = (
    r"(?:found|observed|seen|noted|noticed|detected|recorded|reported|measured|apparent|evident|"
    r"present|demonstrated|shown|documented|visible|discernible|registered|encountered)"
)
_LY = (
    r"(?:\S+ly |much |all |both |also |each |about |almost |in essence |still |again |likewise |"
    r"too |as well |thus |therefore |even |quite |, however , )*"
)
_SIMILAR = (
    r"(?:similar|comparable|equal|equivalent|alike|identical|the same)(?= (?:between|among|in "
    r"(?:all|both|the (?:two|three|four)|every|each)|across|for (?:all|both)|at all|"
    r"(?:after|under) (?:all|both|either|each|every|any)|throughout\b|with (?:both|all|any|each|"
    r"either|and without|or without)|[.,;(]|"
    r"with (?:\S+ ){1,3}?(?:and|or) (?:with )?(?:the )?(?:without|vehicle|saline|pbs|controls?|"
    r"placebo)|"
    r"in (?:the )?(?:\S+ ){1,5}?and (?:(?:in )?(?:the )?|(?:in )?(?:mice|rats|animals|those|"
    r"patients) (?:given|receiving|treated with|that received) )"
    r"(?:untreated|control|vehicle|saline|placebo|"
    r"sham|pbs)\b|"
    r"as (?:in|with|after|for|that of|those of) (?:the )?(?:\S+ )?(?:control|controls|untreated|"
    r"saline|vehicle|pbs|sham|placebo)|and \S+ groups?|to (?:that|those) (?:of|in|after) "
    r"(?:the )?(?:\S+ )?(?:control|controls|untreated|saline|vehicle|pbs))| $)"
)
_ADJECTIVE = (
    r"(?:high|low|few|great|large|small|abundant|frequent|severe|marked|many|numerous|poor|weak|"
    r"strong|"
    r"long|short|thick|common|pronounced|elevated|scarce|extensive|dense|intense|active|fast|slow|"
    r"good|bad|prominent|advanced|plentiful|firm|impoverished|swollen|inflamed|steep|heavy|rare|"
    r"infrequent|dense)"
)
_UNTREATED = (
    r"(?:control|controls|untreated|saline|vehicle|pbs|placebo|mock|buffer|pretreatment|"
    r"pre-treatment)"
)
_GIVEN = (
    r"(?:(?:\S+ )?(?:treatments?|therapy|injections?|preparations?|interventions?|vesicles?|evs?|"
    r"sevs?|mvs?|exos?|exosomes?)|(?:\S+ - )+(?:exos?|exosomes?|evs?|sevs?|mvs?|vesicles?))"
)
"""Words for what was given."""
_STILL = (
    r"(?:unchanged|unaltered|unaffected|untouched|uninfluenced|unmoved|unresponsive|"
    rf"indistinguishable|constant|stable|as {_ADJECTIVE} as "
    r"(?:in|with|that|those|before|after|it|they|for|at|under|ever)|as before|the same as before|"
    rf"as {_ADJECTIVE} (?:with|after|in|under|among|for|without) (?:\S+ ){{1,6}}?as (?:with|"
    rf"without|in|after|under|among|for|those|that)|equally {_ADJECTIVE}|"
    r"what (?:it|they) (?:was|were|had been)|"
    rf"as (?:in|with|after|among) (?:the )?(?:\S+ )?{_UNTREATED}|"
    r"no different|on a (?:par|level)|level(?= with )|"
    r"at (?:the |a )?(?:same|similar|comparable|equal|identical) (?:levels?|heights?|"
    r"concentrations?|values?)|at the levels? (?:of|seen in|found in) (?:the )?(?:\S+ )?"
    rf"{_UNTREATED}|at (?:its|their) (?:\S+ )?(?:levels?|values?)|"
    r"(?:immune|insensitive|indifferent|refractory|resistant|unresponsive|impervious) to "
    rf"(?:the |any |all |either |both |these |this )?{_GIVEN}|"
    r"independent of (?:the )?(?:treatment|therapy|group|exosomes|vesicles|injections?|s?evs?)|"
    r"as (?:it|they) (?:was|were|had been)|where (?:it|they) (?:was|were|had been)|"
    r"flat|within (?:the )?normal|at (?:the )?(?:baseline|control) levels?)"
)
_REMAIN = (
    r"(?:was left|were left|was|were|is|are|remained|remains|remain|stayed|stays|kept|proved|"
    r"appeared|being|looked|seemed)"
)
_EITHER = (
    r"(?:(?:in|with|for|after|among) (?:both|all|either|each|every|the (?:two|three|four)) |"
    r"(?:with|in|after) (?:and|or) without |"
    rf"(?:in|with|for|after|among) (?:(?:the )?\S+ ){{1,4}}?(?:and|or) (?:in |with |after )?"
    rf"(?:the )?{_UNTREATED}\b|in (?:the )?{_UNTREATED}\b)"
)
_OFTEN = (
    r"(?:often|frequently|commonly|rarely|seldom|widely|many|early|late|quickly|fast|rapidly|"
    r"slowly|severely|strongly|soon|common|frequent|much|well)"
)
_NOT_TREATED_BOTH = (
    r"(?!(?:in|with|for|after|by) (?:both|all|either|each|the (?:two|three)) (?:\S+ ){0,2}?"
    r"(?:preparations?|products?|exosomes?|vesicles?|s?evs?|exos?|types|formulations?|treated)\b|"
    r"(?:with|by|after) (?:both|either) [.,;]|"
    r"(?:in|for) (?:both|all|each) (?:\S+ )?arms\b)"
)
"""Both are preparations: what they do alike is done."""
SUBJECT_VERB = lazily(
    rf" (?:{_REMAIN} {_LY}(?:{_STILL}|{_SIMILAR})|stayed (?:put|level)|stood still|held steady"
    r"|took no notice"
    r"|(?<=ed )as usual(?= [.,;])"
    rf"|(?:was|were) {_LY}just as {_ADJECTIVE}(?= [.,;]| (?:in|with|after|under) (?:the )?"
    r"(?:treated|injected|exosomes|vesicles|s?evs))|(?:was|were) (?:\S+ )?"
    r"in (?:undiminished|unchanged|equal) "
    r"(?:numbers?|amounts?|quantit\S+|strength|force)"
    rf"|(?:was|were) {_LY}{_ADJECTIVE} (?:with|in) (?:and|or) without\b"
    r"|(?:was|were) \S+ed (?:just )?as (?:\S+ly|much|well|fast) as (?:ever|before)\b"
    rf"|(?:was|were|measured|averaged) (?:about )?\d\S* (?:\S+ )?with \S+ (?:and|or) (?:with )?"
    rf"{_UNTREATED} alike\b"
    rf"|(?:stayed|stays|remained|remains) {_LY}the same\b(?! (?:whatever|whichever|no matter))"
    r"|(?:equal|(?:the )?same|similar|comparable|identical|alike) (?:in (?:all|both|every|the "
    r"(?:two|three|four)) (?:\S+ )?(?:groups?|arms?)|with (?:and|or) without|with both)"
    r"(?= (?:[^\s@]+ ){0,4}?(?:[.,;]|$))"
    r"|(?<=\d )(?:equal|the same)(?= (?:[.;]|$))"
    rf"|: (?:no {_ADJ}{_CHANGE}|{_LY}(?:not {_LY}(?:different|changed|altered|affected|significant)"
    r"|unchanged|unaltered|unaffected|identical|similar|comparable|stable|(?:the )?same|"
    r"normal (?:in all|"
    r"throughout)))"
    r"(?! (?:on|in|of|for|upon) (?:\S+ )?@)"
    rf"|(?:was|were|is|are|been|being) {_LY}(?:not|hardly|scarcely|barely|little) {_LY}"
    r"(?:different|"
    r"changed|altered|affected|influenced|modified|impacted|touched|disturbed|perturbed|swayed|"
    r"distinguishable)"
    rf"|(?:did|does|do|could) {_LY}not {_LY}(?:differ|change|vary|respond|budge|shift|move|alter|"
    r"react|deviate)\b"
    rf"|{_REMAIN} (?:\S+ ){{0,6}}?(?:irrespective|regardless) of (?:the )?(?:treatment|group)"
    rf"|{_REMAIN} {_LY}the same (?:whatever|whichever|no matter)\b"
    r"|(?:remained|remains|stayed) (?:abnormally |persistently )?"
    r"(?:elevated|raised|high|abnormal|(?:depressed|subnormal|suppressed|depleted|low|activated|"
    r"inflamed|thickened|impaired|enlarged|swollen|"
    r"stiff|weak|poor|deficient|disturbed|deranged|pathological)\b"
    rf"(?! (?:in|with|among|after) (?:the )?(?:\S+ )?{_UNTREATED}))\b"
    r"|(?:gained|gains|profited|changed|improved) (?:nothing|not at all|in no way)\b"
    r"|(?:gave|showed|bore|betrayed|displayed) no (?:signs?|traces?|hints?|evidence) of (?:any )?"
    r"(?:change|difference|alteration|an effect|effect)\b"
    r"|(?:failed|refused) to (?:respond|react|change|budge|shift|move|alter|differ)\b"
    r"|did not depend on (?:the )?(?:treatment|therapy|group|exosomes|vesicles|injections?)"
    rf"|(?:equalled|equaled|matched|paralleled|resembled) (?:that|those) (?:of|in|after) (?:the )?"
    rf"(?:\S+ )?{_UNTREATED}"
    r"|(?:was|were|averaged|amounted to|came to|measured|weighed|stood at) (?:about |"
    r"some )?\d\S* (?:\S+ ){0,4}?(?:in|for|"
    r"with) (?:both|all|either|each of|the (?:two|three)) "
    rf"(?!.* \d\S* (?:\S+ ){{0,4}}?(?:in|for|with|after) (?:the )?(?:\S+ )?{_UNTREATED})"
    r"|(?:progressed|worsened|advanced|deteriorated|developed|declined|fell|rose|increased|"
    r"decreased|healed|closed|grew|shrank|recovered|dropped|climbed|proceeded|went on|spread|"
    r"evolved|occurred|arose|appeared|set in|recurred)"
    rf" {_LY}(?:(?:just|quite|exactly) )?as (?:\S+ly|fast|much|far|badly|soon|early|often|"
    rf"long|hard|"
    r"well) (?:in|with|after|under|among|for) (?:[^\s@]+ ){1,5}?as (?:in|with|after|under|"
    r"among|for|"
    rf"without) (?:the )?(?:\S+ )?{_UNTREATED}\b"
    r"|(?:was|were) (?:left )?(?:out of (?:the picture|account|reach)|outside the reach|beyond the "
    r"reach|beyond reach)(?= (?:by|of|for)\b| [.,;:])"
    r"|(?:was|were) left (?:alone|as (?:it|they) (?:was|were)|in peace)(?= (?:by|with|after)\b)"
    rf"|(?:{_REMAIN}|was left|were left) (?:just |exactly )?where (?:the )?(?:\S+ )?{_UNTREATED} "
    r"(?:\S+ )?(?:left|put|kept|placed|brought|set) (?:it|them)"
    r"|(?:(?:was|were|became|grew) )?neither (?:higher nor lower|lower nor higher|better nor worse|"
    r"worse nor better|(?:more|better) nor (?:fewer|less|worse)|(?:fewer|less) nor more|"
    r"more \S+ nor less|less \S+ nor more|larger nor smaller|smaller nor larger|"
    r"rose nor fell|fell nor rose|increased nor decreased|decreased nor increased|improved nor "
    r"(?:worsened|deteriorated)|greater nor (?:smaller|less)|faster nor slower|"
    r"(?:raised|increased|elevated|enhanced|stimulated|promoted|accelerated|improved|induced|"
    r"activated|augmented|upregulated|triggered) nor (?:lowered|decreased|reduced|diminished|"
    r"inhibited|suppressed|delayed|slowed|worsened|blocked|prevented|impaired|attenuated|"
    r"downregulated|repressed)"
    r"|(?:lowered|decreased|reduced|inhibited|suppressed|blocked|impaired|downregulated) nor "
    r"(?:raised|increased|enhanced|stimulated|promoted|improved|induced|activated|upregulated))"
    rf"|(?:was|were) {_LY}{_SEEN} (?:in|at) (?:similar|equal|comparable|identical|the same) "
    r"(?:amounts?|levels?|numbers?|quantity|quantities|concentrations?|degrees?|proportions?) "
    rf"(?={_EITHER})"
    r"|(?:(?:was|were) )?\S+ in (?:both|all|the two) (?:\S+ )?(?:arms|groups) without (?:an? |"
    r"any )?(?:\S+ )?differences? (?:between (?:them|the \S+|groups|arms) )?(?=[.;])"
    r"|(?:(?:was|were) )?\S+ (?:(?:equally|similarly|alike)(?: fast| quickly| well| much)?|"
    r"(?:to|by) (?:the same|an? (?:similar|equal|identical|comparable)) (?:extent|degree|amount)|"
    r"at (?:the same|an? (?:equal|similar)) (?:pace|rate|speed)|by as much|just as (?:much|fast)) "
    rf"(?={_EITHER}){_NOT_TREATED_BOTH}"
    rf"|(?:occurred|arose|developed|appeared|ensued|recurred|died|closed|healed|(?:was|were) "
    rf"{_LY}\S+) (?:(?:equally|similarly) {_OFTEN} (?=[.,;]|{_EITHER})|"
    rf"(?:just |about )?as {_OFTEN} (?:(?!than )\S+ ){{1,6}}?as (?:with|in|after|under|among|for|"
    rf"without) (?:(?:the )?(?:\S+ )?{_UNTREATED}|[.,;]))"
    r"|(?:was|were) (?:\S+ly )?(?:changed|altered|affected|influenced|modified|different) "
    r"(?:neither|by neither|by none|by no)\b"
    r"|could not be (?:told apart|distinguished|discriminated|separated)"
    r"|(?:was|were) (?:not (?:seen|found|noted|different|measurable|detectable|observed|obvious)|"
    r"un\S+) (?:by|in|with|after) (?:any|either) (?:\S+ )?"
    r"(?:preparations?|"
    r"treatments?|groups?|products?)"
    rf"|(?:has|have|had|do|does|did) not (?:have |had |has )?(?:\S+ )?"
    r"(?:statistical|statistic|significant|significance|obvious) (?:differences?|changes?|changing)"
    rf"|(?:has|had|have|showed|shows|show|exhibited|displayed|with(?!.* (?:in|of) (?:\S+ )?@)) no "
    rf"{_ADJ}(?:differences?|changes?|alterations?|variations?|responses?|reactions?)"
    rf"|(?:did|does|do) not (?:show|exhibit|display|undergo) (?:any |a )?{_ADJ}(?:differences?|"
    r"changes?|alterations?)"
    r"|(?:did not reach|failed to reach|missed|fell short of) (?:statistical |conventional )?"
    r"(?:levels? of )?significance"
    r"|(?:hardly|scarcely|barely|never) (?:changed|differed|varied|moved|budged|responded|"
    r"shifted)\b"
    r"|\S+ at (?:the|its|their) (?:usual|normal|customary|ordinary|expected|same|old) (?:pace|"
    r"rate|speed|tempo)(?= [.,;])|(?:responded|reacted) to (?:neither|none)\b"
    r"|overlapped (?=(?:between|among|across|in|\.))"
    r"|(?:was|were) not among (?:the )?(?:\S+ ){0,3}?(?:affected|changed|altered|regulated)"
    r"|(?:differed|changed|varied|moved) (?:little|not|hardly|(?:only|but) (?:marginally|slightly|"
    r"minimally|little|within)|by (?:less than|no more than|under)))",
    needs=(
        " as ", " at ", " un", " no", "neither", "same", "similar", "equal", "comparable",
        "identical", "alike", "level", "stable", "constant", "indistinguishable", "resistant",
        "immune", "insensitive", "indifferent", "refractory", "impervious", "independent",
        " where ", " what ", "flat", "within", " on a ", "remain", "stayed", "still", "steady",
        "without", "hardly", "scarcely", "barely", "little", "irrespective", "regardless",
        "failed", "refused", "matched", "parallel", "resembled", " both ", " all ", " either ",
        " each ", " the t", "missed", "fell short", "never", "overlapped", "differed", "changed",
        "varied", "moved",
    ),
)  # fmt: skip
NEITHER = lazily(
    rf" neither (?:\S+ ){{1,16}}?(?P<verb>(?:differed|changed|varied|responded|budged|moved|"
    rf"reacted|shifted|(?:was|were) {_LY}(?:changed|"
    r"altered|affected|influenced|different|modified))) "
)
OBJECT_OF = lazily(
    r" (?:(?:not|unable to|failed to|never) (?:detect|find|observe|see|show|demonstrate|note|"
    r"identify|confirm|reveal|produce|elicit|cause|bring about|yield|induce|achieve) (?:any|an)|"
    r"(?:neither|none|nobody|no(?: \S+)?)(?: \S+){0,6}? (?:found|saw|detected|reported|observed|"
    r"noted|noticed|showed|revealed|described|had) (?:any|an?)|"
    r"no|not(?= (?:any |\S+ )?(?:difference|change|effect)s?\b)|without|without any|without an?|"
    r"lack of any|lack of|nor any|hardly any|little|"
    r"(?:an?|only an?) (?:negligible|trivial|insignificant|non - significant|non-significant)|"
    r"unable to \S+ any|not (?:accompanied|paralleled|followed|matched) by (?:any|an?)|"
    r"nothing (?:suggested|indicated|revealed|showed|pointed to|spoke for) (?:any|an?))"
    rf" {_ADJ}{_CHANGE} (?P<mid>(?:(?!and |but |@|[;:])\S+ ){{0,11}}?)"
    r"(?P<by>in|on|upon|over|for|about|as to|regarding|concerning|with regard to|with respect to|"
    r"in terms of)"
    r" (?=\S)",
    needs=(
        " no", "without", "neither", "never", "lack", "hardly", "little", "unable", "failed",
        "negligible", "trivial", "insignificant",
    ),
)  # fmt: skip
FRONTED = lazily(
    r"^ (?:on|upon|about|as to|as for|as regards|regarding|concerning|with regard to|"
    r"with respect to) (?P<what>(?:\S+ ){1,9}?)(?:, )?(?:(?:there was|there were|we (?:found|saw|"
    r"observed|noted)|it was) (?:no|not)|(?:(?:the|these) )?(?:exosomes|vesicles|s?evs|treatment|"
    rf"they|it|~) (?:was|were|had|showed|proved) (?:without|no)) {_ADJ}{_CHANGE}"
)
"""What no difference was seen in, told first: "as for X, there was no difference"."""
FRONTS = (" on ", " upon ", " about ", " as ", " regarding ", " concerning ", " with ")
_CAME = (
    rf"(?:(?:was|were|being|could be) {_LY}{_SEEN}|occurred|"
    r"(?:was|were) (?:provoked|induced|triggered|elicited|evoked|produced)|"
    r"arose|appeared|developed|formed|grew|followed|resulted)"
)
RESPONSE_OF = lazily(
    r" (?:(?:did not reach|failed to reach|missed|without reaching|fell short of) (?:statistical )?"
    r"significance|significance was not (?:reached|attained|achieved)) (?:for|in|with regard to|"
    r"with respect to|as regards) (?=\S)|"
    r" no (?:\S+ ){0,2}?(?:responses?|reactions?|alterations?|changes?|modifications?|"
    r"differences?) "
    r"(?:(?:was|were) \S+ )?of (?=\S)"
    r"|(?:made|makes|making) (?:no|little|hardly any) difference to (?=\S)"
    rf"|(?:did not|do not|failed to) differ (?:\S+ )?from (?:the |those of |that of )?(?:\S+ )?"
    rf"{_UNTREATED}(?: \S+)? (?:in|as to|as regards|in terms of|with respect to|regarding) (?=\S)"
    r"|(?:differed|changed|varied|improved) neither (?:in|as to|with respect to) (?=\S)"
    r"|(?:,|but|and) none (?:in|on) (?=\S)"
    rf"| (?:no|neither|nor any) {_ADJ}(?:(?:signs?|evidence|indications?) of )?"
    r"(?=(?:(?!of|in)\w+ )?(?:@\d+|\w+(?= , @)) "
    r"(?:(?:, |or |nor |and )+(?:\w+ ){0,2}?(?:@\d+|\w+) )"
    rf"{{1,4}}(?:(?!@|but )\S+ ){{0,4}}?(?:{_CAME}|(?:was|were) {_LY}attributed|{_SEEN} ))",
    needs=(" no", "neither", "significance", "differ", "changed", "varied", "improved"),
)
NOT_SHOWN = lazily(
    rf" (?:{_CHANGE}|responses?) (?:of (?:\S+ ){{1,4}}?)?(?:in|of|on|upon|for|as to) "
    r"(?P<what>(?:\S+ ){1,7}?)(?:(?:(?:was|were) (?:not|never)|could not be|has not been) "
    rf"{_LY}(?:{_SEEN}|significant|important|relevant)|(?:was|were) {_LY}(?:nil|negligible|absent|"
    r"lacking|trivial|insignificant|minimal|non-?significant|immaterial|too small))",
    needs=(
        "not ", "never", "nil", "negligible", "absent", "lacking", "trivial", "insignificant",
        "minimal", "nonsig", "non-sig", "immaterial", "too small",
    ),
)  # fmt: skip
INVERTED = lazily(
    r"^ (?:also )?(?:unchanged|unaltered|unaffected|not (?:affected|changed|altered|influenced)|"
    r"(?:similar|equal|the same) (?:in \S+ (?:\S+ )?)?)(?:,? (?:too|also|likewise),?)? "
    r"(?:(?:by|with|after) (?:the )?\S+ )?(?:was|were) (?:also )?(?=\S)"
)
LEFT = lazily(
    r" (?:left|leaves|leaving|leave) (?P<what>(?:\S+ ){1,6}?)(?:as (?:it|they) (?:was|were|had "
    rf"been)|as {_ADJECTIVE} as (?:before|in|with|it|they|that|those)|alone|untouched|undisturbed|"
    r"where (?:it|they) (?:was|were)|"
    rf"where (?:the )?(?:\S+ )?{_UNTREATED} (?:\S+ )?(?:left|put|had|kept|placed|brought) "
    r"(?:it|them))"
)
ALIKE = lazily(
    r" (?:a |an |the )?(?:similar|comparable|equal|identical|equivalent|same) (?=(?:\S+ ){0,4}?@)"
)
GROUPS = lazily(
    rf" (?:groups?|arms?|both|either|{_UNTREATED})(?= )|with (?:and|or) without|two sides",
    needs=(
        " group", " arm", " both", " either", " control", " untreated", " saline", " vehicle",
        " pbs", " placebo", " mock", " buffer", " pre", "without", "two sides",
    ),
)  # fmt: skip
GROUPS_DIFFER = lazily(
    r" (?:(?:did|do) not differ|differed not|(?:no longer|neither \S+ \S+ \S+) differed|"
    rf"(?:was|were) {_LY}(?:similar|comparable|alike|equal|identical|indistinguishable|(?:no|not) "
    rf"different|evenly matched)|nothing to choose(?: (?!in )\S+){{0,4}}|could not be told apart) "
    rf"{_LY}"
    r"(?:in|in terms of|with respect to|with regard to|as regards|in respect of|regarding) (?=\S)"
)
PERSISTED = lazily(
    r" (?:persisted|lingered|(?:was|were) still (?:present|evident|apparent|there|visible|"
    r"detectable)|(?:progressed|continued|went on|advanced|went) (?:unchecked|"
    r"unabated|regardless|undeterred|unhindered|undisturbed|unimpeded|undiminished|all the same|"
    r"as before)|(?:progressed|worsened|continued|deteriorated|advanced|developed|increased|"
    rf"occurred|recurred) (?:despite|in spite of|notwithstanding) (?:the )?{_GIVEN})\b"
    rf"(?! (?:in|among) (?:the )?(?:\S+ )?{_UNTREATED})",
    needs=(
        "persisted", "lingered", "still", "progressed", "continued", "went", "advanced", "despite",
        "spite", "notwithstanding",
    ),
)  # fmt: skip
BETTER = lazily(r" (?:benefits?|improvements?|gains?) ")
_SOUND = (
    r"(?:(?:(?:that|those|the levels?|levels?|values?) (?:of|in) )|in |of )?(?:the )?(?:\S+ - )?"
    rf"(?:{SOUND})(?!\w)"
)
AS_HEALTHY = lazily(rf" ?(?:from |to |with |as )?{_SOUND}")
LIKE_HEALTHY = lazily(
    rf" (?:{_REMAIN} {_LY}(?:nearly |virtually |close )?)?"
    r"(?:no different from|indistinguishable from|(?:similar|comparable|equal|identical|close) to|"
    rf"on a (?:par|level) with|the same as|as {_ADJECTIVE} as|at the (?:same )?levels? (?:as|of)|"
    r"(?:almost |nearly |virtually )?(?:matched|equalled|equaled|resembled|approached|reached|"
    r"attained|approximated)|(?:did|does) not differ from|within the range of) "
    rf"(?:almost |nearly |virtually )?{_SOUND}",
    needs=("sham", "naive", "healthy", "normal", "intact", "wild", " un", "non"),
)
SET_AGAINST = lazily(
    r"^ (?:and |but |while |whereas )?(?:in contrast to|contrary to|unlike|as opposed to|"
    r"apart from|besides|beyond|except for|save for|aside from|other than|different from) "
    r"[^,;]{1,60}, "
)
"""What an outcome is set against before it is told: "unlike X, Y did not change"."""
OBJECT = lazily(r" (?:the |its |their |any |serum |either )?@")
VERB_OF = lazily(
    r" (?:failed to|fails to|did not|does not|do not|could not|cannot|without|unable to|"
    rf"was not able to|not) {_LY}(?:change|changing|alter|altering|affect|affecting|influence|"
    r"influencing|modify|modifying|impact|impacting|touch|touching|disturb|disturbing|perturb|"
    r"perturbing|sway|swaying) (?=\S)",
    needs=("not", "fail", "without", "unable"),
)
ELIDED = lazily(
    r" (?:was|were|did|had|does|do|is|are) not(?: do so)? (?=[.,;:(\[])"
    r"|(?<=\d) not (?:at all |so )?(?=[.,;])"
)
NOR = lazily(
    r" (?:nor|neither) (?:was|were|did|has|had|is|are|does|do) (?:the |its |their )?(?=\S)"
)
NOT_CONFIRMED = lazily(
    r" (?:(?:could|did|was|were|has|have) not(?: able to)? |failed to |unable to |cannot )"
    r"(?:confirm|reproduce|replicate|verify|corroborate|repeat) (?:the|this|that|an?|any|these) "
    r"(?:\S+ )?"
    rf"{_CHANGE} (?:(?:of|with|from|by) (?:\S+ ){{1,6}}?)?(?:in|on|upon|for|of) (?=\S)"
    r"|(?:effects?|benefits?|protection|improvements?|actions?|efficacy|influence) "
    r"(?:(?:did|does) not|failed to) (?:extend|apply|carry over|spread|pertain) to (?=\S)"
    rf"|(?:this|it|that|such|the same) (?:was|is) not {_LY}(?:the case|true|so|{_SEEN}) "
    r"(?:for|with|as regards|with regard to) (?=\S)"
    rf"|no such {_CHANGE} (?:was|were) {_SEEN} (?:for|with) (?=\S)"
    r"|nothing (?:was|has been|is) (?:gained|achieved|won) "
    r"(?:for|in|with regard to|as regards) (?=\S)"
)
NO_BETTER = lazily(
    r" (?:(?:no|not)(?: \S+ly)? (?:better|superior|more (?:effective|efficacious|useful|active|"
    r"potent))|did not (?:outperform|surpass|beat|exceed|outdo)) "
    rf"(?:than |to )?(?:the |a )?(?:\S+ )?{_UNTREATED} (?:\S+ )?"
    r"(?:for|in|at|against|on|as regards|with regard to|with respect to|in terms of) "
    r"(?:(?:lower|reduc|rais|improv|reliev|eas)ing )?(?=\S)"
)
HELPLESS = lazily(
    r" (?:ineffective|ineffectual|inefficacious|powerless|helpless|useless|inactive|"
    r"(?:of )?no (?:use|avail|help|value|match)|without (?:avail|success|benefit|value)|"
    r"no (?:\S+ )?(?:protection|relief|defen[cs]e|benefit|help|advantage|improvement|gain|"
    r"preservation)|(?:did|does|do|achieved|availed|helped) (?:little|nothing)|"
    r"(?:neither|none|no) (?:\S+ ){1,5}?did (?:anything|much)) "
    r"(?:was (?:\S+ )?|were (?:\S+ )?)?"
    r"(?:against|from|for|in|on|with regard to|with respect to|as regards|in terms of) (?=\S)",
    needs=(
        "ineff", "powerless", "helpless", "useless", "inactive", " no", "without", "little",
        "neither",
    ),
)  # fmt: skip
UNDONE = lazily(
    r" (?:(?:inhibition|knockdown|silencing|blockade|depletion|deletion|loss|removal|absence) of ~|"
    r"(?:~|its|their) (?:inhibitor|inhibition|knockdown|silencing|antagomir|sponge|depletion|"
    r"deletion|removal)|antagomir - \S+) (?:(?!@|not)\S+ ){0,6}?"
    r"(?:abolished|abrogated|cancelled|canceled|erased|removed|undid|negated|blunted|weakened|"
    r"eliminated|nullified|did away with|wiped out|took|stole|deprived|stripped) "
    r"(?:(?!@)\S+ ){0,5}?(?:effects?|influence|impact|actions?|benefits?) "
    r"(?:of (?:(?!@)\S+ ){1,3})?(?:on|upon) (?=\S)"
)
"""A loss of the miRNA that takes the effect on an outcome away."""
DEPRIVED = lazily(
    r" (?:lost|lose|losing|cost (?:(?!@|nothing)\S+ ){1,4}?|lacked|lacking|"
    r"(?:devoid|deprived|bereft|robbed|stripped) (?:(?!@)\S+ ){0,4}?of) ?"
    r"(?:(?:all|any|much|most|part) (?:of )?)?"
    r"(?:(?:their|its|any|the) )?(?:(?!@)\S+ )?"
    r"(?:effects?|influence|impact|actions?|benefits?|advantage|hold|grip|potency) "
    r"(?:on|upon|in|over|against|as regards|with regard to|with respect to) (?=\S)"
)
_HARM = (
    r"(?:(?:(?:[\w~]+ - )?"
    r"(?:related|emergent|associated) |serious |severe |major |minor |local |acute |systemic )*"
    r"(?:(?:adverse|untoward|toxic|allergic|immune|infusion|injection|hypersensitivity|"
    r"anaphylactic)"
    r"(?: site)? (?:\S+ ){0,2}(?:events?|effects?|reactions?)|(?:ocular|systemic|hepatic|renal|"
    r"cardiac|neurological|local|procedural|postoperative|treatment-related) adverse (?:events?|"
    r"effects?|reactions?)|side[ -]+effects?|toxicit(?:y|ies)"
    r"|complications?|safety (?:concerns?|signals?|issues?))|signs of (?:\S+ )?toxicity|"
    r"(?:\S+ ){0,3}(?:irritation|toxicity|rejection|tumou?rs?|teratomas?))"
)
SHORT_OF = lazily(
    r" (?:(?:did not|failed to|never|could not) (?:\S+ly )?(?:reach|attain|regain|approach|match)|"
    r"fell short of|stayed below|remained below) (?:the |that of |those of )?(?:\S+ )?"
    r"(?:control|controls|normal|baseline|healthy|sham|preinjury|youthful|young|uninjured)\b"
)
SPARED = lazily(
    rf"^ (?:but|whereas|while|whilst|although|though|yet) (?:\S+ ){{1,9}}?"
    rf"(?P<verb>was|were) {_LY}spared\b"
)
HARMED = lazily(
    rf" (?P<what>{_HARM}) (?:(?!@)\S+ ){{0,4}}?(?:(?:was|were|remained) {_LY}(?:{_STILL}|"
    rf"{_SIMILAR}|evenly distributed|evenly balanced|equally (?:frequent|common))|did not differ)",
    needs=(
        "event", "effect", "reaction", "toxicit", "complication", "safety", "irritation",
        "rejection", "tumo", "teratoma",
    ),
)  # fmt: skip
BOTH_HARMS = lazily(
    rf" neither (?:\S+ ){{1,4}}?nor (?P<what>{_HARM}) (?:was|were) {_LY}{_SEEN}"
)
TOXIC = lazily(r"adverse|side[ -]|toxic|safety|complic|untoward|reaction|local irritation")
TUMOR = lazily(r"(?:tumou?rs?|teratomas?|neoplasms?)", re.I)
EVENT = lazily(
    r"(?:regenerat|repair|heal|clos|recover|formation|format|growth|genesis|osteogen|restor|"
    r"pigment|ossif|remyelinat|vasculari|protect)\w*", re.I
)
"""Good outcomes that come about or do not, unlike those that are more or less."""
NONE_SEEN = lazily(
    rf" (?:no|neither|without|without any|nor any|free of|not (?:accompanied|followed) by(?: any)?|"
    r"not (?:reveal|show|disclose|indicate|point to)(?: any)?)"
    rf" {_ADJ}"
    rf"(?:(?:clinical |histological )?(?:signs?|evidence|indications?) of )?"
    rf"(?:(?P<pair>(?:@\d+|\w+) (?:or|and)) )?(?P<what>(?:@\d+|{_HARM}))"
    rf"(?= (?:(?!@|and |but )\S+ ){{0,6}}?{_CAME}| [.,;]| $| "
    rf"(?:was|were) {_LY}(?:attributed|related|attributable|linked|due) )",
    needs=(" no", "neither", "without", "free of"),
)
THERE_WAS_NO = lazily(
    rf" there (?:was|were) no {_ADJ}(?:(?:clinical |histological )?(?:signs?|evidence) of )?"
    rf"(?:(?P<pair>(?:@\d+|\w+) (?:or|and)) )?(?P<what>(?:@\d+|{_HARM}))"
    r"(?= (?:in|with|among|after|under|following|at|on|or|when|at)\b| [.,;]| $)"
)
NOT_SEEN = lazily(
    rf" (?P<what>(?:@\d+|{_HARM})) (?:(?!@)\S+ ){{0,4}}?(?:(?:was|were) {_LY}(?:not|never) {_LY}"
    rf"{_SEEN}|did not (?:occur|arise|appear|develop|follow(?! (?:the|this|suit)\b)))",
    needs=(" not ", " never "),
)
AS_MANY = lazily(
    r" as (?:many|much|few|little) (?:\S+ )?(?P<what>@\d+) (?:\S+ ){0,7}?as "
    rf"(?:in|with|after|under) (?:the )?(?:\S+ )?{_UNTREATED}\b"
)
IN_WHAT = lazily(r" (?:in|of|for) (?:(?!by |with |after )\S+ ){0,3}?@")
"""What shows no change is no outcome where one comes behind: "MRI showed no change in X"."""


_PREPOSED = frozenset("in with after by under for of from among".split())
_SHAM = frozenset("pbs saline vehicle placebo medium liposomes buffer controls control".split())


def names_doer(soft: list[Found], row: list[Unit], subject: list[tuple[str, int]]) -> bool:
    """Whether vesicles by a short name, or what stands for no treatment, are a subject.

    Args:
        soft: The vesicles and cells of the block.
        row: The units of the sentence.
        subject: The words of the subject, each with its unit.
    """
    if not subject or subject[0][0] in _PREPOSED:
        return False
    begin, end = row[subject[0][1]].first, row[subject[-1][1]].last
    short = any(v.kind == "vesicle" and begin <= v.first < end for v in soft)
    return short or not _SHAM.isdisjoint(word for word, _ in subject)
