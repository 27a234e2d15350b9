import { CERTAINTIES, CLAIM_TYPES, type ClaimType, STATUSES } from '../claim.js'
import { VERDICTS } from '../record/decision.js'
import type { Filters, PlaceFilter, TypeFilter } from '../record/query/filters.js'
import { UsageError } from './command.js'
import { choice, choices, date, number } from './options.js'

/** The options of every command that looks for something in a record. */
export const FILTER_OPTIONS = {
  since: { type: 'string' },
  until: { type: 'string' },
  by: { type: 'string' },
  place: { type: 'string' },
  within: { type: 'string' },
  country: { type: 'string' },
  actor: { type: 'string' },
  type: { type: 'string' },
  status: { type: 'string' },
  certainty: { type: 'string' },
  source: { type: 'string' },
  origin: { type: 'string' },
  'min-origins': { type: 'string' },
  contradicted: { type: 'boolean' },
  text: { type: 'string' },
  'as-of': { type: 'string' },
  confidence: { type: 'string' },
  verdict: { type: 'string' },
  report: { type: 'string' },
  incident: { type: 'string' },
} as const

export const FILTER_HELP = `Filters; all that are given must hold, of a list (A,B) one:

  --since DATE, --until DATE  when it happened (for reports: when they were published);
                              YYYY, YYYY-MM or YYYY-MM-DD
  --by published              count --since, --until and the order by publication instead
  --place PLACE               a name (town, province, country), a GeoNames number, or LAT,LON
  --within KM                 around --place
  --country CODES             ISO 3166-1 alpha-3, such as IRQ,SYR
  --actor ACTOR               a name, or a code such as IRQ:MIL or IRQ
  --type TYPES                such as ASSAULT or COERCE/seize,TOLL
  --status STATUSES           actual, ongoing, attempted, planned, predicted, demanded, hypothetical
  --certainty CERTAINTIES     certain, probable, possible
  --source NAME               the publisher, or anybody who says so
  --origin NAME               whose word it is in the end
  --min-origins N             of incidents that N independent origins tell of
  --contradicted              what others contradict
  --text WORDS                words that all occur; "in this order"; begin*
  --confidence X              at least X, 0 to 1
  --verdict VERDICTS          none, accepted, rejected, held (default: all but rejected)
  --report ID, --incident ID  of one report or incident
  --as-of DATE                only what had been published and decided by then
`

type Values = { readonly [name in keyof typeof FILTER_OPTIONS]?: string | boolean | undefined }

export const filtersOf = (values: Values): Filters => {
  const text = (name: keyof typeof FILTER_OPTIONS) => values[name] as string | undefined
  if (text('within') !== undefined && text('place') === undefined) throw new UsageError('--within needs --place')
  return {
    since: date('--since', text('since')),
    until: date('--until', text('until')),
    by: choice('--by', text('by'), ['event', 'published']),
    place: placeOf(text('place')),
    within: number('--within', text('within'), 0, 20_040),
    country: countriesOf(text('country')),
    actor: text('actor'),
    type: typesOf(text('type')),
    status: choices('--status', text('status'), STATUSES),
    certainty: choices('--certainty', text('certainty'), CERTAINTIES),
    source: text('source'),
    origin: text('origin'),
    minOrigins: number('--min-origins', text('min-origins'), 1, 1_000_000, 'whole'),
    contradicted: values.contradicted === true ? true : undefined,
    text: text('text'),
    asOf: date('--as-of', text('as-of')),
    confidence: number('--confidence', text('confidence'), 0, 1),
    verdict: choices('--verdict', text('verdict'), VERDICTS),
    report: text('report'),
    incident: text('incident'),
  }
}

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`
const POINT = new RegExp(`^(${NUMBER}),\\s*(${NUMBER})$`)

const placeOf = (text: string | undefined): PlaceFilter | undefined => {
  if (text === undefined) return undefined
  if (text.trim() === '') throw new UsageError('--place takes a name, a GeoNames number, or LAT,LON')
  if (/^\d+$/.test(text)) return { geonameid: Number(text) }
  const [, lat, lon] = POINT.exec(text.trim()) ?? []
  if (lat === undefined || lon === undefined) return { name: text.trim() }
  return { lat: number('--place', lat, -90, 90)!, lon: number('--place', lon, -180, 180)! }
}

const countriesOf = (text: string | undefined): readonly string[] | undefined =>
  text?.split(',').map((part) => {
    const code = part.trim().toUpperCase()
    if (!/^[A-Z]{3}$/.test(code)) throw new UsageError(`--country takes codes of three letters such as IRQ, not "${part}"`)
    return code
  })

/** `ASSAULT`, `COERCE/seize`, `COERCE with seize` and several of them. */
const typesOf = (text: string | undefined): readonly TypeFilter[] | undefined =>
  text?.split(',').map((part) => {
    const [type, mode] = part.trim().split(/\s*\/\s*|\s+with\s+/)
    return { type: choice('--type', type!.toUpperCase() as ClaimType, CLAIM_TYPES)!, mode: mode ?? null }
  })
