#!/usr/bin/env python3
"""Builds whole reports (NAME.report.json) from the raw corpora, for coding by the guide.

Usage: reports.py DATA_DIR OUT_DIR

Every report gets `doc`, `title`, `publisher`, `published`, `text` and `sentences` (code-point offsets, half-open).
The texts are deterministic functions of the corpus files, so that stand-off codings can be checked against them.
"""
import gzip, html, json, re, sys
from pathlib import Path

ABBREVIATIONS = set("mr mrs ms dr gen lt col maj capt sgt cpl adm rep sen gov st prof jr sr hon rev jan feb mar apr jun jul aug sep sept oct nov dec "
                    "no vs etc inc co corp ltd u.s u.n u.k e.g i.e a.m p.m d.c lt.gen brig ave jose".split())


def split_sentences(text):
    """Sentence offsets of running text; a line break always ends one."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start, at = line.start(), line.start()
        for m in re.finditer(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])", line.group()):
            end = line.start() + m.end()
            word = re.search(r"([\w.]+)\.[\"'”’)\]]*$", text[start:end])
            token = word.group(1).lower() if word else ""
            if m.group()[0] == "." and (token in ABBREVIATIONS or re.fullmatch(r"[a-z]|([a-z]\.)+[a-z]", token)): continue
            found.append([start, end]); start = end
            while start < line.end() and text[start].isspace(): start += 1
        if start < line.end(): found.append([start, line.end()])
    out = []
    for a, b in found:
        while a < b and text[a].isspace(): a += 1
        while b > a and text[b - 1].isspace(): b -= 1
        if b > a: out.append([a, b])
    return out


def report(doc, text, publisher, published=None, title=None, sentences=None):
    return {"doc": doc, "title": title, "publisher": publisher, "published": published, "text": text,
            "sentences": sentences or split_sentences(text)}


def paragraphs(raw):
    return "\n".join(re.sub(r"\s+", " ", p).strip() for p in re.split(r"\n\s*\n|\n {2,}", raw) if p.strip())


def muc4(data):
    raw = (data / "muc4/raw/tst4/tst4-muc4.mixed-case").read_text(encoding="latin-1")
    for part in re.split(r"(?m)^(?=TST4-MUC4-\d+)", raw):
        if not part.strip(): continue
        name, body = part.split("\n", 1)
        yield report(name.strip().lower().replace("tst4-muc4", "muc4-tst4"), paragraphs(body), "FBIS")


def tempeval(data):
    for path in sorted((data / "tempeval").glob("*/*.tml")):
        raw = path.read_text(encoding="utf-8")
        dct = re.search(r'functionInDocument="(?:CREATION|PUBLICATION)_TIME"[^>]*value="([\d-]+)|value="([\d-]{10})[^"]*"[^>]*functionInDocument="(?:CREATION|PUBLICATION)_TIME"', raw)
        body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.S)
        title = re.search(r"<TITLE>(.*?)</TITLE>", raw, re.S)
        if not body: continue
        text = html.unescape(html.unescape(re.sub(r"<[^>]+>", "", body.group(1))))
        name = re.sub(r"[._]", "-", path.stem.lower())
        yield report("tb-" + name, paragraphs(text), re.match(r"[A-Za-z]+", path.stem).group().upper(),
                     (dct.group(1) or dct.group(2))[:10] if dct else None, title and title.group(1).strip() or None)


def detokenise(tokens):
    """Running text from tokens, the spaces put back by the shape of the neighbours."""
    text, quoted = "", False
    for i, token in enumerate(tokens):
        previous, earlier = tokens[i - 1] if i else "", tokens[i - 2] if i > 1 else ""
        initial = previous == "." and len(earlier) == 1 and earlier.isupper() and len(token) == 1 and token.isupper()
        decimal = previous in (".", ",") and earlier.isdigit() and token.isdigit() and (previous == "." or len(token) == 3)
        clitic = previous in ("’", "'") and token in ("s", "t", "re", "ve", "d", "ll", "m")
        glue = (not text or initial or decimal or clitic or token in ".,;:!?)]%”’-/" or re.fullmatch(r"'(s|re|ve|t|d|ll|m)|n't", token)
                or (token == "'" and i + 1 < len(tokens) and tokens[i + 1] in ("s", "t", "re", "ve", "d", "ll", "m"))
                or previous in "([“‘$#-/" or (token == '"' and quoted) or (previous == '"' and quoted))
        if token == '"': quoted = not quoted
        text += ("" if glue else " ") + token
    return text


def wikievents(data):
    with gzip.open(data / "wikievents/train_human.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            d = json.loads(line)
            dated = re.search(r"(\d{4})\.(\d\d)\.(\d\d)\.\d+$", d["docid"])
            yield report("we-" + d["docid"], detokenise(d["tokens"]), "VOA" if dated else None, "-".join(dated.groups()) if dated else None)


def m2e2(data):
    with gzip.open(data / "m2e2/m2e2.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            d = json.loads(line)
            m = re.search(r"(\d{4})\.(\d\d)\.(\d\d)\.(\d+)", d["id"])
            if not m: continue
            yield report("voa-" + "-".join(m.groups()), re.sub(r"\s", " ", d["text"]), "VOA", "-".join(m.groups()[:3]), None,
                         [[s["start"], s["end"]] for s in d["sentences"]])


def main():
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    bench = {p.name.split(".")[0] for p in (data.parent / "bench/claims/dev").glob("*.report.json")}
    for corpus in (muc4, tempeval, wikievents, m2e2):
        for r in corpus(data):
            if r["doc"] in bench: continue
            (out / f"{r['doc']}.report.json").write_text(json.dumps(r, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
