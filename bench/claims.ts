/**
 * Reads the coded reports with the command line, as a user would, and scores the claims with the benchmark's own scorer.
 *
 * npm run bench [-- GOLD_DIR]   GOLD_DIR holds NAME.report.json and NAME.gold.json; ../shared/bench/claims/dev by default
 *
 * Writes the table of bench/RESULTS.md between its `claims` marks when run on the default set.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeSection } from './results.js'

const ROOT = resolve(import.meta.dirname, '..')
const BENCH = resolve(ROOT, '../shared/bench/claims')
const folder = resolve(process.argv[2] ?? join(BENCH, 'dev'))
if (!existsSync(folder)) {
  console.error(`bench: ${folder} is not there; name a folder of coded reports`)
  process.exit(2)
}

const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.report.json'))
  .map((name) => join(folder, name))
const lines = execFileSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'read', '--jsonl', '--quiet', ...reports], {
  maxBuffer: 1 << 30,
  encoding: 'utf8',
})
const predictions = join(mkdtempSync(join(tmpdir(), 'herodot-')), 'predictions.jsonl')
writeFileSync(predictions, lines)
const table = execFileSync('python3', [join(BENCH, 'score.py'), folder, predictions, '--by-type'], { encoding: 'utf8' })
console.log(table)
if (process.argv[2] === undefined)
  writeSection('claims', `\`npm run bench\`, 20 reports of \`bench/claims/dev\`:\n\n\`\`\`\n${table.trim()}\n\`\`\``)
