#!/usr/bin/env python3
"""From corpora to `model/`: all stages of training, export, and the tuning of thresholds.

Usage: all.py DATA_DIR MODEL_DIR        the program must be built (npm run build) for the last step
"""
import os, subprocess, sys, tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main():
    data, model = (str(Path(p).resolve()) for p in sys.argv[1:3])
    coded = str(HERE / "coded")
    with tempfile.TemporaryDirectory() as temp:
        def step(script, *args, **env): subprocess.run([sys.executable, str(HERE / script), *args], check=True, cwd=HERE, env={**os.environ, **env})
        step("coded.py", "check", coded, data)
        step("train.py", "skills", data, coded, f"{temp}/skills.pt", STEPS="1000", LR="2e-4")
        step("train.py", "claims", data, coded, f"{temp}/skills.pt", f"{temp}/claims-1.pt", STEPS="4000", LR="2.2e-4")
        step("train.py", "claims", data, coded, f"{temp}/claims-1.pt", f"{temp}/claims-2.pt", STEPS="1050", LR="1.7e-4", SEED="7")
        step("export.py", f"{temp}/claims-2.pt", model)
    step("tune.py", data, coded, model)


if __name__ == "__main__":
    main()
