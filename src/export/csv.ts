import type { ClaimRow } from '../record/query/rows.js'
import { type Cell, line } from './delimited.js'
import { wordsAt } from './event.js'

interface Column {
  readonly title: string
  /** HXL 1.1 hashtag and attributes. */
  readonly hxl: string
  readonly value: (row: ClaimRow, origins: number | null) => Cell
}

const joined = (items: readonly (string | number | null)[]): string | null =>
  items.length === 0 ? null : items.map((item) => item ?? '').join('; ')

export const CLAIM_COLUMNS: readonly Column[] = [
  { title: 'id', hxl: '#meta+id', value: ({ id }) => id },
  { title: 'type', hxl: '#event+type', value: ({ claim }) => claim.type },
  { title: 'mode', hxl: '#event+type+mode', value: ({ claim }) => claim.mode },
  { title: 'acled_event', hxl: '#event+type+acled', value: ({ claim }) => claim.codes.acled?.event ?? null },
  { title: 'acled_sub_event', hxl: '#event+subtype+acled', value: ({ claim }) => claim.codes.acled?.subEvent ?? null },
  { title: 'when', hxl: '#date+occurred', value: ({ claim }) => claim.time.value },
  { title: 'when_precision', hxl: '#date+occurred+precision', value: ({ claim }) => claim.time.precision },
  { title: 'place', hxl: '#loc+name', value: ({ claim }) => claim.place[0]?.name ?? null },
  { title: 'admin1', hxl: '#adm1+name', value: ({ claim }) => claim.place[0]?.admin1 ?? null },
  { title: 'country', hxl: '#country+code+v_iso3', value: ({ claim }) => claim.place[0]?.country ?? null },
  { title: 'latitude', hxl: '#geo+lat', value: ({ claim }) => claim.place[0]?.lat ?? null },
  { title: 'longitude', hxl: '#geo+lon', value: ({ claim }) => claim.place[0]?.lon ?? null },
  { title: 'place_precision', hxl: '#geo+precision', value: ({ claim }) => claim.place[0]?.precision ?? null },
  { title: 'actors', hxl: '#group+actor+name', value: ({ claim }) => joined(claim.actor.map(({ name }) => name)) },
  { title: 'actor_codes', hxl: '#group+actor+code+v_plover', value: ({ claim }) => joined(claim.actor.map(({ code }) => code)) },
  { title: 'recipients', hxl: '#group+recipient+name', value: ({ claim }) => joined(claim.recipient.map(({ name }) => name)) },
  {
    title: 'recipient_codes',
    hxl: '#group+recipient+code+v_plover',
    value: ({ claim }) => joined(claim.recipient.map(({ code }) => code)),
  },
  ...(['killed', 'injured', 'displaced'] as const).flatMap((kind): Column[] =>
    (['low', 'high'] as const).map((bound) => ({
      title: `${kind}_${bound}`,
      hxl: `#affected+${kind}+${bound === 'low' ? 'min' : 'max'}`,
      value: ({ claim }) => claim.figures.find((figure) => figure.kind === kind)?.[bound] ?? null,
    })),
  ),
  {
    title: 'figures',
    hxl: '#affected+text',
    value: ({ claim }) => joined(claim.figures.map(({ text, of, kind }) => `${text} ${of ?? ''} (${kind})`.replace(/ +/g, ' '))),
  },
  { title: 'status', hxl: '#status', value: ({ claim }) => claim.status },
  { title: 'negated', hxl: '#status+negated', value: ({ claim }) => claim.negated },
  { title: 'background', hxl: '#status+background', value: ({ claim }) => claim.background },
  { title: 'certainty', hxl: '#status+certainty', value: ({ claim }) => claim.certainty },
  { title: 'says', hxl: '#meta+source+said', value: ({ claim }) => joined(claim.attribution.map(({ source }) => source?.name ?? null)) },
  { title: 'origin', hxl: '#meta+source+origin', value: ({ origin }) => origin?.name ?? null },
  { title: 'origins', hxl: '#meta+source+num', value: (_, origins) => origins },
  { title: 'publisher', hxl: '#org+publisher+name', value: ({ report }) => report.publisher },
  { title: 'published', hxl: '#date+published', value: ({ report }) => report.published },
  { title: 'url', hxl: '#meta+url', value: ({ report }) => report.url },
  { title: 'incident', hxl: '#event+id', value: ({ incident }) => incident },
  { title: 'contradicted', hxl: '#status+contradicted', value: ({ contradicted }) => contradicted },
  { title: 'confidence', hxl: '#indicator+confidence', value: ({ claim }) => claim.confidence },
  { title: 'words', hxl: '#meta+words', value: wordsAt },
  { title: 'sentence', hxl: '#description', value: ({ sentence }) => sentence },
]

/** Claims with titles in the first row and HXL tags in the second. A place is the first named; several actors stand between semicolons. */
export function* csv(
  claims: Iterable<ClaimRow>,
  originsOf: (incident: string | null) => number | null,
  columns: readonly Column[] = CLAIM_COLUMNS,
): Generator<string> {
  yield line(columns.map(({ title }) => title))
  yield line(columns.map(({ hxl }) => hxl))
  for (const row of claims) yield line(columns.map(({ value }) => value(row, originsOf(row.incident))))
}
