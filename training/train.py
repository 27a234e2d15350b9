#!/usr/bin/env python3
"""Trains the reader model.

Usage: train.py skills DATA_DIR CODED_DIR OUT.pt          general skill: attribution, names, entities, a first look at claims
       train.py claims DATA_DIR CODED_DIR FROM.pt OUT.pt  the claim schema

DATA_DIR holds the corpora, CODED_DIR our own stand-off codings. Environment: SEED, STEPS, LR, THREADS, ALL=1 (train on the tuning reports, too).
"""
import copy, hashlib, math, os, random, sys, time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

import corpora
import coded as standoff
from features import IGNORE, SHAPES, link_examples, pieces, token_labels, windows
from labels import HEADS
from model import LINK_HEADS, SCALAR_HEADS, TOKEN_HEADS, WEIGHTS, Reader
from measure import measure

LIMIT, MASK = 224, 103
NAMED = [SHAPES.index(x) for x in ("title", "upper", "mixed", "digit")]
SEED = int(os.environ.get("SEED", 1))


def tuning(name):
    """One report in ten, by a hash of its name, is kept for tuning and never trained on."""
    return hashlib.sha256(name.encode()).digest()[0] % 10 == 0


def tokenizer():
    t = Tokenizer.from_file(os.path.join(WEIGHTS, "tokenizer.json"))
    t.no_truncation(); t.no_padding()
    return t


class Corpus:
    def __init__(self, documents, tok):
        self.documents = list(documents)
        self.pieces = [pieces(d, tok) for d in self.documents]

    def epoch(self, rng):
        """All windows once, in random order, cut at other places each time."""
        while True:
            all_ = [w for i, p in enumerate(self.pieces) for w in windows(p, i, offset=rng.choice([0, 20, 40, 60, 80]))]
            rng.shuffle(all_)
            yield from all_


def collate(items, rng):
    """items: (window, document) -> tensors and labels for one step."""
    length = LIMIT  # one shape: kernels are made once a shape
    ids = np.zeros((len(items), length), dtype=np.int64); shapes = np.zeros_like(ids); mask = np.zeros_like(ids)
    tokens = {h: np.full((len(items), length), IGNORE) for h in TOKEN_HEADS}
    weights = np.ones((len(items), length), dtype=np.float32)
    links = []
    for row, (w, d) in enumerate(items):
        n = len(w.ids)
        ids[row, :n], shapes[row, :n], mask[row, :n] = w.ids, w.shapes, 1
        labels, weight = token_labels(w, d)
        for h in TOKEN_HEADS: tokens[h][row, :n] = labels[h]
        weights[row, :n] = weight
        if rng is not None:
            if rng.random() < 0.03: shapes[row, :n] = np.where(shapes[row, :n] > 1, 1, shapes[row, :n])
            named = np.isin(w.shapes, NAMED)  # names and numbers are hidden oftener: their neighbours must do
            drop = (np.array([rng.random() for _ in range(n)]) < np.where(named, 0.10, 0.04)) & (w.sentence >= 0)
            ids[row, :n][drop] = MASK
        links += [(row, x) for x in link_examples(w, d, rng)]
    if rng is not None and len(links) > 64: links = rng.sample(links, 64)
    return ids, shapes, mask, tokens, weights, links


def link_tensors(links):
    width = -(-max(x["hi"] - x["lo"] for _, x in links) // 32) * 32
    n = -(-len(links) // 16) * 16
    real, links = len(links), links + links[:1] * (n - len(links))
    rows = np.zeros((n, width), dtype=np.int64); columns = np.zeros_like(rows); flags = np.zeros_like(rows); mask = np.zeros_like(rows)
    labels = {h: np.full((n, width), IGNORE) for h in LINK_HEADS}
    for i, (row, x) in enumerate(links):
        m = x["hi"] - x["lo"]
        rows[i], columns[i, :m], flags[i, :m], mask[i, :m] = row, np.arange(x["lo"], x["hi"]), x["flags"], 1
        for h in LINK_HEADS: labels[h][i, :m] = x["labels"][h]
    scalar = {h: np.array([x["scalars"][h] for _, x in links]) for h in SCALAR_HEADS}
    other = {k: torch.tensor(np.array([x[k] for _, x in links])) for k in ("mark", "position", "at")}
    weight = torch.tensor([x["weight"] * (i < real) for i, (_, x) in enumerate(links)], dtype=torch.float32)
    t = torch.from_numpy
    return t(rows), t(columns), t(flags), t(mask), {h: t(v) for h, v in labels.items()}, {h: t(v) for h, v in scalar.items()}, other, weight


def cross_entropy(logits, labels, weight):
    flat = torch.nn.functional.cross_entropy(logits.flatten(0, -2).float(), labels.flatten(), ignore_index=IGNORE, reduction="none")
    kept = (labels.flatten() != IGNORE).float() * weight.flatten()
    return (flat * kept).sum() / kept.sum().clamp(min=1.0)


SCALE = {"trigger": 6.0, "cue": 2.0, "names": 2.0, "mentions": 2.0, "role": 6.0, "figure": 3.0, "attribution": 3.0, "sector": 0.6,
         "mode": 0.4, "status": 0.5, "negated": 0.5, "background": 0.5, "certainty": 0.5}


def loss_of(model, batch):
    ids, shapes, mask, tokens, weights, links = batch
    t = torch.from_numpy
    hidden, *logits = model.encoder(t(ids), t(shapes), t(mask))
    loss = 0.0
    for h, l in zip(TOKEN_HEADS, logits):
        if (tokens[h] != IGNORE).any(): loss = loss + SCALE[h] * cross_entropy(l, t(tokens[h]), t(weights))
    links = sorted(links, key=lambda x: x[1]["hi"] - x[1]["lo"])
    half = len(links) // 2
    for part in (links[:half], links[half:]):  # short contexts apart from long ones: less padding
        if part: loss = loss + len(part) / len(links) * link_loss(model, hidden, part)
    return loss


def link_loss(model, hidden, links):
    rows, columns, flags, mask, labels, scalars, other, weight = link_tensors(links)
    out = model.linker(hidden[rows, columns], flags, mask, other["mark"], other["position"], other["at"])
    loss = 0.0
    for h, l in zip(LINK_HEADS, out): loss = loss + SCALE[h] * cross_entropy(l, labels[h], weight[:, None].expand(labels[h].shape).contiguous())
    for h, l in zip(SCALAR_HEADS, out[len(LINK_HEADS):]): loss = loss + SCALE[h] * cross_entropy(l, scalars[h], weight)
    return loss


def train(model, mixture, steps, rate, out, tune, batch=8, every=400):
    """mixture: (corpus, share). Cosine rate with warm-up, an exponential moving average of the weights is what is kept."""
    rng = random.Random(SEED)
    streams = [(c, c.epoch(rng), share) for c, share in mixture]
    model.encoder.words.weight.requires_grad_(False)
    fresh = [p for n, p in model.named_parameters() if p.requires_grad and (".out." in n or n.startswith("linker.") and "layers" not in n or "shapes" in n)]
    fresh_ids = {id(p) for p in fresh}
    rest = [p for p in model.parameters() if p.requires_grad and id(p) not in fresh_ids]
    optimiser = torch.optim.AdamW([{"params": rest, "lr": rate, "base": rate}, {"params": fresh, "lr": rate * 4, "base": rate * 4}], weight_decay=0.01, betas=(0.9, 0.98))
    average = copy.deepcopy(model).eval()
    model.encoder.compile(dynamic=False)
    start, total = time.time(), 0.0
    for step in range(1, steps + 1):
        x = step / steps
        factor = min(1.0, step / (0.06 * steps)) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * x)))
        for g in optimiser.param_groups: g["lr"] = g["base"] * factor
        corpus, stream, _ = rng.choices(streams, [s for *_, s in streams])[0]
        items = [next(stream) for _ in range(batch)]
        model.train()
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(model, collate([(w, corpus.documents[w.document]) for w in items], rng))
        optimiser.zero_grad(); loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        total += float(loss)
        keep = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            for a, p in zip(average.parameters(), model.parameters()):
                if p.requires_grad: a.lerp_(p, 1 - keep)
        if step % 50 == 0: print(f"step {step}/{steps} loss {total / 50:.3f} {time.time() - start:.0f}s", flush=True); total = 0.0
        if step % every == 0 or step == steps:
            if tune: print("tune", measure(average, tune), flush=True)
            torch.save(average.state_dict(), out)
    return average


def main():
    torch.set_num_threads(int(os.environ.get("THREADS", 2))); torch.manual_seed(SEED)
    stage, data, codings = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    tok = tokenizer()
    held_out = {p.name[5:13] for p in (data.parent / "bench/claims/dev").glob("re3d-*.report.json")}
    reports = [*corpora.coded(data / "claims/train"), *standoff.documents(codings, data)]
    tune = Corpus([d for d in reports if tuning(d.name)], tok)
    claims = Corpus([d for d in reports if os.environ.get("ALL") or not tuning(d.name)], tok)
    entities = Corpus(corpora.re3d(data, held_out), tok)
    names = Corpus(corpora.newswire(data), tok)
    attribution = Corpus(corpora.polnear(data, "train"), tok)
    print({"claims": len(claims.documents), "tune": len(tune.documents), "entities": len(entities.documents), "names": len(names.documents), "attribution": len(attribution.documents)})
    model = Reader()
    if stage == "skills":
        train(model, [(attribution, 0.5), (names, 0.22), (entities, 0.06), (claims, 0.22)], int(os.environ.get("STEPS", 1600)), float(os.environ.get("LR", 2e-4)), sys.argv[4], tune)
    else:
        model.load_state_dict(torch.load(sys.argv[4]))
        train(model, [(claims, 0.8), (attribution, 0.1), (names, 0.04), (entities, 0.06)], int(os.environ.get("STEPS", 1600)), float(os.environ.get("LR", 2e-4)), sys.argv[5], tune)


if __name__ == "__main__":
    main()
