import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { archive } from '../../bench/generate/archive.js'
import { readingOf } from '../../bench/generate/reading.js'
import { decide } from '../record/decisions.js'
import { findClaims } from '../record/query/claims.js'
import { reportText } from '../record/query/reports.js'
import { Record } from '../record/record.js'
import { relink } from '../record/relink.js'
import { storeReading } from '../record/store.js'
import { line } from './delimited.js'
import { priogrid } from './ged.js'
import {
  ACLED_COLUMNS,
  acled,
  claimsOf,
  csv,
  eventsOf,
  GED_COLUMNS,
  ged,
  geojson,
  importLines,
  incidentsOf,
  jsonl,
  originCount,
  parquet,
  plover,
} from './index.js'

let record: Record

beforeAll(() => {
  record = Record.open(':memory:')
  let at = 1_500_000_000_000
  for (const told of archive({ seed: 11, reports: 60, wars: 2, towns: 12 })) storeReading(record, readingOf(told), null, () => (at += 1000))
  const [first, second] = findClaims(record, {}, { limit: 2 }).items
  decide(record, { kind: 'accept', claim: first!.id, author: 'A', at })
  decide(record, { kind: 'reject', claim: second!.id, author: 'B', reason: 'not there', at: at + 1 })
  relink(record)
})
afterAll(() => record.close())

/** Cells of CSV lines without line breaks in them. */
const cells = (text: string): string[][] =>
  text
    .trimEnd()
    .split('\r\n')
    .map((row) =>
      [...`,${row}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!),
    )

const rowsOf = (text: string): { readonly [column: string]: string }[] => {
  const [columns, ...rows] = cells(text)
  return rows.map((row) => Object.fromEntries(columns!.map((column, i) => [column, row[i]!])))
}

test('an export is taken back without loss', async () => {
  const lines = [...jsonl(record)]
  const other = Record.open(':memory:')
  const { readings, decisions } = await importLines(
    other,
    lines.map((text) => JSON.parse(text) as unknown),
  )
  relink(other)
  expect([readings, decisions]).toEqual([60, 2])
  expect([...jsonl(other)].join('') === lines.join('')).toBe(true)
  for (const write of [
    (one: Record) => csv(claimsOf(one, {}), originCount(one)),
    (one: Record) => acled(eventsOf(one, {}, 'ged')),
    (one: Record) => geojson(eventsOf(one, {}, 'ged')),
  ])
    expect([...write(other)].join('') === [...write(record)].join('')).toBe(true)
  expect(
    await importLines(
      other,
      lines.map((text) => JSON.parse(text) as unknown),
    ),
  ).toEqual({ readings: 0, unchanged: 60, decisions: 0 })
  other.close()
})

test('a line of another format is named', async () => {
  const other = Record.open(':memory:')
  await expect(importLines(other, [{ kind: 'herodot', format: 1 }, { kind: 'reading' }])).rejects.toThrow(/^line 2 .*\[import\/bad-line\]$/)
  other.close()
})

test('ACLED has its 31 columns and none of its ids', () => {
  const text = [...acled(eventsOf(record, {}, 'ged'))].join('')
  expect(ACLED_COLUMNS).toHaveLength(31)
  const rows = rowsOf(text)
  expect(rows.every((row) => row.event_id_cnty === '')).toBe(true)
})

test('GED has its 49 columns, its deaths add up and no id is made up', () => {
  expect(GED_COLUMNS).toHaveLength(49)
  const rows = rowsOf([...ged(eventsOf(record, {}, 'ged'))].join(''))
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) {
    expect([row.id, row.conflict_new_id, row.side_a_new_id, row.gwnoa]).toEqual(['', '', '', ''])
    const deaths = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'].reduce((sum, column) => sum + Number(row[column]), 0)
    expect(deaths).toBe(Number(row.best))
    expect(Number(row.low)).toBeLessThanOrEqual(Number(row.best))
    expect(Number(row.high)).toBeGreaterThanOrEqual(Number(row.best))
    expect(Number(row.number_of_sources)).toBeGreaterThan(0)
    if (row.latitude === '') expect(row.where_prec === '' || row.geom_wkt === '').toBe(true)
  }
})

test('words that several claims share are named once', () => {
  for (const { tags } of rowsOf([...acled(eventsOf(record, {}, 'ged'))].join(''))) {
    const words = /words=(.*)$/.exec(tags!)![1]!.split(' ')
    expect(new Set(words).size).toBe(words.length)
  }
  for (const { source_article } of rowsOf([...ged(eventsOf(record, {}, 'ged'))].join(''))) {
    const articles = source_article!.split('; ')
    expect(new Set(articles).size).toBe(articles.length)
  }
})

test('the words of a row are in the report', () => {
  const [, , ...rows] = cells([...csv(claimsOf(record, {}), originCount(record))].join(''))
  for (const row of rows) {
    const [, report, start, end] = /^(.+)#(\d+)-(\d+)$/.exec(row.at(-2)!)!
    expect(reportText(record, report!).slice(Number(start), Number(end))).toBe(row.at(-1)!)
  }
})

test('CSV has one HXL tag a column', () => {
  const [titles, tags] = cells([...csv([], () => null)].join(''))
  expect(tags).toHaveLength(titles!.length)
  for (const tag of tags!) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*$/)
})

test('GeoJSON parses, with points in range', () => {
  const { type, features } = JSON.parse([...geojson(eventsOf(record, {}, 'ged'))].join('')) as {
    type: string
    features: { geometry: { coordinates: [number, number] }; properties: { origins: number; words: string[] } }[]
  }
  expect(type).toBe('FeatureCollection')
  expect(features.length).toBeGreaterThan(5)
  for (const { geometry, properties } of features) {
    expect(Math.abs(geometry.coordinates[1])).toBeLessThanOrEqual(90)
    expect(properties.origins).toBeGreaterThan(0)
    expect(properties.words.length).toBeGreaterThan(0)
  }
})

test('PLOVER leaves out what it has no type for', () => {
  for (const text of plover(claimsOf(record, {}), originCount(record)))
    expect((JSON.parse(text) as { event: string | null }).event).not.toBeNull()
})

test('Parquet has a row for every claim, incident and filler', async () => {
  const files = parquet(claimsOf(record, {}), incidentsOf(record, {}), originCount(record))
  const read = async (bytes: Uint8Array) => parquetReadObjects({ file: bytes.slice().buffer as ArrayBuffer })
  const claims = [...claimsOf(record, {})]
  const rows = await read(files['claims.parquet'])
  expect(rows.map(({ id }) => id)).toEqual(claims.map(({ id }) => id))
  expect(rows.map(({ time }) => time ?? null)).toEqual(claims.map(({ claim }) => claim.time.value))
  expect(await read(files['incidents.parquet'])).toHaveLength([...incidentsOf(record, {})].length)
  expect((await read(files['fillers.parquet'])).filter(({ role }) => role === 'place')).toHaveLength(
    claims.flatMap(({ claim }) => claim.place).length,
  )
})

test('an empty record exports empty tables', () => {
  const empty = Record.open(':memory:')
  expect([...acled(eventsOf(empty, {}, 'ged'))]).toHaveLength(1)
  expect(JSON.parse([...geojson(eventsOf(empty, {}, 'ged'))].join(''))).toEqual({ type: 'FeatureCollection', features: [] })
  expect(parquet(claimsOf(empty, {}), incidentsOf(empty, {}), originCount(empty))['claims.parquet'].length).toBeGreaterThan(8)
  empty.close()
})

test('cells that a spreadsheet would run are made harmless, numbers stay', () => {
  expect(line(['=1+1', '@x', 'a,"b"\n', -3, null, true])).toBe(`'=1+1,'@x,"a,""b""\n",-3,,true\r\n`)
})

// From the PRIO-GRID codebook: the cell of 89.75 S, 179.75 W is 1, and each row has 720.
test('numbers cells as PRIO-GRID does', () => {
  expect([priogrid(-89.75, -179.75), priogrid(-89.25, -179.75), priogrid(89.75, 179.75)]).toEqual([1, 721, 259200])
})
