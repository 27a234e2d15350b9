import { acledRow } from '../export/acled.js'
import { CLAIM_COLUMNS } from '../export/csv.js'
import { table } from '../export/delimited.js'
import type { ExportEvent } from '../export/event.js'
import { gedRow } from '../export/ged.js'
import { featureOf } from '../export/geojson.js'
import { ACLED_COLUMNS, csv, GED_COLUMNS, geojson, type ParquetFile, parquet } from '../export/index.js'
import { fillersOf } from '../export/parquet.js'
import type { ClaimRow } from '../record/index.js'
import { isPublished } from './columns.js'
import type { Content } from './content.js'
import { csvLine } from './csv.js'
import type { Incident } from './incident.js'
import type { Format, Profile } from './profile.js'
import type { Row } from './row.js'

/** One file of a publication. */
export interface PublishedFile {
  readonly name: string
  readonly rows: number
  readonly parts: () => Iterable<string | Uint8Array>
}

/** The files that a profile asks for. */
export const filesOf = (profile: Profile, { claims, incidents }: Content): readonly PublishedFile[] => {
  const rows = claims.map(({ thing }) => thing)
  const things = incidents.map(({ thing }) => thing)
  const events = things.flatMap(({ event }) => event ?? [])
  const has = (of: Profile['of'][number]) => profile.of.includes(of)
  const tables = [
    ...(has('claims') ? [['claims', claims.map(({ row }) => row)] as const] : []),
    ...(has('incidents') ? [['incidents', incidents.map(({ row }) => row)] as const] : []),
  ]
  const made: { readonly [format in Format]: () => readonly PublishedFile[] } = {
    csv: () => tables.map(([of, all]) => ({ name: `${of}.csv`, rows: all.length, parts: () => plainCsv(all) })),
    jsonl: () => tables.map(([of, all]) => ({ name: `${of}.jsonl`, rows: all.length, parts: () => jsonLines(all) })),
    hxl: () => [{ name: 'claims-hxl.csv', rows: rows.length, parts: () => csv(rows, originsIn(things), hxlColumns(profile)) }],
    acled: () => [eventTable('incidents-acled.csv', events, ACLED_COLUMNS, acledRow)],
    ged: () => [eventTable('incidents-ged.csv', events, GED_COLUMNS, gedRow)],
    geojson: () => {
      const drawn = events.filter((event) => featureOf(event) !== null)
      return [{ name: 'incidents.geojson', rows: drawn.length, parts: () => geojson(drawn) }]
    },
    parquet: () => parquetFiles(profile, rows, things),
  }
  return [...new Set(profile.formats)].flatMap((format) => made[format]())
}

function* plainCsv(rows: readonly Row[]): Generator<string> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  yield csvLine(columns)
  for (const row of rows) yield csvLine(columns.map((column) => row[column]))
}

function* jsonLines(rows: readonly Row[]): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`
}

const eventTable = <Name extends string>(
  name: string,
  events: readonly ExportEvent[],
  columns: readonly Name[],
  cellsOf: Parameters<typeof table<ExportEvent, Name>>[2],
): PublishedFile => {
  const told = events.filter((event) => cellsOf(event) !== null)
  return { name, rows: told.length, parts: () => table(columns, told, cellsOf) }
}

const hxlColumns = (profile: Profile) => CLAIM_COLUMNS.filter(({ title }) => isPublished(profile, 'claims', title))

const originsIn = (incidents: readonly Incident[]) => {
  const origins = new Map(incidents.map(({ row }) => [row.id, row.origins]))
  return (incident: string | null) => (incident === null ? null : (origins.get(incident) ?? null))
}

const parquetFiles = (profile: Profile, rows: readonly ClaimRow[], things: readonly Incident[]): readonly PublishedFile[] => {
  const counts: readonly (readonly [of: 'claims' | 'incidents', name: ParquetFile, rows: number])[] = [
    ['claims', 'claims.parquet', rows.length],
    ['claims', 'fillers.parquet', rows.flatMap(fillersOf).length],
    ['incidents', 'incidents.parquet', things.length],
  ]
  const files = () =>
    parquet(
      rows,
      things.map(({ row }) => row),
      originsIn(things),
      (file, column) => isPublished(profile, PARQUET[file], column),
    )
  let packed: ReturnType<typeof files> | null = null
  return counts
    .filter(([of]) => profile.of.includes(of))
    .map(([, name, number]) => ({
      name,
      rows: number,
      parts: () => {
        packed ??= files()
        return [packed[name]]
      },
    }))
}

const PARQUET = { 'claims.parquet': 'claims', 'fillers.parquet': 'fillers', 'incidents.parquet': 'incidents' } as const
