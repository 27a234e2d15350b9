import { findClaims } from '../record/query/claims.js'
import type { ClaimRow } from '../record/query/rows.js'
import { actorsOf, figuresOf, placesOf, remarksOf, sourcesOf, typeOf } from './claim-words.js'
import { listCommand } from './listing.js'
import type { Column } from './table.js'

export const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  { title: 'Id', value: ({ id }) => id.slice(0, 8), whole: true, only: 'table' },
  { title: 'Id', value: ({ id }) => id, whole: true, only: 'csv' },
  { title: 'Type', value: ({ claim }) => typeOf(claim) },
  { title: 'Trigger', value: ({ claim }) => claim.trigger.text, spare: 2 },
  { title: 'When', value: ({ claim }) => claim.time.value },
  { title: 'Who', value: ({ claim }) => actorsOf(claim.actor) },
  { title: 'Whom', value: ({ claim }) => actorsOf(claim.recipient) },
  { title: 'Where', value: ({ claim }) => placesOf(claim) },
  { title: 'Figures', value: ({ claim }) => figuresOf(claim) },
  { title: 'Remarks', value: ({ claim }) => remarksOf(claim), only: 'table', spare: 3 },
  { title: 'Status', value: ({ claim }) => claim.status, only: 'csv' },
  { title: 'Negated', value: ({ claim }) => String(claim.negated), only: 'csv' },
  { title: 'Background', value: ({ claim }) => String(claim.background), only: 'csv' },
  { title: 'Certainty', value: ({ claim }) => claim.certainty, only: 'csv' },
  { title: 'Says', value: ({ claim, report }) => sourcesOf(claim) || (report.publisher ?? report.doc), only: 'table', spare: 1 },
  { title: 'Says', value: ({ claim }) => sourcesOf(claim), only: 'csv' },
  { title: 'Published', value: ({ report }) => report.published?.slice(0, 10) ?? null, whole: true, spare: 4 },
  { title: 'Publisher', value: ({ report }) => report.publisher, only: 'csv' },
  { title: 'Report', value: ({ report }) => report.id, only: 'csv' },
  { title: 'Url', value: ({ report }) => report.url, only: 'csv' },
  { title: 'Start', value: ({ claim }) => claim.trigger.span.start, only: 'csv' },
  { title: 'End', value: ({ claim }) => claim.trigger.span.end, only: 'csv' },
  { title: 'Sentence', value: ({ sentence }) => sentence, only: 'csv' },
  { title: 'Confidence', value: ({ claim }) => claim.confidence, only: 'csv' },
  { title: 'Verdict', value: ({ verdict }) => (verdict === 'none' ? null : verdict) },
  { title: 'Incident', value: ({ incident }) => incident, only: 'csv' },
  { title: 'Origin', value: ({ origin }) => origin?.name ?? null, spare: 5 },
  { title: 'Contradicted', value: ({ contradicted }) => String(contradicted), only: 'csv' },
]

/** `herodot claims` */
export const claims = listCommand<ClaimRow>({
  name: 'claims',
  summary: 'list what reports claim',
  about: 'Lists claims of a record, the latest happenings first.',
  orders: ['newest', 'oldest', 'least-certain'],
  find: findClaims,
  columns: CLAIM_COLUMNS,
})
