"""Diseases told by what was done to a part of the body: "torn supraspinatus", "transection of the
facial nerve", "livers subjected to warm ischaemia", "mice whose corneas had been debrided".

A part of the body and a kind of harm make the name of a disease of the lexicon; such a name stands
for the disease where the words say no better one.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.components.found import Found
from extractor.records import Mention
from extractor.rules import Rules
from extractor.tokens import Tokens


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(text: str) -> dict[str, dict[str, str]]:
    """Parts of the body to the disease that each kind of harm makes of them."""
    out: dict[str, dict[str, str]] = {}
    for line in " ".join(text.split()).split(".")[:-1]:
        names, harms = line.split(":")
        made = dict(part.strip().split("=") for part in harms.split(";"))
        for name in names.split(","):
            out[" ".join(name.split())] = made
    return out


_PARTS = _table(
    """
    cornea, corneas, corneal epithelium, corneal stroma: cut=corneal injury; burn=corneal
      alkali burn.
    achilles tendon, patellar tendon, flexor tendon, tendon, tendons, rotator cuff, cuff,
      supraspinatus, infraspinatus, supraspinatus tendon, superficial digital flexor, sdft,
      enthesis: cut=tendon injury.
    facial nerve, facial nerves, buccal branch: cut=facial nerve injury.
    optic nerve, optic nerves: cut=optic nerve injury.
    cavernous nerve, cavernous nerves: cut=erectile dysfunction.
    brachial plexus: cut=brachial plexus injury.
    nerve, nerves, sciatic nerve, sciatic nerves, tibial nerve, peroneal nerve, median nerve,
      ulnar nerve, femoral nerve, laryngeal nerve, alveolar nerve, pudendal nerve, saphenous
      nerve: cut=peripheral nerve injury.
    spinal cord, spinal cords, thoracic cord, cervical cord, cord: cut=spinal cord injury;
      ischemia=spinal cord ischemia-reperfusion injury.
    femoral head, femoral heads: necrosis=osteonecrosis of the femoral head;
      ischemia=osteonecrosis of the femoral head.
    jaw, jaws, jawbone: necrosis=osteonecrosis of the jaw; fracture=fracture; cut=bone defect.
    meniscus, menisci: cut=meniscus injury.
    anterior cruciate ligament, cruciate ligament, collateral ligament, acl, mcl, ligament,
      ligaments: cut=ligament injury.
    cartilage, articular cartilage, trochlea: cut=cartilage defect.
    growth plate: cut=growth plate arrest.
    muscle, muscles, gastrocnemius, tibialis anterior, quadriceps, soleus, masseter,
      hamstring: cut=muscle injury; ischemia=hindlimb ischemia; atrophy=muscle atrophy.
    hindlimb, hind limb, hindlimbs, hind limbs, limb, limbs, leg, legs: ischemia=hindlimb
      ischemia.
    femoral artery, femoral arteries, iliac artery: tied=hindlimb ischemia; cut=vascular
      injury.
    carotid artery, carotid arteries, carotid, aorta, artery, arteries: cut=vascular injury.
    skin, dorsal skin: cut=skin wound; burn=burn; radiation=radiation dermatitis.
    flap, flaps, skin flap, skin flaps: ischemia=skin flap ischemia; necrosis=skin flap
      ischemia.
    heart, hearts, myocardium, left ventricle: cut=myocardial injury; ischemia=myocardial
      ischemia; reperfusion=myocardial ischemia-reperfusion injury; arrest=cardiac arrest;
      infarct=myocardial infarction; graft=heart transplantation.
    kidney, kidneys, renal cortex: cut=kidney injury; ischemia=renal ischemia-reperfusion
      injury; reperfusion=renal ischemia-reperfusion injury; tied=renal ischemia-reperfusion
      injury; obstruction=obstructive nephropathy; death=renal ischemia-reperfusion injury;
      graft=kidney transplantation.
    pedicle, pedicles, renal pedicle, renal pedicles, renal artery, renal arteries: tied=renal
      ischemia-reperfusion injury.
    ureter, ureters: tied=obstructive nephropathy; obstruction=obstructive nephropathy.
    liver, livers, hepatic lobe, hepatic lobes: cut=liver injury; ischemia=hepatic
      ischemia-reperfusion injury; reperfusion=hepatic ischemia-reperfusion injury;
      death=hepatic ischemia-reperfusion injury; tied=hepatic ischemia-reperfusion injury;
      graft=liver transplantation.
    portal triad, hepatic pedicle: tied=hepatic ischemia-reperfusion injury.
    lung, lungs: cut=lung injury; ischemia=lung ischemia-reperfusion injury; reperfusion=lung
      ischemia-reperfusion injury; radiation=radiation-induced lung injury; death=lung
      ischemia-reperfusion injury; graft=lung transplantation.
    hilum, lung hilum, pulmonary hilum: tied=lung ischemia-reperfusion injury.
    islet, islets, pancreatic islets: graft=islet transplantation.
    thorax, chest: radiation=radiation-induced lung injury.
    brain, brains: cut=brain injury; ischemia=ischemic stroke; radiation=radiation-induced
      brain injury; contusion=traumatic brain injury; infarct=ischemic stroke.
    cerebral cortex, motor cortex, cortex: contusion=traumatic brain injury; ischemia=ischemic
      stroke; infarct=ischemic stroke.
    head: radiation=radiation-induced brain injury.
    retina, retinas, retinae: cut=retinal injury; ischemia=retinal ischemia;
      reperfusion=retinal ischemia; detachment=retinal injury.
    ovary, ovaries: cut=premature ovarian insufficiency; torsion=ovarian ischemia-reperfusion
      injury; ischemia=ovarian ischemia-reperfusion injury; radiation=premature ovarian
      insufficiency.
    testis, testes, testicle, testicles, spermatic cord: cut=testicular injury;
      torsion=testicular injury; ischemia=testicular injury; radiation=testicular injury.
    uterus, uteri, uterine horn, uterine horns, endometrium, uterine wall: cut=intrauterine
      adhesion; curettage=intrauterine adhesion.
    bladder, bladders: obstruction=bladder outlet obstruction.
    bladder neck, bladder outlet: obstruction=bladder outlet obstruction; tied=bladder outlet
      obstruction.
    urethra, urethras: cut=urethral stricture; burn=urethral stricture.
    vagina: cut=vaginal injury.
    anal sphincter, anal sphincters: cut=anal sphincter injury.
    trachea, tracheas: cut=tracheal stenosis.
    vocal fold, vocal folds, vocal cord, vocal cords: cut=vocal fold injury.
    esophagus, oesophagus: cut=esophageal stricture; burn=esophageal stricture.
    eardrum, eardrums, tympanic membrane, tympanic membranes: cut=tympanic membrane
      perforation.
    cochlea, cochleae, cochleas, inner ear: cut=hearing loss; ischemia=hearing loss.
    pulp, pulps, dental pulp, root canal, root canals: cut=dental pulp injury; exposure=dental
      pulp injury; emptying=dental pulp injury.
    calvaria, calvarias, skull, skulls, mandible, mandibles, parietal bone, cranium: cut=bone
      defect; fracture=fracture.
    femur, femurs, femora, tibia, tibiae, tibias, radius, ulna, fibula, rib, ribs, humerus,
      bone, bones: fracture=fracture; cut=bone defect.
    intestine, intestines, small intestine, gut, bowel, ileum, jejunum, colon: cut=intestinal
      injury; ischemia=intestinal ischemia-reperfusion injury; radiation=radiation enteritis;
      reperfusion=intestinal ischemia-reperfusion injury.
    abdomen, pelvis: radiation=radiation enteritis.
    mesenteric artery: tied=intestinal ischemia-reperfusion injury.
    caecum, cecum: tied=sepsis; cut=abdominal adhesion.
    peritoneum, abdominal wall, parietal peritoneum, uterine serosa: cut=abdominal adhesion.
    bile duct, bile ducts: tied=cholestasis; obstruction=cholestasis; cut=biliary stricture.
    stomach, stomachs, gastric mucosa: cut=gastric ulcer; ulceration=gastric ulcer.
    disc, discs, disk, disks, intervertebral disc, intervertebral discs, annulus fibrosus:
      puncture=intervertebral disc degeneration; cut=intervertebral disc degeneration.
    salivary gland, salivary glands, parotid gland, parotid glands, parotids, submandibular
      gland, submandibular glands: radiation=xerostomia; cut=xerostomia.
    lacrimal gland, lacrimal glands: cut=lacrimal gland injury.
    tongue, tongues, oral mucosa, oral cavity: cut=oral wound; radiation=mucositis.
    palate, palatal mucosa, gingiva, cheek pouch, cheek pouches, buccal mucosa: cut=oral
      wound.
    bone marrow, marrow: radiation=radiation-induced bone marrow injury.
    middle cerebral artery: tied=ischemic stroke.
    left anterior descending artery, coronary artery, coronary arteries: tied=myocardial
      infarction.
    """
)
_LONGEST = max(len(name.split()) for name in _PARTS)
_OPENING = frozenset(name.split()[0] for name in _PARTS)


def _forms(text: str) -> dict[str, str]:
    """Words to the kind of harm that they tell of."""
    out = {}
    for line in " ".join(text.split()).split(".")[:-1]:
        kind, words = line.split(":")
        for word in words.split():
            out[word] = kind.strip()
    return out


_SUFFERED = _forms(
    """
    cut: torn cut crushed severed transected debrided injured damaged wounded lesioned
      ruptured lacerated divided sectioned excised incised traumatized traumatised perforated
      abraded scarred compressed hemisected avulsed detached denuded drilled contused.
    burn: burned burnt scalded.
    necrosis: necrotic necrosed.
    ischemia: ischemic ischaemic.
    reperfusion: reperfused.
    infarct: infarcted.
    arrest: arrested.
    radiation: irradiated.
    torsion: torsed twisted.
    obstruction: obstructed.
    contusion: contused.
    fracture: fractured broken osteotomized osteotomised.
    atrophy: atrophied atrophic wasted denervated immobilized immobilised.
    detachment: detached.
    puncture: punctured.
    curettage: curetted scraped curettaged.
    exposure: exposed amputated.
    emptying: emptied pulpectomized pulpectomised.
    ulceration: ulcerated.
    tied: tied ligated clamped occluded clipped.
    graft: transplanted grafted allotransplanted.
    """
)
_NAMED = _forms(
    """
    cut: tear tears cut crush crushing transection debridement injury wound wounds lesion
      lesions rupture ruptures laceration defect defects section sectioning avulsion
      hemisection contusion damage trauma excision incision perforation perforations abrasion
      detachment compression.
    burn: burn burns scald.
    necrosis: necrosis.
    ischemia: ischemia ischaemia.
    reperfusion: reperfusion.
    infarct: infarct infarction.
    arrest: arrest.
    radiation: irradiation.
    torsion: torsion.
    obstruction: obstruction.
    contusion: contusion.
    fracture: fracture fractures.
    atrophy: atrophy wasting denervation immobilization immobilisation.
    detachment: detachment.
    puncture: puncture.
    curettage: curettage scraping.
    exposure: exposure.
    emptying: emptying.
    ulceration: ulcer ulcers ulceration.
    tied: ligation clamping occlusion ligature tying.
    """
)
_READOUTS = _words(
    "necrosis infarct infarction fracture fractures atrophy wasting ulcer ulcers ulceration defect "
    "defects lesion lesions damage injury ischemia ischaemia burn wound wounds tear tears arrest "
    "reperfusion obstruction compression"
)
"""Harms that with a part before them are names or outcomes of the lexicons, or none at all."""
_BETWEEN = _words(
    "rat rats mouse mice murine rabbit porcine pig canine dog ovine sheep equine horse human "
    "monkey left right both adult aged old young rodent the neonatal central distal proximal "
    "lumbar thoracic long common superior inferior anterior posterior cranial"
)
_WITHIN = 3
_OF = _words("of to in")
_PASSED = _words("the a an one both left right rat mouse rabbit their its") | _BETWEEN
_BE = _words("was were been being is are")
_ADVERBS = _words(
    "surgically bilaterally unilaterally then partially completely fully acutely experimentally "
    "had have been mechanically chemically locally"
)
_UNDERGONE = _words("subjected exposed")
_COUNTED = _words("the all both adult female male six eight ten twelve wistar lewis")
_HOW = _words("by with for in into heterotopically orthotopically")
_DEAD = (("circulatory", "death"), ("cardiac", "death"), ("circulatory", "arrest"))


def with_harmed_parts(
    tokens: Tokens, found: list[Found], rules: Rules, offset: int
) -> list[Found]:
    """The mentions with the diseases that parts of the body and harms make added.

    A wide name within the new one gives way; where a mention of another kind or a name of more
    worth stands in the words, nothing is made.
    """
    keys = tokens.keys
    by_token = {i: f for f in found for i in range(f.first, f.last)}
    made: list[Found] = []
    end = 0
    for first, last, label in _spans(keys):
        if first < end:
            continue
        inside = {id(f): f for i in range(first, last) if (f := by_token.get(i)) is not None}
        entry = rules.entry("disease", label)
        if entry is None or any(
            f.first < first or last < f.last or not _wide(f.facts.get("also", f))
            for f in inside.values()
        ):
            continue
        start, stop = tokens.starts[first], tokens.ends[last - 1]
        mention = Mention(
            "disease", offset + start, offset + stop, tokens.text[start:stop], entry.label,
            entry.id, "harmed-part",
        )  # fmt: skip
        made.append(Found(first, last, mention, entry, {"harmed": True}))
        for f in inside.values():
            f.facts["overtold"] = True
        end = last
    if not made:
        return found
    kept = [f for f in found if "overtold" not in f.facts]
    return sorted([*kept, *made], key=lambda f: f.first)


def _wide(f: Found) -> bool:
    """Whether a disease says little of which one it is: "ischemia", "wound"."""
    flags = f.entry.flags if f.entry is not None else frozenset()
    return f.kind == "disease" and ("generic" in flags or f.mention.label in _LITTLE)


_LITTLE = ("burn", "scar", "skin wound")


def _spans(keys: list[str]) -> Iterator[tuple[int, int, str]]:
    """Token spans that tell of a harmed part, with the label of the disease, in text order."""
    i = 0
    while i < len(keys):
        width, part = _part(keys, i)
        if part is None:
            i += 1
            continue
        last = i + width
        told = _before(keys, i, part) or _of(keys, i, part)
        if told is not None:
            yield told[0], last, told[1]
        else:
            behind = _behind(keys, i, last, part)
            if behind is not None:
                yield i, behind[0], behind[1]
        i = last


def _part(keys: list[str], i: int) -> tuple[int, dict[str, str] | None]:
    if keys[i] not in _OPENING:
        return 0, None
    for width in range(min(_LONGEST, len(keys) - i), 0, -1):
        harms = _PARTS.get(" ".join(keys[i : i + width]))
        if harms is not None:
            return width, harms
    return 0, None


def _before(keys: list[str], i: int, part: dict[str, str]) -> tuple[int, str] | None:
    """The harm that an adjective before the part tells: "debrided mouse cornea"."""
    j = i - 1
    while j >= 0 and i - j <= _WITHIN and keys[j] in _BETWEEN:
        j -= 1
    kind = _SUFFERED.get(keys[j], "") if j >= 0 else ""
    return (j, part[kind]) if kind in part else None


def _of(keys: list[str], i: int, part: dict[str, str]) -> tuple[int, str] | None:
    """The harm that a noun with "of" before the part tells: "rupture of the rotator cuff"."""
    j = i - 1
    while j >= 0 and i - j <= _WITHIN and keys[j] in _PASSED:
        j -= 1
    if j < 1 or keys[j] not in _OF:
        return None
    kind = _NAMED.get(keys[j - 1], "")
    return (j - 1, part[kind]) if kind in part else None


def _behind(
    keys: list[str], i: int, last: int, part: dict[str, str]
) -> tuple[int, str] | None:
    """The harm told behind the part: "corneas had been debrided", "livers subjected to warm
    ischaemia", "supraspinatus transection", "kidneys of donors after circulatory death".
    """
    n = len(keys)
    if last >= n:
        return None
    kind = _NAMED.get(keys[last], "")
    if kind in part and keys[last] not in _READOUTS:
        return last + 1, part[kind]
    j = last
    if keys[j] in ("of", "in"):  # "the tibialis of 20 mice was lacerated"
        k = j + 1
        while k < n and k - j < _WITHIN and (keys[k].isdigit() or keys[k] in _COUNTED):
            k += 1
        j = k + 1 if k < n and keys[k] in _BETWEEN else j
    if j < n and keys[j] in ("that", "which"):
        j += 1
    while j < n and j - last < 5 and (keys[j] in _ADVERBS or keys[j] in _BE):
        j += 1
    if j < n and keys[j] in _SUFFERED:
        kind = _SUFFERED[keys[j]]
        behind = keys[j + 1] if j + 1 < n else ""
        if kind in part and (_BE & set(keys[last:j]) or (j == last and behind in _HOW)):
            return j + 1, part[kind]
    if j + 1 < n and (
        (keys[j] in _UNDERGONE and keys[j + 1] == "to") or keys[j] in ("undergoing", "underwent")
    ):
        for k in range(j + 1, min(n, j + 6)):
            kind = _NAMED.get(keys[k], "")
            if kind in part:
                return k + 1, part[kind]
    if "death" in part and keys[last] in ("of", "from", "donated", "obtained", "recovered"):
        for k in range(last, min(n - 1, last + 6)):
            if (keys[k], keys[k + 1]) in _DEAD:
                return k + 2, part["death"]
    return None
