"""Texts to word pieces, windows and label arrays."""
import random, re
from dataclasses import dataclass

import numpy as np

from labels import HEADS, MARKS, TYPES

INDEX = {head: {label: i for i, label in enumerate(labels)} for head, labels in HEADS.items()}
MARK = {m: i for i, m in enumerate(MARKS)}
CLS, SEP, PAD = 101, 102, 0
CONTEXT = 128   # word pieces of a trigger's context
IGNORE = -100

SHAPES = ["special", "lower", "title", "upper", "mixed", "digit", "punctuation", "other"]


def shape(word):
    """Casing and kind of the word that a piece belongs to, as an index into SHAPES."""
    if any(c.isdigit() for c in word): return 5
    letters = [c for c in word if c.isalpha()]
    if not letters: return 6
    if all(not c.isupper() for c in letters): return 1
    if all(c.isupper() for c in letters): return 3 if len(letters) > 1 else 2
    if letters[0].isupper() and all(not c.isupper() for c in letters[1:]): return 2
    return 4


@dataclass
class Pieces:
    """Word pieces of one document, sentence by sentence; offsets are code points."""
    ids: list       # per sentence: list of ids
    spans: list     # per sentence: list of (start, end)
    shapes: list    # per sentence: list of shape indices


def pieces(document, tokenizer):
    ids, spans, shapes = [], [], []
    encoded = tokenizer.encode_batch([document.text[a:b] for a, b in document.sentences], add_special_tokens=False)
    for (a, b), e in zip(document.sentences, encoded):
        text = document.text[a:b]
        ids.append(e.ids)
        spans.append([(a + s, a + t) for s, t in e.offsets])
        row, word_of = [], e.word_ids
        extent = {}
        for w, (s, t) in zip(word_of, e.offsets):
            lo, hi = extent.get(w, (s, t)); extent[w] = (min(lo, s), max(hi, t))
        for w in word_of: row.append(shape(text[slice(*extent[w])]))
        shapes.append(row)
    return Pieces(ids, spans, shapes)


@dataclass
class Window:
    """Whole sentences as the encoder sees them: [CLS] s1 [SEP] s2 [SEP] ... ; `sentence` is -1 on special pieces."""
    document: int
    first: int      # first sentence
    last: int       # one past the last sentence
    core: int       # first sentence that is decoded here (those before are context)
    ids: np.ndarray
    shapes: np.ndarray
    sentence: np.ndarray
    starts: np.ndarray
    ends: np.ndarray


def window(p, document, first, last, core, limit):
    ids, shapes, sentence, starts, ends = [CLS], [0], [-1], [-1], [-1]
    for s in range(first, last):
        room = limit - 2
        ids += p.ids[s][:room] + [SEP]; shapes += p.shapes[s][:room] + [0]
        sentence += [s] * len(p.ids[s][:room]) + [-1]
        starts += [a for a, _ in p.spans[s][:room]] + [-1]; ends += [b for _, b in p.spans[s][:room]] + [-1]
    return Window(document, first, last, core, np.array(ids), np.array(shapes), np.array(sentence), np.array(starts), np.array(ends))


def windows(p, document, limit=224, context=64, offset=0):
    """Greedy packing: up to `limit` pieces a window, of which up to `context` go to sentences seen before."""
    n, out, at = len(p.ids), [], 0
    while at < n:
        first, size = at, 1
        room = min(context, limit - min(len(p.ids[at]), limit - 2) - 1)
        while first > 0 and size + len(p.ids[first - 1]) + 1 <= room: first -= 1; size += len(p.ids[first]) + 1
        last = at
        budget = limit if not (offset and at == 0) else max(limit // 3, (limit * offset) // 100)
        while last < n and (last == at or size + len(p.ids[last]) + 1 <= budget): size += len(p.ids[last]) + 1; last += 1
        out.append(window(p, document, first, last, at, limit))
        at = last
    return out


def cover(w, span):
    """Indices of the pieces that share characters with the span."""
    return np.nonzero((w.starts < span[1]) & (w.ends > span[0]) & (w.sentence >= 0))[0]


def tag(labels, w, span, b, i):
    at = cover(w, span)
    if len(at) == 0: return
    labels[at[0]] = b
    labels[at[1:]] = i


def token_labels(w, d):
    """Label arrays of the window's own heads; IGNORE where the corpus does not annotate."""
    n = len(w.ids)
    special = w.sentence < 0
    def blank(annotated):
        a = np.full(n, IGNORE if not annotated else 0); a[special] = IGNORE; return a
    out = {h: blank(x is not None) for h, x in (("trigger", d.claims), ("cue", d.attributions), ("names", d.names), ("mentions", d.mentions))}
    weight = np.ones(n, dtype=np.float32)
    for c in sorted(d.claims or (), key=lambda c: not c.optional):
        tag(out["trigger"], w, c.trigger, 1 + TYPES.index(c.type), INDEX["trigger"]["I"])
        if c.optional: weight[cover(w, c.trigger)] = 0.5
    for _, cue, _ in d.attributions or ():
        for span in cue: tag(out["cue"], w, span, 1, 2)
    for head in ("names", "mentions"):
        for a, b, t in sorted(getattr(d, head) or (), key=lambda x: x[1] - x[0]):
            tag(out[head], w, (a, b), INDEX[head][f"B-{t}"], INDEX[head][f"I-{t}"])
    return out, weight


def context_of(w, at):
    """Range of pieces read for the trigger at piece `at`: its sentence and the one before it."""
    s = w.sentence[at]
    own = np.nonzero(w.sentence == s)[0]
    lo, hi = own[0], own[-1] + 1
    if hi - lo >= CONTEXT:
        lo = max(lo, min(at - CONTEXT // 2, hi - CONTEXT)); return lo, lo + CONTEXT
    before = np.nonzero(w.sentence == s - 1)[0]
    if len(before): lo = max(before[0], hi - CONTEXT)
    return lo, hi


def place_of_sentence(w, s):
    """Bucket of the sentence's place in the report."""
    return int(np.searchsorted([0, 1, 2, 4, 8, 16], s, side="left"))


def link_example(w, trigger, mark, claim=None, attribution=None, content=False):
    """One trigger with its context and labels; None where the trigger is not in the window's core."""
    at = cover(w, trigger)
    if len(at) == 0 or w.sentence[at[0]] < w.core: return None
    lo, hi = context_of(w, at[0])
    n = hi - lo
    flags = np.zeros(n, dtype=np.int64)                      # 0 before, 1 own sentence, 2 trigger
    flags[w.sentence[lo:hi] == w.sentence[at[0]]] = 1
    flags[[i - lo for i in at if lo <= i < hi]] = 2
    labels = {h: np.full(n, IGNORE) for h in ("role", "figure", "attribution", "sector")}
    scalars = {h: IGNORE for h in ("mode", "status", "negated", "background", "certainty")}
    special = w.sentence[lo:hi] < 0
    view = Window(w.document, w.first, w.last, w.core, w.ids[lo:hi], w.shapes[lo:hi], w.sentence[lo:hi], w.starts[lo:hi], w.ends[lo:hi])
    put = lambda head, span, b, i: span and tag(labels[head], view, span[:2], b, i)
    if claim is not None:
        for h in ("role", "figure", "attribution"): labels[h][:] = 0
        for role in ("actor", "recipient", "place"):
            for x in getattr(claim, role): put("role", x, INDEX["role"][f"B-{role}"], INDEX["role"][f"I-{role}"])
        put("role", claim.time, INDEX["role"]["B-time"], INDEX["role"]["I-time"])
        for a, b, kind in claim.figures: put("figure", (a, b), INDEX["figure"][f"B-{kind}"], INDEX["figure"]["I"])
        for x in claim.actor + claim.recipient:
            covered = cover(view, x[:2])
            if len(covered) and x[2] in INDEX["sector"]: labels["sector"][covered[0]] = INDEX["sector"][x[2]]
            elif len(covered): labels["sector"][covered[0]] = 0
        scalars = {"mode": INDEX["mode"].get(claim.mode or "-", 0), "status": INDEX["status"][claim.status], "negated": int(claim.negated),
                   "background": int(claim.background), "certainty": INDEX["certainty"][claim.certainty]}
        attribution = claim.attribution
    if attribution is not None:
        labels["attribution"][:] = 0
        for prefix, item in zip(("outer-", ""), [None] * (2 - len(attribution[-2:])) + list(attribution[-2:])):
            if item is None: continue
            for kind, span in (("source", item[0]), ("cue", item[1])):
                put("attribution", span, INDEX["attribution"][f"B-{prefix}{kind}"], INDEX["attribution"][f"I-{prefix}{kind}"])
    if content:
        source, cue, text = content
        labels["attribution"][:] = 0
        for kind, spans in (("content", text), ("source", source), ("cue", cue)):
            for span in spans: put("attribution", span, INDEX["attribution"][f"B-{kind}"], INDEX["attribution"][f"I-{kind}"])
    for h in ("role", "figure", "attribution"): labels[h][special] = IGNORE
    return {"lo": lo, "hi": hi, "at": at[0] - lo if at[0] >= lo else 0, "flags": flags, "mark": mark, "labels": labels, "scalars": scalars,
            "position": place_of_sentence(w, w.sentence[at[0]]), "weight": 0.6 if claim is not None and claim.optional else 1.0}


def link_examples(w, d, rng):
    out = []
    for c in d.claims or ():
        mark = MARK[c.type] if rng is None or rng.random() > 0.15 else MARK["ANY"]
        out.append(link_example(w, c.trigger, mark, claim=c))
    if d.attributions is not None:
        inside = lambda span, spans: any(a <= span[0] and span[1] <= b for a, b in spans)
        chosen = rng.sample(d.attributions, min(len(d.attributions), 60)) if rng else d.attributions
        for source, cue, text in chosen:
            if not cue: continue
            if len(cover(w, cue[0])) == 0: continue
            out.append(link_example(w, cue[0], MARK["CUE"], content=(source, cue, text)))
            if rng is None: continue
            a, b = text[0]
            words = [m.span() for m in re.finditer(r"[A-Za-z]{4,}", d.text[a:b])]
            if not words: continue
            s, t = rng.choice(words); span = (a + s, a + t)
            chain = sorted((x for x in d.attributions if inside(span, x[2])), key=lambda x: -sum(q - p for p, q in x[2]))
            out.append(link_example(w, span, MARK["ANY"], attribution=[(x[0][0] if x[0] else None, x[1][0] if x[1] else None) for x in chain[-2:]]))
        if rng:  # words that nobody is said to have said
            for _ in range(2):
                s = rng.randrange(w.core, w.last)
                a, b = d.sentences[s]
                words = [m.span() for m in re.finditer(r"[A-Za-z]{4,}", d.text[a:b])]
                if not words: continue
                p, q = rng.choice(words); span = (a + p, a + q)
                if not any(inside(span, x[2]) for x in d.attributions): out.append(link_example(w, span, MARK["ANY"], attribution=[]))
    return [x for x in out if x is not None]
