import {
  changes,
  countClaims,
  type Filters,
  findActors,
  findClaims,
  findIncidents,
  findPlaces,
  findReports,
  listDecisions,
  type Record,
  showThing,
  summary,
  timeline,
  why,
} from '../../src/record/index.js'
import type { Samples } from './samples.js'

type Calls = readonly (readonly [what: string, run: (n: number) => unknown])[]

/** Filters by name, each with the value of its n-th asking. */
const filters = (samples: Samples): { readonly [name: string]: (n: number) => Filters } => {
  const of = <Value>(list: readonly Value[], n: number) => list[n % list.length]!
  return {
    none: () => ({}),
    since: (n) => ({ since: of(samples.months, n) }),
    'since, until': (n) => ({ since: of(samples.months, n), until: of(samples.months, n) }),
    'by published': (n) => ({ by: 'published', since: of(samples.months, n), until: of(samples.months, n) }),
    place: (n) => ({ place: { name: of(samples.places, n).name } }),
    within: (n) => ({ place: { lat: of(samples.places, n).lat, lon: of(samples.places, n).lon }, within: 50 }),
    actor: (n) => ({ actor: of(samples.actors, n) }),
    type: (n) => ({ type: [{ type: of(['ASSAULT', 'COERCE', 'PROTEST'] as const, n), mode: null }] }),
    status: (n) => ({ status: [of(['planned', 'actual'] as const, n)] }),
    certainty: (n) => ({ certainty: [of(['possible', 'certain'] as const, n)] }),
    source: (n) => ({ source: of(samples.publishers, n) }),
    origin: (n) => ({ origin: of(samples.origins, n) }),
    'min-origins': (n) => ({ minOrigins: 2 + (n % 3) }),
    contradicted: () => ({ contradicted: true }),
    text: (n) => ({ text: of(samples.words, n) }),
    'as-of': (n) => ({ asOf: of(samples.months, n) }),
    'type, place, since': (n) => ({
      type: [{ type: 'ASSAULT', mode: null }],
      place: { name: of(samples.places, n).name },
      since: of(samples.months, n),
    }),
    'text, min-origins, as-of': (n) => ({ text: of(samples.words, n), minOrigins: 2, asOf: of(samples.months, n) }),
  }
}

const FIELDS = [
  'type',
  'actor',
  'recipient',
  'place',
  'time',
  'figures',
  'status',
  'certainty',
  'attribution',
  'codes',
  'confidence',
] as const

export const calls = (record: Record, samples: Samples): Calls => {
  const lists = { claims: findClaims, incidents: findIncidents, reports: findReports, actors: findActors, places: findPlaces }
  const cursors = new Map<string, string>()
  return [
    ...Object.entries(lists).flatMap(([name, find]) =>
      Object.entries(filters(samples)).map(([filter, of]) => [`${name}, ${filter}`, (n: number) => find(record, of(n))] as const),
    ),
    ...(['claims', 'incidents', 'reports'] as const).map((name) => {
      const next = () => {
        const { next } = lists[name](record, {}, { limit: 1000, cursor: cursors.get(name) })
        if (next !== null) cursors.set(name, next)
      }
      return [`${name}, page after page of 1000`, next] as const
    }),
    ['claims, least certain first', () => findClaims(record, {}, { order: 'least-certain' })],
    ...Object.entries(filters(samples)).map(
      ([filter, of]) => [`timeline by month, ${filter}`, (n: number) => timeline(record, of(n), 'month')] as const,
    ),
    ['timeline by day, none', () => timeline(record, {}, 'day')],
    ['count of claims, none', () => countClaims(record)],
    ['summary', () => summary(record)],
    ...(['claims', 'reports', 'incidents', 'actors'] as const).map(
      (kind) => [`show, one of the ${kind}`, (n: number) => showThing(record, samples[kind][n % samples[kind].length]!)] as const,
    ),
    ['show, one of the places', (n) => showThing(record, samples.places[n % samples.places.length]!.id)],
    ['show, by the beginning of an id', (n) => showThing(record, samples.claims[n % samples.claims.length]!.slice(0, 10))],
    ['why', (n) => why(record, samples.claims[n % samples.claims.length]!, FIELDS[n % FIELDS.length]!)],
    ['changes since the last month', () => changes(record, samples.months.at(-1)!)],
    ['changes since ever', () => changes(record, '1970-01-01')],
    ['decisions', () => listDecisions(record)],
  ]
}
