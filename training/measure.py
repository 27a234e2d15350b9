"""Quick figures on held-out reports, links read at gold triggers: for choosing between models; `npm run bench` has the last word."""
from collections import Counter

import numpy as np
import torch

from features import IGNORE, windows
from labels import HEADS
from model import LINK_HEADS, SCALAR_HEADS, TOKEN_HEADS


def spans(labels, names):
    """BIO labels -> {(kind, start, end)}."""
    out, open_ = set(), None
    for i, label in enumerate(list(labels) + [0]):
        name = names[label] if i < len(labels) and label >= 0 else "O"
        if open_ and not name.startswith("I"): out.add((open_[0], open_[1], i)); open_ = None
        if name not in ("O",) and not name.startswith("I"): open_ = (name[2:] if name[:2] == "B-" else name, i)
    return out


def f1(hit, gold, predicted):
    return 2 * hit / (gold + predicted) if gold + predicted else 0.0


def overlapping(gold, predicted):
    """Pairs of the same kind that share a piece, one to one."""
    left, n = list(predicted), 0
    for k, a, b in sorted(gold):
        for p in left:
            if p[0] == k and p[1] < b and a < p[2]: left.remove(p); n += 1; break
    return n


@torch.no_grad()
def measure(model, corpus):
    from train import collate, link_tensors
    model.eval()
    right, all_, hits = Counter(), Counter(), {}
    for i, p in enumerate(corpus.pieces):
        ws = windows(p, i)
        for k in range(0, len(ws), 8):
            items = [(w, corpus.documents[i]) for w in ws[k:k + 8]]
            batch = collate(items, None)
            ids, shapes, mask, tokens, _, links = batch
            t = torch.from_numpy
            with torch.autocast("cpu", torch.bfloat16):
                hidden, trigger, *_ = model.encoder(t(ids), t(shapes), t(mask))
            guess = trigger.float().argmax(-1).numpy()
            for row, (w, d) in enumerate(items):
                core = w.sentence >= w.core
                g = np.where(core, tokens["trigger"][row, :len(w.ids)], 0); q = np.where(core, guess[row, :len(w.ids)], 0)
                optional = {int(j) for c in d.claims if c.optional for j in np.nonzero((w.starts < c.trigger[1]) & (w.ends > c.trigger[0]))[0]}
                a = {x for x in spans(g, HEADS["trigger"]) if x[1] not in optional}
                b = {x for x in spans(q, HEADS["trigger"]) if x[1] not in optional}
                h = hits.setdefault("typed", [0, 0, 0]); h[0] += overlapping(a, b); h[1] += len(a); h[2] += len(b)
                strip = lambda s: {("x", *x[1:]) for x in s}
                h = hits.setdefault("found", [0, 0, 0]); h[0] += overlapping(strip(a), strip(b)); h[1] += len(a); h[2] += len(b)
            links = [x for x in links if x[1]["weight"] == 1.0]
            if not links: continue
            rows, columns, flags, lmask, labels, scalars, other, _ = link_tensors(links)
            with torch.autocast("cpu", torch.bfloat16):
                out = model.linker(hidden.float()[rows, columns], flags, lmask, other["mark"], other["position"], other["at"])
            for head, l in zip(LINK_HEADS[:3], out):
                q, g = l.float().argmax(-1).numpy(), labels[head].numpy()
                for r in range(len(links)):
                    a, b = spans(g[r], HEADS[head]), spans(np.where(g[r] == IGNORE, 0, q[r]), HEADS[head])
                    for kind in {x[0] for x in a | b}:
                        h = hits.setdefault(kind if head != "figure" else "figure", [0, 0, 0])
                        aa, bb = {x for x in a if x[0] == kind}, {x for x in b if x[0] == kind}
                        h[0] += overlapping(aa, bb); h[1] += len(aa); h[2] += len(bb)
            for head, l in zip(SCALAR_HEADS, out[len(LINK_HEADS):]):
                right[head] += int((l.float().argmax(-1) == scalars[head])[:len(links)].sum()); all_[head] += len(links)
    keep = ("found", "typed", "actor", "recipient", "place", "time", "figure", "source", "cue")
    return " ".join([f"{k} {f1(*hits.get(k, [0, 0, 0])):.3f}" for k in keep] + [f"{k} {right[k] / max(1, all_[k]):.3f}" for k in all_])
