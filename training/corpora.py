"""Corpora as one kind of document: text, sentences, and whichever layers the corpus annotates (None where it does not).

All offsets are code points, half-open.
"""
import gzip, json, re
from dataclasses import dataclass, field
from pathlib import Path

from reports import report, split_sentences


@dataclass
class Claim:
    trigger: tuple
    type: str
    mode: str | None = None
    status: str = "actual"
    negated: bool = False
    background: bool = False
    certainty: str = "certain"
    optional: bool = False
    actor: list = field(default_factory=list)       # (start, end, sector or None)
    recipient: list = field(default_factory=list)   # (start, end, sector or None)
    place: list = field(default_factory=list)       # (start, end)
    time: tuple | None = None
    figures: list = field(default_factory=list)     # (start, end, kind)
    attribution: list = field(default_factory=list)  # outermost first: (source span or None, cue span or None, sector or None)


@dataclass
class Document:
    name: str
    text: str
    sentences: list
    claims: list | None = None
    names: list | None = None         # (start, end, type)
    mentions: list | None = None      # (start, end, type)
    attributions: list | None = None  # (source, cue, content): lists of spans


def locate(sentences, text, s, words):
    """The span of words quoted in the coding format of the guide; None where they are not there."""
    m = re.match(r"^(\d+)\|(.*)$", words, re.S)
    if m: s, words = int(m.group(1)), m.group(2)
    n = 1
    m = re.match(r"^(.*)#(\d+)$", words, re.S)
    if m: words, n = m.group(1), int(m.group(2))
    a, b = sentences[s]
    pattern = (r"(?<!\w)" if words[:1].isalnum() else "") + re.escape(words) + (r"(?!\w)" if words[-1:].isalnum() else "")
    hits = [h.start() for h in re.finditer(pattern, text[a:b])]
    return (a + hits[n - 1], a + hits[n - 1] + len(words)) if len(hits) >= n else None


def sector(code):
    return code.split(":")[1] if code else None


def claims_of(report, coded):
    """Claims with spans, from a coding that quotes its words."""
    out = []
    for c in coded["claims"]:
        at = lambda words: None if words is None else locate(report["sentences"], report["text"], c["s"], words)
        trigger = at(c["trigger"])
        if trigger is None: continue
        fill = lambda items: [(*at(x["text"]), sector(x.get("code"))) for x in items if at(x["text"])]
        time = c.get("time") or {}
        out.append(Claim(
            trigger, c["type"], c["mode"], c["status"], c["negated"], c["background"], c["certainty"], c["optional"],
            fill(c["actor"]), fill(c["recipient"]), [at(x["text"]) for x in c["place"] if at(x["text"])], at(time.get("text")),
            [(*at(f["text"]), f["kind"]) for f in c["figures"] if at(f["text"])],
            [(at(a["source"]), at(a["cue"]), sector(a.get("code"))) for a in c["attribution"]]))
    return out


def coded(folder, pool=None):
    """Whole reports coded by the guide: NAME.claims.json beside NAME.report.json."""
    for path in sorted(Path(folder).glob("*.claims.json")):
        name = path.name[: -len(".claims.json")]
        r = json.loads((Path(pool or folder) / f"{name}.report.json").read_text())
        yield Document(name, r["text"], [tuple(s) for s in r["sentences"]], claims_of(r, json.loads(path.read_text())))


def polnear(data, split):
    """PolNeAR: who says what."""
    seen = set()
    for path in sorted((data / "polnear" / split / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen: continue
        seen.add(name)
        with open(data / "polnear" / split / "text" / f"{name}.txt", encoding="utf-8", newline="") as f: text = f.read()
        parts, found = {}, []
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if line.startswith("T") and len(cells) >= 2:
                kind, offsets = cells[1].split(" ", 1)
                parts[cells[0]] = (kind, [tuple(map(int, o.split())) for o in offsets.split(";")])
            elif line.startswith("E") and len(cells) >= 2:
                got = {"Source": [], "Cue": [], "Content": []}
                for item in cells[1].split()[1:]:
                    role, key = item.split(":")
                    role = re.sub(r"\d+$", "", role)
                    if role in got and key in parts: got[role] += parts[key][1]
                if got["Content"]: found.append((got["Source"], got["Cue"], got["Content"]))
        flat = text.replace("\r", " ")
        yield Document(name, flat, [tuple(s) for s in split_sentences(flat)], attributions=found)


NEWSWIRE = {"Location": "place", "Person": "person", "Organization": "organisation", "NORP": "population", "Facility": "facility"}


def newswire(data):
    """English Worldwide Newswire: names."""
    from reports import detokenise
    for path in sorted((data / "worldwide-newswire" / "annotated").iterdir()):
        blocks = [[line.split("\t") for line in b.split("\n") if line.strip()] for b in path.read_text(encoding="utf-8").split("\n\n")]
        blocks = [b for b in blocks if b]
        if blocks and len(blocks[0]) and blocks[0][0][0].startswith("http"): blocks[0] = blocks[0][1:]
        text, sentences, names = "", [], []
        for block in blocks:
            if not block: continue
            if text: text += "\n"
            start, at, spans = len(text), len(text), []
            line = detokenise([c[0] for c in block])
            text += line
            for c in block:
                a = text.find(c[0], at)
                if a < 0: a = at
                at = a + len(c[0]); spans.append((a, at))
            sentences.append((start, len(text)))
            label = None
            for c, (a, b) in zip(block, spans):
                tag = c[1] if len(c) > 1 else "O"
                if tag.startswith("I-") and label == tag[2:]: names[-1] = (names[-1][0], b, label)
                elif tag != "O": names.append((a, b, tag[2:])); label = tag[2:]
                else: label = None
        yield Document(path.name, text, sentences, names=[(a, b, NEWSWIRE[t]) for a, b, t in names if t in NEWSWIRE])


RE3D = {"Organisation": "organisation", "Location": "place", "Person": "person", "Temporal": "time", "Quantity": "quantity", "Money": "quantity",
        "Weapon": "weapon", "MilitaryPlatform": "vehicle", "Vehicle": "vehicle"}


def re3d(data, held_out):
    """re3d: entities, common nouns included. `held_out`: id prefixes that are measured on."""
    for folder in sorted((data / "re3d").iterdir()):
        if not (folder / "documents.json").exists(): continue
        entities = {}
        for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
            if not line.strip(): continue
            e = json.loads(line)
            if e["confidence"] >= 0.5 and e["type"] in RE3D: entities.setdefault(e["documentId"], set()).add((e["begin"], e["end"], RE3D[e["type"]]))
        for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines():
            if not line.strip(): continue
            d = json.loads(line)
            if d["_id"][:8].lower() in held_out: continue
            yield Document("re3d-" + d["_id"][:8].lower(), d["text"], [tuple(s) for s in split_sentences(d["text"])], mentions=sorted(entities.get(d["_id"], ())))
