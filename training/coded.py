"""Our own codings of public reports, kept as stand-off files: offsets and values, without the text.

NAME.coded.json: {"doc", "sha256" (of the UTF-8 text), "coder", "claims"}, each claim in the program's output form less the words; spans are UTF-16.

Usage: coded.py write FROM_DIR CODED_DIR           NAME.claims.json + NAME.report.json (words quoted) -> stand-off
       coded.py check CODED_DIR DATA_DIR           checks every file against the texts of the corpora
       coded.py agreement SECOND_DIR CODED_DIR DATA_DIR   scores second codings against the first with the benchmark's scorer
       coded.py gold CODED_DIR DATA_DIR OUT_DIR    writes NAME.gold.json with the words put back, for scoring
"""
import hashlib, json, sys, tempfile
from pathlib import Path

from corpora import Claim, Document, locate, sector
import reports


def texts(data):
    """Every raw report by name; the coded corpus' own reports come first."""
    found = {r["doc"]: r for corpus in (reports.muc4, reports.tempeval, reports.wikievents, reports.m2e2) for r in corpus(data)}
    for path in (data / "claims/train").glob("*.report.json"):
        r = json.loads(path.read_text()); found[r["doc"]] = r
    return found


def hash_of(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def units(text):
    """Maps of code point -> UTF-16 offset and back; None where they are the same."""
    if all(ord(c) <= 0xFFFF for c in text): return None
    forward = [0]
    for c in text: forward.append(forward[-1] + (2 if ord(c) > 0xFFFF else 1))
    return forward


def write(source, target):
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.claims.json")):
        name = path.name[: -len(".claims.json")]
        r = json.loads((source / f"{name}.report.json").read_text())
        u = units(r["text"])
        def at(c, words):
            if words is None: return None
            a, b = locate(r["sentences"], r["text"], c["s"], words)
            return [u[a], u[b]] if u else [a, b]
        claims = []
        for c in json.loads(path.read_text())["claims"]:
            actor = lambda x: {"span": at(c, x["text"]), "code": x.get("code")}
            claims.append({
                "trigger": at(c, c["trigger"]), "type": c["type"], "mode": c["mode"], "status": c["status"], "negated": c["negated"],
                "background": c["background"], "certainty": c["certainty"], "optional": c["optional"],
                "actor": [actor(x) for x in c["actor"]], "recipient": [actor(x) for x in c["recipient"]],
                "place": [{"span": at(c, x["text"]), "name": x["name"], "country": x["country"]} for x in c["place"]],
                "time": {"span": at(c, c["time"]["text"]), "value": c["time"]["value"]},
                "figures": [{"span": at(c, f["text"]), "kind": f["kind"], "low": f["low"], "high": f["high"]} for f in c["figures"]],
                "attribution": [{"source": at(c, a["source"]), "cue": at(c, a["cue"]), "code": a.get("code")} for a in c["attribution"]]})
        out = {"doc": name, "sha256": hash_of(r["text"]), "claims": claims}
        lines = ",\n".join("  " + json.dumps(c, ensure_ascii=False) for c in claims)
        (target / f"{name}.coded.json").write_text(f'{{"doc": {json.dumps(name)}, "sha256": "{out["sha256"]}", "claims": [\n{lines}\n]}}\n', encoding="utf-8")


def documents(folder, data):
    """The stand-off codings as training documents."""
    found = texts(data)
    for path in sorted(folder.glob("*.coded.json")):
        d = json.loads(path.read_text())
        r = found[d["doc"]]
        if hash_of(r["text"]) != d["sha256"]: raise SystemExit(f"{path}: the text is not the one that was coded")
        u = units(r["text"])
        back = {v: i for i, v in enumerate(u)} if u else None
        at = lambda s: None if s is None else tuple(back[x] for x in s) if back else tuple(s)
        claims = [Claim(at(c["trigger"]), c["type"], c["mode"], c["status"], c["negated"], c["background"], c["certainty"], c["optional"],
                        [(*at(x["span"]), sector(x["code"])) for x in c["actor"]], [(*at(x["span"]), sector(x["code"])) for x in c["recipient"]],
                        [at(x["span"]) for x in c["place"]], at(c["time"]["span"]), [(*at(f["span"]), f["kind"]) for f in c["figures"]],
                        [(at(a["source"]), at(a["cue"]), sector(a["code"])) for a in c["attribution"]]) for c in d["claims"]]
        yield Document(d["doc"], r["text"], [tuple(s) for s in r["sentences"]], claims)


def check(folder, data):
    n = claims = 0
    for d in documents(folder, data):
        n += 1; claims += len(d.claims)
        for c in d.claims:
            for span in [c.trigger, *c.actor, *c.recipient, *c.place, *c.figures]:
                if not 0 <= span[0] < span[1] <= len(d.text) or d.text[span[0]:span[1]] != d.text[span[0]:span[1]].strip():
                    raise SystemExit(f"{d.name}: span {span} does not fit its text")
    print(f"{n} reports, {claims} claims, all spans fit")


def gold(folder, data, out):
    found = texts(data)
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(folder.glob("*.coded.json")):
        d = json.loads(path.read_text()); r = found[d["doc"]]
        raw = r["text"].encode("utf-16-le")
        quote = lambda s: None if s is None else {"span": {"start": s[0], "end": s[1]}, "text": raw[2 * s[0]: 2 * s[1]].decode("utf-16-le")}
        claims = [{**c, "trigger": quote(c["trigger"]), "actor": [{**quote(x["span"]), "code": x["code"]} for x in c["actor"]],
                   "recipient": [{**quote(x["span"]), "code": x["code"]} for x in c["recipient"]],
                   "place": [{**x, **quote(x["span"])} for x in c["place"]],
                   "time": {**(quote(c["time"]["span"]) or {"span": None, "text": None}), "value": c["time"]["value"]},
                   "figures": [{**f, **quote(f["span"])} for f in c["figures"]],
                   "attribution": [{"source": a["source"] and {**quote(a["source"]), "code": a["code"]}, "cue": quote(a["cue"])} for a in c["attribution"]]}
                  for c in d["claims"]]
        (out / f"{d['doc']}.gold.json").write_text(json.dumps({**r, "claims": claims}, ensure_ascii=False, indent=1), encoding="utf-8")
        (out / f"{d['doc']}.report.json").write_text(json.dumps(r, ensure_ascii=False, indent=1), encoding="utf-8")


def agreement(second, first, data):
    sys.path.insert(0, str(data.parent / "bench/claims"))
    import score
    with tempfile.TemporaryDirectory() as temp:
        gold(first, data, Path(temp) / "first"); gold(second, data, Path(temp) / "second")
        read = lambda folder: {p.name[: -len(".gold.json")]: json.loads(p.read_text())["claims"] for p in (Path(temp) / folder).glob("*.gold.json")}
        both = read("second")
        f, acc, _ = score.score({k: v for k, v in read("first").items() if k in both}, both)
    print(f"{len(both)} reports coded twice")
    for k in ("trigger", "typed", "actor", "recipient", "place", "source", "figures", "row"): print(f"{k:<12} F1 {f[k].prf()[2]:.3f}   ({f[k].gold} in the first coding)")
    for k, (a, b) in sorted(acc.items()): print(f"{k:<12} {a}/{b} = {a / b if b else 0:.3f}")


if __name__ == "__main__":
    command, *paths = sys.argv[1:]
    {"write": write, "check": check, "gold": gold, "agreement": agreement}[command](*map(Path, paths))
