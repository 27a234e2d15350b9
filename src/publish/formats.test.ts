import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archive } from '../../bench/generate/archive.js'
import { readingOf } from '../../bench/generate/reading.js'
import { recordOf, reportWith, temporary } from '../../test/record.js'
import type { Claim } from '../claim.js'
import { CLAIM_COLUMNS } from '../export/csv.js'
import { decide } from '../record/decisions.js'
import { eachClaim, findClaims } from '../record/query/claims.js'
import { Record } from '../record/record.js'
import { relink } from '../record/relink.js'
import { storeReading } from '../record/store.js'
import { isPublished } from './columns.js'
import { preview } from './preview.js'
import { FORMATS, type Profile, ProfileSchema, PUBLISHABLE } from './profile.js'
import { publish } from './publish.js'

const NOW = Date.parse('2026-06-01T12:00Z')
const OPEN = { place: 'as-coded', time: 'as-coded', names: 'public', sources: 'named', claims: 'not-rejected', fields: PUBLISHABLE }

const profileOf = (changes: object): Profile =>
  ProfileSchema.parse({ name: 'test', of: ['claims', 'incidents'], formats: FORMATS, ...OPEN, ...changes })

const written = async (record: Record, changes: object) => {
  const folder = join(temporary(), 'out')
  const manifest = await publish(record, profileOf(changes), folder, NOW)
  const bytes = (name: string) => readFileSync(join(folder, name))
  return {
    manifest,
    bytes,
    text: (name: string) => bytes(name).toString(),
    all: () => manifest.files.map(({ name }) => bytes(name).toString('latin1')).join('\n'),
  }
}

const table = (bytes: Buffer) => new Uint8Array(bytes).buffer

const columnsOf = (text: string) => text.slice(0, text.indexOf('\r\n')).split(',')

/** With the codes that ACLED's table needs. */
const coded = (claim: Claim): Claim =>
  claim.type === 'ASSAULT' ? { ...claim, codes: { ...claim.codes, acled: { event: 'Battles', subEvent: 'Armed clash' } } } : claim

let record: Record
beforeAll(() => {
  record = Record.open(':memory:')
  let at = 1_500_000_000_000
  for (const told of archive({ seed: 11, reports: 60, wars: 2, towns: 12 })) {
    const reading = readingOf(told)
    storeReading(record, { ...reading, claims: reading.claims.map(coded) }, null, () => (at += 1000))
  }
  relink(record)
})
afterAll(() => record.close())

describe('formats of a publication', () => {
  it('are those of the exporter, each file with its rows and its hash', async () => {
    const { manifest, bytes, text } = await written(record, {})
    expect(manifest.files.map(({ name }) => name)).toEqual([
      ...['claims.csv', 'incidents.csv', 'claims.jsonl', 'incidents.jsonl', 'claims-hxl.csv', 'incidents-acled.csv', 'incidents-ged.csv'],
      ...['incidents.geojson', 'claims.parquet', 'fillers.parquet', 'incidents.parquet'],
    ])
    for (const { name, rows, bytes: size, sha256 } of manifest.files) {
      expect(rows, name).toBeGreaterThan(5)
      expect([bytes(name).length, createHash('sha256').update(bytes(name)).digest('hex')]).toEqual([size, sha256])
    }
    const rowsOf = (name: string) => manifest.files.find((file) => file.name === name)!.rows
    expect((JSON.parse(text('incidents.geojson')) as { features: object[] }).features.length).toBe(rowsOf('incidents.geojson'))
    for (const name of ['claims.parquet', 'fillers.parquet', 'incidents.parquet'])
      expect((await parquetReadObjects({ file: table(bytes(name)) })).length).toBe(rowsOf(name))
    expect((await preview(record, profileOf({}), NOW)).files).toEqual(manifest.files.map(({ name, rows }) => ({ name, rows })))
  })

  it('have deaths as the whole record gives them, though the words are gone', async () => {
    const best = (text: string) =>
      text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',').at(-5))
        .sort()
    const open = await written(record, { formats: ['ged'] })
    const closed = await written(record, {
      formats: ['ged'],
      place: 'admin1',
      time: 'month',
      names: 'codes',
      sources: 'withheld',
      fields: ['type', 'figures'],
    })
    expect(best(closed.text('incidents-ged.csv'))).toEqual(best(open.text('incidents-ged.csv')))
  })

  it('tell nothing that the profile withholds', async () => {
    const secret = reportWith('the army attacked rebels in Mosul on 2016-11-01 killing 12, Ali said', {
      ...{ doc: 'secret.html', title: 'Mosul secret', publisher: 'Wire', url: 'https://wire.example/secret' },
    })
    const own = recordOf([secret])
    relink(own)
    const ids = findClaims(own).items.flatMap(({ id, report, incident }) => [id, report.id, incident!])
    const tight = {
      place: 'country',
      time: 'year',
      names: 'codes',
      sources: 'withheld',
      formats: FORMATS.filter((one) => one !== 'geojson'),
    }
    const out = (await written(own, tight)).all()
    for (const word of [
      ...ids,
      'Mosul',
      'Nineveh',
      '36.3',
      '43.1',
      '2016-11',
      'Ali',
      'Wire',
      'wire.example',
      'secret',
      'the army',
      'attacked',
      '#0-',
    ])
      expect(out, word).not.toContain(word)
    expect(out).toContain('IRQ:MIL')
    const bare = (await written(own, { ...OPEN, fields: ['type', 'codes', 'figures'], formats: tight.formats })).all()
    for (const word of [
      'Mosul',
      'IRQ',
      '36.3',
      '2016',
      'Ali',
      'Wire',
      'wire.example',
      'secret',
      'army',
      'attacked',
      'certain',
      'actual',
      '#0-',
    ])
      expect(bare, word).not.toContain(word)
    own.close()
  })

  it('leave columns out that the profile does not name', async () => {
    const { text, bytes } = await written(record, { formats: ['hxl', 'parquet'], fields: ['type', 'time'] })
    expect(columnsOf(text('claims-hxl.csv'))).toEqual(['id', 'type', 'mode', 'when', 'when_precision', 'incident'])
    const columns = parquetSchema(parquetMetadata(table(bytes('incidents.parquet')))).children.map(({ element }) => element.name)
    expect(columns).toEqual(['id', 'type', 'mode', 'from', 'to', 'claims', 'reports', 'origins'])
    const whole = profileOf({})
    expect(CLAIM_COLUMNS.filter(({ title }) => !isPublished(whole, 'claims', title)).map(({ title }) => title)).toEqual(['contradicted'])
  })

  it('count incidents by what is let out of them', async () => {
    const claims = [...eachClaim(record, {})]
    const incident = findClaims(record, { minOrigins: 2 }).items.find((row) => row.incident !== null)!.incident!
    const inside = claims.filter((row) => row.incident === incident)
    for (const { id } of inside.slice(1)) decide(record, { kind: 'reject', claim: id, author: 'ann', reason: 'test' })
    const { text } = await written(record, { formats: ['geojson', 'jsonl'], of: ['incidents'] })
    const { features } = JSON.parse(text('incidents.geojson')) as {
      features: { id: string; properties: { reports: number; origins: number } }[]
    }
    const row = text('incidents.jsonl')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .find(({ id }) => id === incident)
    expect(row).toMatchObject({ claims: 1, reports: 1, origins: 1 })
    const feature = features.find(({ id }) => id === incident)
    if (feature) expect(feature.properties).toMatchObject({ reports: 1, origins: 1 })
  })

  it.each([
    [{ formats: ['acled'], of: ['claims'] }, /acled needs incidents/],
    [{ formats: ['ged'], fields: ['type'] }, /ged needs the fields figures/],
    [{ formats: ['geojson'], place: 'admin1' }, /geojson needs places as coded/],
  ])('that would say nothing are refused: %j', (changes, message) => {
    expect(() => profileOf(changes)).toThrow(message)
  })
})
