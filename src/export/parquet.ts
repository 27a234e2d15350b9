import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { ClaimRow, IncidentRow } from '../record/query/rows.js'
import { wordsAt } from './event.js'

type Value = string | number | boolean | null
type Kind = 'STRING' | 'INT32' | 'DOUBLE' | 'BOOLEAN'

/** A column: its name, type and value. Any may be null. */
type Column<Row> = readonly [name: string, kind: Kind, value: (row: Row) => Value]

const CLAIMS: readonly Column<{ readonly row: ClaimRow; readonly origins: number | null }>[] = [
  ['id', 'STRING', ({ row }) => row.id],
  ['report', 'STRING', ({ row }) => row.report.id],
  ['publisher', 'STRING', ({ row }) => row.report.publisher],
  ['published', 'STRING', ({ row }) => row.report.published],
  ['url', 'STRING', ({ row }) => row.report.url],
  ['type', 'STRING', ({ row }) => row.claim.type],
  ['mode', 'STRING', ({ row }) => row.claim.mode],
  ['trigger', 'STRING', ({ row }) => row.claim.trigger.text],
  ['time', 'STRING', ({ row }) => row.claim.time.value],
  ['time_precision', 'STRING', ({ row }) => row.claim.time.precision],
  ['status', 'STRING', ({ row }) => row.claim.status],
  ['negated', 'BOOLEAN', ({ row }) => row.claim.negated],
  ['background', 'BOOLEAN', ({ row }) => row.claim.background],
  ['certainty', 'STRING', ({ row }) => row.claim.certainty],
  ['plover', 'STRING', ({ row }) => row.claim.codes.plover.type],
  ['cameo', 'STRING', ({ row }) => row.claim.codes.cameo],
  ['quad_class', 'STRING', ({ row }) => row.claim.codes.quadClass],
  ['acled_event', 'STRING', ({ row }) => row.claim.codes.acled?.event ?? null],
  ['acled_sub_event', 'STRING', ({ row }) => row.claim.codes.acled?.subEvent ?? null],
  ['incident', 'STRING', ({ row }) => row.incident],
  ['origin', 'STRING', ({ row }) => row.origin?.id ?? null],
  ['origins', 'INT32', ({ origins }) => origins],
  ['contradicted', 'BOOLEAN', ({ row }) => row.contradicted],
  ['verdict', 'STRING', ({ row }) => row.verdict],
  ['confidence', 'DOUBLE', ({ row }) => row.claim.confidence],
  ['sentence', 'STRING', ({ row }) => row.sentence],
  ['words', 'STRING', ({ row }) => wordsAt(row)],
]

const INCIDENTS: readonly Column<IncidentRow>[] = [
  ['id', 'STRING', ({ id }) => id],
  ['type', 'STRING', ({ type }) => type],
  ['mode', 'STRING', ({ mode }) => mode],
  ['from', 'STRING', ({ from }) => from],
  ['to', 'STRING', ({ to }) => to],
  ['place', 'STRING', ({ place }) => place?.name ?? null],
  ['country', 'STRING', ({ place }) => place?.country ?? null],
  ['admin1', 'STRING', ({ place }) => place?.admin1 ?? null],
  ['geonameid', 'INT32', ({ place }) => place?.geonameid ?? null],
  ['lat', 'DOUBLE', ({ place }) => place?.lat ?? null],
  ['lon', 'DOUBLE', ({ place }) => place?.lon ?? null],
  ['precision', 'STRING', ({ place }) => place?.precision ?? null],
  ['actors', 'STRING', ({ actors }) => JSON.stringify(actors)],
  ['recipients', 'STRING', ({ recipients }) => JSON.stringify(recipients)],
  ['claims', 'INT32', ({ claims }) => claims],
  ['reports', 'INT32', ({ reports }) => reports],
  ['origins', 'INT32', ({ origins }) => origins],
  ['contradictions', 'INT32', ({ contradictions }) => contradictions],
  ['first_published', 'STRING', ({ firstPublished }) => firstPublished],
  ['last_published', 'STRING', ({ lastPublished }) => lastPublished],
]

/** One filler of a claim: an actor, recipient, place, figure or source, with its words. */
interface Filler {
  readonly claim: string
  readonly role: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly name: string | null
  readonly code: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly low: number | null
  readonly high: number | null
}

const FILLERS: readonly Column<Filler>[] = [
  ['claim', 'STRING', ({ claim }) => claim],
  ['role', 'STRING', ({ role }) => role],
  ['start', 'INT32', ({ start }) => start],
  ['end', 'INT32', ({ end }) => end],
  ['text', 'STRING', ({ text }) => text],
  ['name', 'STRING', ({ name }) => name],
  ['code', 'STRING', ({ code }) => code],
  ['lat', 'DOUBLE', ({ lat }) => lat],
  ['lon', 'DOUBLE', ({ lon }) => lon],
  ['low', 'DOUBLE', ({ low }) => low],
  ['high', 'DOUBLE', ({ high }) => high],
]

const EMPTY = { name: null, code: null, lat: null, lon: null, low: null, high: null }

export const fillersOf = ({ id, claim }: ClaimRow): readonly Filler[] => [
  ...(['actor', 'recipient'] as const).flatMap((role) =>
    claim[role].map(({ span, text, name, code }): Filler => ({ ...EMPTY, claim: id, role, ...span, text, name, code })),
  ),
  ...claim.place.map(
    ({ span, text, name, country, lat, lon }): Filler => ({
      ...EMPTY,
      claim: id,
      role: 'place',
      ...span,
      text,
      name,
      code: country,
      lat,
      lon,
    }),
  ),
  ...claim.figures.map(
    ({ span, text, kind, of, low, high }): Filler => ({ ...EMPTY, claim: id, role: kind, ...span, text, name: of, low, high }),
  ),
  ...claim.attribution.flatMap(({ source }): readonly Filler[] =>
    source === null
      ? []
      : [{ ...EMPTY, claim: id, role: 'source', ...source.span, text: source.text, name: source.name, code: source.code }],
  ),
]

export type ParquetFile = 'claims.parquet' | 'fillers.parquet' | 'incidents.parquet'

/** Files of a Parquet export by name; `has` tells of each column of each file whether it is to be there. */
export const parquet = (
  claims: Iterable<ClaimRow>,
  incidents: Iterable<IncidentRow>,
  originsOf: (incident: string | null) => number | null,
  has: (file: ParquetFile, column: string) => boolean = () => true,
): Readonly<Record<ParquetFile, Uint8Array>> => {
  const claimTable = tableOf(CLAIMS.filter(([name]) => has('claims.parquet', name)))
  const fillerTable = tableOf(FILLERS.filter(([name]) => has('fillers.parquet', name)))
  for (const row of claims) {
    claimTable.add({ row, origins: originsOf(row.incident) })
    for (const filler of fillersOf(row)) fillerTable.add(filler)
  }
  const incidentTable = tableOf(INCIDENTS.filter(([name]) => has('incidents.parquet', name)))
  for (const incident of incidents) incidentTable.add(incident)
  return { 'claims.parquet': claimTable.end(), 'fillers.parquet': fillerTable.end(), 'incidents.parquet': incidentTable.end() }
}

/** Rows kept before they are packed. */
const GROUP = 20_000

const tableOf = <Row>(columns: readonly Column<Row>[]) => {
  const bytes = new ByteWriter()
  const source = (rows: readonly Row[]): ColumnSource[] =>
    columns.map(([name, type, value]) => ({ name, type, nullable: true, data: rows.map(value) }))
  const writer = new ParquetWriter({ writer: bytes, schema: schemaFromColumnData({ columnData: source([]) }), createdBy: 'herodot' })
  let rows: Row[] = []
  const pack = () => {
    if (rows.length > 0) writer.write({ columnData: source(rows), rowGroupSize: GROUP })
    rows = []
  }
  return {
    add(row: Row) {
      if (rows.push(row) >= GROUP) pack()
    },
    end(): Uint8Array {
      pack()
      writer.finish()
      return bytes.getBytes()
    },
  }
}
