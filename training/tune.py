#!/usr/bin/env python3
"""Chooses the thresholds of `model/manifest.json` on the tuning reports, running the built program itself.

Usage: tune.py DATA_DIR CODED_DIR MODEL_DIR

Coordinate ascent on the mean of the end-to-end figures; then an isotonic map from raw to calibrated confidence (pool adjacent violators).
"""
import json, subprocess, sys, tempfile
from pathlib import Path

import coded as standoff

ROOT = Path(__file__).resolve().parent.parent


def tuning_reports(data, codings, out):
    from train import tuning
    sys.path.insert(0, str(data.parent / "bench/claims"))
    import check
    standoff.gold(codings, data, out)
    for path in sorted((data / "claims/train").glob("*.claims.json")):
        name = path.name[: -len(".claims.json")]
        r = json.loads((data / "claims/train" / f"{name}.report.json").read_text())
        faults, claims = check.check(r, json.loads(path.read_text()))
        (out / f"{name}.gold.json").write_text(json.dumps({**r, "claims": claims}))
        (out / f"{name}.report.json").write_text(json.dumps(r))
    for path in out.glob("*.json"):
        if not tuning(path.name.split(".")[0]): path.unlink()


def read(folder):
    out = subprocess.run(["node", str(ROOT / "dist/cli/main.js"), "read", "--jsonl", "--quiet", *map(str, sorted(folder.glob("*.report.json")))],
                         capture_output=True, text=True)
    if out.returncode not in (0, 1): raise SystemExit(out.stderr)
    return [json.loads(line) for line in out.stdout.splitlines()]


def main():
    data, codings, model = map(Path, sys.argv[1:4])
    manifest_path = model / "manifest.json"
    manifest = json.loads(manifest_path.read_text())
    decode = manifest["decode"]
    with tempfile.TemporaryDirectory() as temp:
        folder = Path(temp)
        tuning_reports(data, codings, folder)
        import score
        gold = {p.name[: -len(".gold.json")]: json.loads(p.read_text())["claims"] for p in folder.glob("*.gold.json")}

        def attempt():
            manifest_path.write_text(json.dumps(manifest, indent=1) + "\n")
            readings = read(folder)
            f, acc, _ = score.score(gold, {r["doc"]: r["claims"] for r in readings})
            figures = {k: v.prf()[2] for k, v in f.items()} | {k: a / b for k, (a, b) in acc.items() if b}
            value = (figures["typed"] + figures["actor"] + figures["recipient"] + figures["place"] + figures["source"] + figures["figures"] + 2 * figures["row"]) / 8
            value += 0.25 * (figures["negated"] + figures["background"])
            return value, figures, readings

        decode["calibration"] = [[0, 0], [1, 1]]
        best, figures, readings = attempt()
        print(f"start {best:.4f}", figures, flush=True)
        for knob, at, steps in [("trigger", decode, (0.4, 0.5, 0.6, 0.7, 0.8, 0.9)), ("role", decode["bias"], (-0.4, 0, 0.4, 0.8)),
                                ("attribution", decode["bias"], (0, 0.4, 0.8, 1.2)), ("figure", decode["bias"], (0, 0.5, 1)),
                                ("negated", decode, (0.4, 0.5)), ("background", decode, (0.42, 0.5))]:
            chosen = at[knob]
            for x in steps:
                if x == chosen: continue
                kept, at[knob] = at[knob], x
                value, fig, r = attempt()
                if value > best + 1e-6: best, chosen, figures, readings = value, x, fig, r
                at[knob] = kept
            at[knob] = chosen
            print(f"{knob} = {chosen}: {best:.4f}", flush=True)
        # calibration: of the claims shown, which have the right type (those paired with optional gold count, too)
        pairs = []
        for r in readings:
            found = score.pairs(gold[r["doc"]], r["claims"])
            partner = {j: i for i, j in found}
            for j, c in enumerate(r["claims"]):
                pairs.append((c["confidence"], float(j in partner and gold[r["doc"]][partner[j]]["type"] == c["type"])))
        pairs.sort()
        blocks = []
        size = max(1, len(pairs) // 12)
        for k in range(0, len(pairs), size):
            part = pairs[k:k + size]
            blocks.append([sum(x for x, _ in part) / len(part), sum(y for _, y in part) / len(part), len(part)])
            while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
                b, a = blocks.pop(), blocks.pop(); n = a[2] + b[2]
                blocks.append([(a[0] * a[2] + b[0] * b[2]) / n, (a[1] * a[2] + b[1] * b[2]) / n, n])
        decode["calibration"] = [[0, 0]] + [[round(x, 4), round(y, 4)] for x, y, _ in blocks] + [[1, max(0.99, round(blocks[-1][1], 4))]]
        manifest_path.write_text(json.dumps(manifest, indent=1) + "\n")
        print(figures); print(decode)


if __name__ == "__main__":
    main()
