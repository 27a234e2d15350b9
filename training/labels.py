"""The label sets of the reader model's heads. `model/labels.json` carries them to the program."""

TYPES = ("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT "
         "DISPLACE TOLL STRENGTH CONTROL WHEREABOUTS AFFILIATION CONDITION").split()
MODES = ("visit third-party multilateral phone withdraw release disarm ceasefire access resign assist change yield meet disapprove investigate "
         "allege restrict arrest relations expel territory violence demo riot strike hunger boycott obstruct vandalize convict discontinue troops "
         "weapons police militia seize censor curfew martial-law deport withhold misinformation cyber clash abduct beat torture sexual targeted "
         "massacre human-shield destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional").split()
STATUS = "actual ongoing attempted planned predicted demanded hypothetical".split()
CERTAINTY = "certain probable possible".split()
KINDS = "killed injured missing captured displaced strength affected destroyed other".split()
SECTORS = "GOV MIL PRM REB UAF COP SPY JUD LEG PTY OPP CVL REF JRN MED AGR BUS LAB EDU ELI CRM REL SOC UNK".split()
NAMES = "person organisation population place facility".split()
MENTIONS = "person organisation population place facility time quantity weapon vehicle".split()


def bio(labels):
    return ["O"] + [f"{x}-{label}" for label in labels for x in "BI"]


HEADS = {
    # one label a word piece of the window
    "trigger": ["O"] + TYPES + ["I"],
    "cue": ["O", "B", "I"],
    "names": bio(NAMES),
    "mentions": bio(MENTIONS),
    # one label a word piece of a trigger's context
    "role": bio(["actor", "recipient", "place", "time"]),
    "figure": ["O"] + [f"B-{k}" for k in KINDS] + ["I"],
    "attribution": bio(["source", "cue", "outer-source", "outer-cue", "content"]),
    "sector": ["-"] + SECTORS,
    # one label a trigger
    "mode": ["-"] + MODES,
    "status": STATUS,
    "negated": ["no", "yes"],
    "background": ["no", "yes"],
    "certainty": CERTAINTY,
}
# what a trigger may be marked as when its links are read
MARKS = TYPES + ["CUE", "ANY"]
