import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CERTAINTIES, FIGURE_KINDS, STATUSES } from '../src/claim.js'
import { KNOWLEDGE, loadCodebook } from '../src/code/codebook.js'
import { rowsOf } from '../src/code/crosswalk.js'

const read = (name: string) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8')
const claims = read('claims.md')
const codes = read('codes.md')
const codebook = loadCodebook()

test('docs/claims.md lists every type with its modes, and every value', () => {
  for (const { type, modes } of codebook.types.values()) {
    const row = claims.split('\n').find((line) => line.startsWith(`| ${type} |`))
    if (modes.length > 0) expect(row).toMatch(new RegExp(`\\| ${modes.map(({ mode }) => mode).join(', ')} \\|$`))
    else expect(row).toBeDefined()
  }
  for (const value of [...STATUSES, ...CERTAINTIES, ...FIGURE_KINDS]) expect(claims).toContain(`\`${value}\``)
})

test('docs/codes.md lists every context and every code of ACLED that a claim can get', () => {
  for (const { context } of codebook.contexts) expect(codes).toContain(context)
  const rows = rowsOf(readFileSync(new URL('crosswalk-acled.tsv', KNOWLEDGE), 'utf8'))
  for (const { subEvent } of rows.filter((row) => row.event !== '-')) expect(codes).toContain(`| ${subEvent} |`)
})
