import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { captured, flushed } from '../../test/effects.js'
import { memoryFiles } from '../../test/memory-files.js'
import { FAKE, recordOf, reportWith, temporary } from '../../test/record.js'
import { herodot } from '../cli/herodot.js'
import { decide } from '../record/decisions.js'
import { findClaims } from '../record/query/claims.js'
import type { Record } from '../record/record.js'
import { relink } from '../record/relink.js'
import { coarseTime } from './coarsen.js'
import { csvLine } from './csv.js'
import { preview } from './preview.js'
import { type Profile, ProfileSchema } from './profile.js'
import { FolderTaken, listPublications, publish } from './publish.js'

const NOW = Date.parse('2017-06-01T12:00Z')

const PUBLIC: Partial<Profile> = { claims: 'not-rejected', names: 'public', sources: 'named', place: 'as-coded', time: 'as-coded' }
const profileOf = (changes: object): Profile =>
  ProfileSchema.parse({
    name: 'test',
    of: ['claims'],
    formats: ['jsonl'],
    fields: ['type', 'time', 'place', 'actors', 'recipients', 'words'],
    ...changes,
  })

const rowsOf = async (record: Record, changes: object): Promise<readonly { readonly [column: string]: unknown }[]> => {
  const folder = join(temporary(), 'out')
  const { files } = await publish(record, profileOf(changes), folder, NOW)
  return readFileSync(join(folder, files[0]!.name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

const attack = 'the army attacked rebels in Mosul on 2016-11-01 killing 12, Ali said'

describe('a profile', () => {
  it('publishes nothing that it does not name', async () => {
    expect(() => ProfileSchema.parse({})).toThrow()
    expect(() => ProfileSchema.parse({ name: 'x', of: ['claims'], formats: ['csv'], fields: [] })).toThrow()
    expect(() => profileOf({ feilds: [] })).toThrow()
    expect(await rowsOf(recordOf([attack]), {})).toEqual([])
    const rows = await rowsOf(recordOf([attack]), { claims: 'not-rejected' })
    expect(rows).toEqual([{ id: expect.any(String), incident: null, type: 'ASSAULT', mode: 'firearms', time: null, place: [], admin1: [], country: [], actors: [], recipients: [], words: null }]) // biome-ignore format: one row
  })

  it('leaves out what is held or rejected, and what nobody accepted', async () => {
    const record = recordOf(['rebels fled', 'rebels fled\n', 'rebels fled\n\n', 'rebels left'])
    const [held, rejected, accepted] = findClaims(record).items
    decide(record, { kind: 'hold', claim: held!.id, author: 'ann' })
    decide(record, { kind: 'reject', claim: rejected!.id, author: 'ann' })
    decide(record, { kind: 'accept', claim: accepted!.id, author: 'ann' })
    expect((await rowsOf(record, { ...PUBLIC, claims: 'accepted' })).map(({ id }) => id)).toEqual([accepted!.id])
    expect((await rowsOf(record, PUBLIC)).length).toBe(2)
    const { removed, claims } = await preview(record, profileOf({}), NOW)
    expect(claims).toEqual({ before: 4, after: 1 })
    expect(removed).toMatchObject({ held: 1, rejected: 1, 'nobody accepted it': 1 })
  })

  it('waits', async () => {
    const record = recordOf([
      reportWith('rebels fled', { published: '2017-05-20', doc: 'a' }),
      reportWith('rebels left', { published: '2016-05-20', doc: 'b' }),
    ])
    expect((await rowsOf(record, { ...PUBLIC, delayDays: 30 })).map(({ type }) => type)).toEqual(['WHEREABOUTS'])
    expect((await rowsOf(record, { ...PUBLIC, delayDays: 5 })).length).toBe(2)
  })

  it('makes place and time coarser, and keeps no words that would tell more', async () => {
    const fields = ['time', 'place', 'coordinates', 'words', 'published', 'url', 'title']
    const [row] = await rowsOf(recordOf([reportWith(attack, { title: 'Mosul', url: 'https://x.example/mosul' })]), {
      ...PUBLIC,
      fields,
      place: 'admin1',
      time: 'month',
    })
    expect(row).toMatchObject({
      time: '2016-11',
      published: '2016-11',
      place: ['Nineveh'],
      admin1: ['Nineveh'],
      country: ['IRQ'],
      words: null,
    })
    expect(JSON.stringify(row).replace('https://x.example/mosul', '')).not.toMatch(/Mosul|mosul|36\.|2016-11-/)
    const [country] = await rowsOf(recordOf([attack]), { ...PUBLIC, fields, place: 'country', time: 'year' })
    expect(country).toMatchObject({ time: '2016', place: ['IRQ'], admin1: [null] })
  })

  it('names no private person', async () => {
    const record = recordOf(['Jane Doe met Taliban in Mosul, Ali said'])
    const fields = ['actors', 'recipients', 'attribution', 'words']
    const [row] = await rowsOf(record, { ...PUBLIC, fields })
    expect(row).toMatchObject({ actors: [], recipients: ['Taliban'], attribution: [null], words: null })
    expect(JSON.stringify(row)).not.toMatch(/Jane|Ali/)
    expect((await rowsOf(record, { ...PUBLIC, fields, names: 'codes' }))[0]).toMatchObject({ actors: [], recipients: ['AFG:UAF'] })
  })

  it('withholds sources, and then gives ids that lead nowhere', async () => {
    const record = recordOf([reportWith(attack, { publisher: 'Wire', url: 'https://wire.example/1' })])
    const fields = ['publisher', 'url', 'attribution', 'origins', 'words', 'type']
    const [row] = await rowsOf(record, { ...PUBLIC, fields, sources: 'withheld' })
    expect(JSON.stringify(row)).not.toMatch(/Wire|wire|Ali/)
    expect(row!.id).not.toBe(findClaims(record).items[0]!.id)
    expect((await rowsOf(record, { ...PUBLIC, fields, sources: 'publishers' }))[0]).toMatchObject({ publisher: 'Wire', attribution: [] })
  })

  it('leaves out what has a name to be withheld', async () => {
    const record = recordOf([attack, 'Iraq met Taliban'])
    for (const name of ['mosul', 'Ali', 'rebels', '2016-11-01', 'killing 12'])
      expect((await rowsOf(record, { ...PUBLIC, withhold: [name] })).map(({ type }) => type)).toEqual(['CONSULT'])
  })

  it('gives incidents by what may be published of their claims', async () => {
    const record = recordOf([
      attack.replace(', Ali said', ''),
      reportWith(attack, { doc: 'other', publisher: 'Daily', published: '2016-11-04' }),
    ])
    relink(record)
    const [row] = await rowsOf(record, { ...PUBLIC, of: ['incidents'], fields: ['type', 'figures', 'place'] })
    expect(row).toMatchObject({ claims: 2, reports: 2, type: ['ASSAULT'], place: ['Mosul'] })
    const [rejected] = findClaims(record).items
    decide(record, { kind: 'reject', claim: rejected!.id, author: 'ann' })
    expect((await rowsOf(record, { ...PUBLIC, of: ['incidents'], fields: ['type'] }))[0]).toMatchObject({ claims: 1, reports: 1 })
  })
})

describe('a publication', () => {
  it('has a manifest by which its files can be checked', async () => {
    const record = recordOf([attack, 'Iraq met Taliban'])
    decide(record, { kind: 'accept', claim: findClaims(record).items[0]!.id, author: 'ann' })
    const folder = join(temporary(), 'out')
    const manifest = await publish(record, profileOf({ ...PUBLIC, of: ['claims', 'incidents'], formats: ['csv', 'jsonl'] }), folder, NOW)
    expect(readdirSync(folder).sort()).toEqual(['claims.csv', 'claims.jsonl', 'incidents.csv', 'incidents.jsonl', 'manifest.json'])
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest)
    for (const { name, sha256, bytes } of manifest.files) {
      const file = readFileSync(join(folder, name))
      expect([createHash('sha256').update(file).digest('hex'), file.length]).toEqual([sha256, bytes])
    }
    expect(manifest).toMatchObject({
      coders: [{ name: 'fake', claims: 2 }],
      decisions: { accept: 1 },
      published: '2017-06-01T12:00:00.000Z',
    })
    expect(await listPublications(join(folder, '..'))).toEqual([{ id: 'out', manifest }])
  })

  it('is the same twice where sources are named, and never overwrites another', async () => {
    const record = recordOf([attack, 'Iraq met Taliban'])
    const folder = join(temporary(), 'out')
    const profile = profileOf(PUBLIC)
    const first = await publish(record, profile, folder, NOW)
    await expect(publish(record, profile, folder, NOW)).rejects.toThrow(FolderTaken)
    expect(await publish(record, profile, join(temporary(), 'b'), NOW)).toEqual(first)
  })
})

it.each([
  ['2016-11-04', 'month', '2016-11'],
  ['2016-11-04', 'year', '2016'],
  ['2016-11-04/2016-11-25', 'month', '2016-11'],
  ['2016-11-04/2017-01-25', 'month', '2016-11/2017-01'],
  ['../2016-11-03', 'year', '../2016'],
  ['2016-23', 'month', '2016'],
  ['2016', 'month', '2016'],
  ['201X', 'month', null],
] as const)('%s to the %s is %s', (value, to, coarse) => {
  expect(coarseTime(value, to)).toBe(coarse)
})

it('writes cells that no spreadsheet takes for formulas', () => {
  expect(csvLine(['=1+1', 'a,"b"', null, ['x', 'y'], -1, { low: 1 }])).toBe(`'=1+1,"a,""b""",,x; y,-1,"{""low"":1}"\r\n`)
})

describe('herodot publish', () => {
  const run = async (...args: readonly string[]) => {
    const effects = captured(memoryFiles({}), FAKE)
    const code = await herodot(['publish', ...args], effects)
    await flushed(effects)
    return { code, out: effects.stdout.text, err: effects.stderr.text }
  }

  it('writes a publication, or tells what it would be', async () => {
    const folder = temporary()
    const record = join(folder, 'r.db')
    recordOf([attack], record).close()
    const file = join(folder, 'profile.json')
    writeFileSync(file, JSON.stringify(profileOf({ ...PUBLIC, formats: ['csv'] })))
    const shown = await run('--record', record, '--profile', file, '--preview')
    expect([shown.code, JSON.parse(shown.out).claims]).toEqual([0, { before: 1, after: 1 }])
    expect(await run('--record', record, '--profile', file, '--out', join(folder, 'out'))).toMatchObject({
      code: 0,
      err: 'claims.csv: 1 row\nremoved: name of a private source withheld: 1\n',
    })
    expect(await run('--record', record, '--profile', file, '--out', join(folder, 'out'))).toMatchObject({ code: 1 })
    writeFileSync(file, '{"name": "x"}')
    expect((await run('--record', record, '--profile', file, '--preview')).err).toContain('[publish/bad-profile]')
  })

  it('wants a profile', async () => {
    expect(await run()).toMatchObject({ code: 2 })
    expect(await run('--profile', 'x')).toMatchObject({ code: 2 })
    expect(await run('--profile', '/nowhere', '--preview')).toMatchObject({ code: 1, err: 'herodot: there is no /nowhere\n' })
  })
})
