import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Claim, Reading } from '../src/claim.js'
import { COMMAND } from './components/read.js'

const ROOT = resolve(import.meta.dirname, '..')
const DATA = resolve(ROOT, '../shared/data')
/** The coded reports that nothing was trained or tuned on, and their scorer. */
export const BENCH = resolve(ROOT, '../shared/bench/claims')

/** A claim of gold, of the program or of both, and what a complete row has wrong. */
export interface Compared {
  readonly doc: string
  /** Number of the claim in the gold file; null where there is none. */
  readonly gold: number | null
  /** Number of the claim in the reading; null where it was missed. */
  readonly found: number | null
  readonly optional: boolean
  /** True where both have the same type. */
  readonly typed: boolean
  readonly confidence: number | null
  readonly wrong: Readonly<Record<string, 'missed' | 'extra' | 'wrong'>>
}

/** Reports with their gold as the program gives claims, and what it read in them. */
export interface CodedReports {
  readonly compared: readonly Compared[]
  readonly readings: ReadonlyMap<string, Reading>
  readonly gold: ReadonlyMap<string, readonly Claim[]>
}

/** Reads every NAME.report.json of a folder with the command line and compares with NAME.gold.json. */
export const readCoded = (folder: string): CodedReports => {
  const names = readdirSync(folder).sort()
  const reports = names.filter((name) => name.endsWith('.report.json')).map((name) => join(folder, name))
  const lines = execFileSync(process.execPath, [COMMAND, 'read', '--jsonl', '--quiet', ...reports], {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  })
  const predictions = join(mkdtempSync(join(tmpdir(), 'herodot-')), 'predictions.jsonl')
  writeFileSync(predictions, lines)
  const readings = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading)
  const gold = names
    .filter((name) => name.endsWith('.gold.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Reading)
  return {
    compared: JSON.parse(
      execFileSync('python3', [join(ROOT, 'bench/compare.py'), BENCH, folder, predictions], { maxBuffer: 1 << 30, encoding: 'utf8' }),
    ) as Compared[],
    readings: new Map(readings.map((one) => [one.doc, one])),
    gold: new Map(gold.map((one) => [one.doc, one.claims])),
  }
}

/** As in `training/train.py`: one coded report in ten, by a hash of its name, is never trained on. */
const isTuning = (name: string): boolean => createHash('sha256').update(name).digest()[0]! % 10 === 0

/** The coded reports that thresholds and calibration are tuned on, with gold, in a folder made for them. */
export const tuningReports = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'herodot-tuning-'))
  execFileSync('python3', [join(ROOT, 'training/coded.py'), 'gold', join(ROOT, 'training/coded'), DATA, folder])
  execFileSync('python3', ['-c', WRITE, BENCH, join(DATA, 'claims/train'), folder])
  for (const name of readdirSync(folder)) if (!isTuning(name.split('.')[0]!)) rmSync(join(folder, name))
  return folder
}

/** Writes the coded reports of a folder in the program's own form. */
const WRITE = `
import json, pathlib, sys
sys.path.insert(0, sys.argv[1])
import check
source, out = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
for path in source.glob("*.claims.json"):
    name = path.name[:-len(".claims.json")]
    report = json.loads((source / f"{name}.report.json").read_text())
    _, claims = check.check(report, json.loads(path.read_text()))
    (out / f"{name}.gold.json").write_text(json.dumps({**report, "claims": claims}))
    (out / f"{name}.report.json").write_text(json.dumps(report))
`
