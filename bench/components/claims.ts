import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Component, GoldDocument } from './component.js'
import { type Counts, f1, sum, withInterval } from './counts.js'
import { DATA } from './data.js'

const BENCH = join(DATA, '../bench/claims')
/** What `score.py` counts, with the aim of the project for each. */
const AIMS: readonly (readonly [string, number])[] = [
  ['typed', 70],
  ['actor', 60],
  ['recipient', 55],
  ['place', 70],
  ['source', 65],
  ['figures', 75],
  ['row', 45],
]

/** Whole claims on the coded reports of the claims bench, with its own scorer; `npm run bench` has the rest of the table. */
export const claims: Component = (read) => {
  const folder = join(BENCH, 'dev')
  if (!existsSync(folder)) return []
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith('.report.json'))
    .map((name) => ({ ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldDocument<null>), gold: null }))
  const predictions = join(mkdtempSync(join(tmpdir(), 'herodot-')), 'predictions.jsonl')
  writeFileSync(
    predictions,
    read(documents)
      .map(({ doc, reading }) => `${JSON.stringify({ doc, claims: reading.claims })}\n`)
      .join(''),
  )
  const counts = JSON.parse(execFileSync('python3', ['-c', COUNT, BENCH, folder, predictions], { encoding: 'utf8' })) as Counts[]
  return AIMS.map(([name, aim]) => ({
    component: 'claims',
    data: 'claims/dev; not trained on',
    n: `${documents.length} reports, ${sum(counts, `${name}.gold`)} in gold`,
    metric: name === 'row' ? 'F1 of rows that need no edit' : `F1, ${name}`,
    figure: withInterval(counts, f1(name)),
    reference: `aim ${aim}`,
  }))
}

/** The counts of `score.py` for each report by itself. */
const COUNT = `
import json, pathlib, sys
sys.path.insert(0, sys.argv[1])
from score import score
said = {d["doc"]: d["claims"] for d in map(json.loads, open(sys.argv[3], encoding="utf-8"))}
out = []
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.gold.json")):
    gold = json.loads(path.read_text())
    f, _, _ = score({gold["doc"]: gold["claims"]}, said)
    out.append({f"{k}.{n}": v for k, c in f.items() for n, v in (("hits", c.hit), ("gold", c.gold), ("found", c.predicted))})
print(json.dumps(out))
`
