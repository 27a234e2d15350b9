#!/usr/bin/env python3
"""Compares readings with gold claim by claim, by the rules of the benchmark's scorer.

Usage: compare.py BENCH_DIR GOLD_DIR PREDICTIONS.jsonl   BENCH_DIR holds score.py, GOLD_DIR NAME.gold.json

Prints a JSON list, one object a claim of either side:
  {"doc", "gold": its number or null, "found": its number or null, "optional", "typed": same type, "confidence" or null,
   "wrong": {FIELD: "missed" | "extra" | "wrong"}} where FIELD is what a row needs right; empty unless typed.
"""
import json, sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from score import ROLES, innermost, matched, pairs, same_source


def filler(gold, found):
    hits = matched(gold, found)
    if hits == len(gold) == len(found): return None
    return "missed" if hits == len(found) else "extra" if hits == len(gold) else "wrong"


def wrong(g, p):
    fields = {role: filler(g[role], p.get(role) or []) for role in ROLES}
    fields |= {k: None if p.get(k) == g[k] else "wrong" for k in ("status", "negated")}
    a, b = innermost(g), innermost(p)
    fields["source"] = None if same_source(a, b) else "extra" if a is None else "missed" if b is None else "wrong"
    return {k: v for k, v in fields.items() if v}


def compare(doc, gold, found):
    partner = dict(pairs(gold, found))
    for i, g in enumerate(gold):
        j = partner.get(i)
        typed = j is not None and found[j]["type"] == g["type"]
        yield {"doc": doc, "gold": i, "found": j, "optional": g["optional"], "typed": typed,
               "confidence": None if j is None else found[j]["confidence"], "wrong": wrong(g, found[j]) if typed else {}}
    for j in sorted(set(range(len(found))) - set(partner.values())):
        yield {"doc": doc, "gold": None, "found": j, "optional": False, "typed": False, "confidence": found[j]["confidence"], "wrong": {}}


read = {d["doc"]: d["claims"] for d in map(json.loads, open(sys.argv[3], encoding="utf-8"))}
gold = {d["doc"]: d["claims"] for d in (json.loads(p.read_text()) for p in sorted(Path(sys.argv[2]).glob("*.gold.json")))}
print(json.dumps([one for doc, claims in gold.items() for one in compare(doc, claims, read.get(doc, []))]))
