import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CLAIM_TYPES, FIGURE_KINDS, STATUSES } from '../claim.js'
import { KNOWLEDGE } from './codebook.js'
import { CONDITIONS, PARTIES, rowsOf } from './crosswalk.js'

const read = (name: string) => readFileSync(new URL(name, KNOWLEDGE), 'utf8')

const QUADS = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'] as const
const text = z.string().min(1)
const name = z.string().regex(/^[a-z][a-z_-]*$/)
const sector = z.string().regex(/^[A-Z]{3}$/)

const codebookSchema = z.strictObject({
  about: text,
  types: z.array(
    z.strictObject({
      type: z.enum(CLAIM_TYPES),
      plover: z.string().nullable(),
      kind: z.enum(['event', 'state']),
      quadClass: z.enum(QUADS).nullable(),
      figures: z.array(z.enum(FIGURE_KINDS)).min(1),
      definition: text,
      modes: z.array(z.strictObject({ mode: name, definition: text })),
    }),
  ),
  contexts: z.array(z.strictObject({ context: name, definition: text, cues: z.array(text).min(1), sectors: z.array(sector) })),
  specialContexts: z.array(z.strictObject({ context: name, definition: text })),
  parties: z.array(z.strictObject({ party: z.enum(PARTIES), definition: text, sectors: z.array(sector).min(1) })),
  partyWords: z.array(z.strictObject({ party: z.enum(PARTIES), definition: text, cues: z.array(text).min(1) })),
  counted: z.strictObject({ ends: z.array(text), leads: z.array(text), things: z.array(name) }),
})

const file = codebookSchema.parse(JSON.parse(read('codebook.json')))
const modes = new Set(file.types.flatMap((entry) => entry.modes.map(({ mode }) => mode)))

const ACLED: Readonly<Record<string, readonly string[]>> = {
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
}

describe('codebook.json', () => {
  test('defines every type once, in order', () => expect(file.types.map(({ type }) => type)).toEqual(CLAIM_TYPES))

  test('gives states neither modes nor codes of PLOVER', () => {
    for (const entry of file.types.filter(({ plover }) => plover === null)) expect(entry).toMatchObject({ quadClass: null, modes: [] })
    expect(file.types.filter(({ plover }) => plover !== null)).toHaveLength(16)
  })

  test('names nothing twice', () => {
    const lists = [
      file.contexts.map(({ context }) => context),
      file.parties.flatMap(({ sectors }) => sectors),
      ...file.types.map((entry) => entry.modes.map(({ mode }) => mode)),
      ...file.contexts.map(({ cues }) => cues),
    ]
    for (const list of lists) expect(list).toEqual([...new Set(list)])
  })

  test('writes cue words in lower case, with `*` only at the end', () => {
    for (const { cues } of [...file.contexts, ...file.partyWords]) for (const cue of cues) expect(cue).toMatch(/^[^*A-Z]+\*?$/)
  })
})

describe.each([
  ['crosswalk-cameo.tsv', ['cameo', 'quadClass', 'why']],
  ['crosswalk-acled.tsv', ['event', 'subEvent', 'why']],
])('%s', (table, codes) => {
  const lines = read(table)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const rows = rowsOf(read(table))

  test('has all its columns, each line full', () => {
    expect(lines[0]!.split('\t')).toEqual([...CONDITIONS, ...codes])
    for (const line of lines) expect(line.split('\t').filter((cell) => cell !== '')).toHaveLength(CONDITIONS.length + codes.length)
  })

  test.each([
    ['type', new Set<string>(CLAIM_TYPES)],
    ['mode', modes],
    ['status', new Set<string>(STATUSES)],
    ['actor', new Set<string>([...PARTIES, 'none', 'unknown'])],
    ['recipient', new Set<string>([...PARTIES, 'none', 'unknown'])],
    ['place', new Set(['yes', 'none'])],
  ])('%s has known values only', (column, known) => {
    for (const row of rows) for (const value of row[column]!.split('|')) if (value !== '-') expect(known).toContain(value)
  })

  test('asks only for modes that one of its types has', () => {
    for (const row of rows.filter(({ mode }) => mode !== '-')) {
      const types = file.types.filter(({ type }) => row.type!.split('|').includes(type))
      const known = types.flatMap((entry) => entry.modes.map(({ mode }) => mode))
      expect(known).toEqual(expect.arrayContaining(row.mode!.split('|')))
    }
  })
})

test('crosswalk-cameo.tsv gives every event of PLOVER a root and a quad class', () => {
  const rows = rowsOf(read('crosswalk-cameo.tsv'))
  for (const { cameo, quadClass } of rows) {
    expect(cameo).toMatch(/^(0[1-9]|1\d|20)$/)
    expect(QUADS).toContain(quadClass)
  }
  const always = rows.filter((row) => CONDITIONS.every((column) => column === 'type' || row[column] === '-')).map(({ type }) => type)
  expect(always.toSorted()).toEqual(file.types.flatMap(({ plover }) => plover ?? []).toSorted())
})

test('crosswalk-acled.tsv has the event and sub-event types of ACLED only', () => {
  for (const { event, subEvent } of rowsOf(read('crosswalk-acled.tsv'))) if (event !== '-') expect(ACLED[event!]).toContain(subEvent)
})
