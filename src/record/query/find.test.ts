import { describe, expect, it } from 'vitest'
import { readingOf, recordOf, reportWith } from '../../../test/record.js'
import { replaceLinks } from '../links.js'
import type { Record } from '../record.js'
import { storeReading } from '../store.js'
import { findActors } from './actors.js'
import { countClaims, eachClaim, findClaims } from './claims.js'
import type { Filters, Order } from './filters.js'
import { countIncidents, findIncidents } from './incidents.js'
import { distance } from './place-keys.js'
import { findPlaces } from './places.js'
import { findReports } from './reports.js'
import { showThing } from './show.js'
import { timeline } from './timeline.js'
import { matchOf } from './words.js'

const REPORTS = [
  reportWith('the army attacked rebels in Mosul on 2016-11-01 killing 12, Reuters said', {
    doc: 'a',
    publisher: 'Courier',
    published: '2016-11-02',
  }),
  reportWith('rebels seized Bashiqa in Gogjali on 2016-10-30', { doc: 'b', publisher: 'Wire', published: '2016-11-04' }),
  reportWith('Iraq met Taliban in Suva on 2016-10/2016-12', { doc: 'c', publisher: 'Courier', published: '2016-12-20' }),
  reportWith('John Smith fled in Tikrit', { doc: 'd', publisher: 'Wire', published: '2016-12-21' }),
]

const words = (record: Record, filters: Filters, order: Order = 'newest') =>
  findClaims(record, filters, { order }).items.map(({ claim }) => claim.trigger.text)

describe('filters', () => {
  const record = recordOf(REPORTS)
  const beginning = findReports(record, { source: 'Courier' }, { order: 'oldest' }).items[0]!.id.slice(0, 8)

  it.each<[string, Filters, readonly string[]]>([
    ['none', {}, ['attacked', 'seized', 'met', 'fled']],
    ['since', { since: '2016-11-01' }, ['attacked', 'met']],
    ['until', { until: '2016-10-30' }, ['seized', 'met']],
    ['one day', { since: '2016-10-30', until: '2016-10-30' }, ['seized', 'met']],
    ['a month', { since: '2016-11', until: '2016-11' }, ['attacked', 'met']],
    ['publication', { by: 'published', since: '2016-11-03', until: '2016-12-20' }, ['met', 'seized']],
    ['a town', { place: { name: 'mosul' } }, ['attacked']],
    ['a province', { place: { name: 'Nineveh' } }, ['attacked', 'seized']],
    ['a country by name', { place: { name: 'Iraq' } }, ['attacked', 'seized', 'fled']],
    ['a country by code', { country: ['FJI', 'IRQ'] }, ['attacked', 'seized', 'met', 'fled']],
    ['a gazetteer number', { place: { geonameid: 90150 } }, ['fled']],
    ['a distance from a name', { place: { name: 'Mosul' }, within: 20 }, ['attacked', 'seized']],
    ['a distance from a point', { place: { lat: 36.35, lon: 43.24 }, within: 5 }, ['seized']],
    ['a distance over the date line', { place: { lat: -17, lon: -178 }, within: 400 }, ['met']],
    ['an actor by name', { actor: 'Rebels' }, ['attacked', 'seized']],
    ['an actor by code', { actor: 'IRQ:MIL' }, ['attacked']],
    ['an actor by country', { actor: 'IRQ' }, ['attacked', 'met']],
    ['a known actor', { actor: 'taliban' }, ['met']],
    ['a private person', { actor: 'John Smith' }, []],
    [
      'types',
      {
        type: [
          { type: 'ASSAULT', mode: null },
          { type: 'COERCE', mode: 'seize' },
        ],
      },
      ['attacked', 'seized'],
    ],
    ['another mode', { type: [{ type: 'COERCE', mode: 'arrest' }] }, []],
    ['certainty', { certainty: ['probable'] }, ['attacked']],
    ['a publisher', { source: 'courier' }, ['attacked', 'met']],
    ['a source', { source: 'reuters' }, ['attacked']],
    ['words', { text: 'army mosul' }, ['attacked']],
    ['a phrase', { text: '"rebels seized"' }, ['seized']],
    ['the beginning of a word', { text: 'bash*' }, ['seized']],
    ['several', { actor: 'rebels', since: '2016-11-01', country: ['IRQ'], text: 'army' }, ['attacked']],
    ['as of', { asOf: '2016-11-03' }, ['attacked']],
    ['the beginning of a report’s id', { report: beginning }, ['attacked']],
    ['the beginning of no id', { report: 'nothing' }, []],
    ['as of and more', { asOf: '2016-11-04', country: ['IRQ'] }, ['attacked', 'seized']],
  ])('by %s', (_, filters, expected) => {
    expect(words(record, filters)).toEqual(expected)
    expect(countClaims(record, filters)).toBe(expected.length)
    const whole = findReports(record, { ...filters, since: undefined, until: undefined, text: undefined, source: undefined })
    expect(whole.items.length).toBeGreaterThanOrEqual(expected.length)
  })

  it.each(['"', '*', '(', 'NEAR(a b)', 'a" OR "b', 'sentence:x', 'a AND', '- x', '^a', "'; DROP TABLE claim", 'a\0b', '{x}: y'])(
    'take %j as words, never as syntax',
    (text) => {
      try {
        expect(Array.isArray(findClaims(record, { text }).items)).toBe(true)
        expect(Array.isArray(findReports(record, { text }).items)).toBe(true)
      } catch (error) {
        expect((error as Error).message).toContain('record/bad-query')
      }
      expect(countClaims(record)).toBe(4)
    },
  )

  it('quote a quotation mark', () => {
    expect(matchOf('a "b c" d*')).toBe('"a" AND "b c" AND "d" *')
  })

  it('refuse a date or cursor that is none', () => {
    expect(() => findClaims(record, { since: 'yesterday' })).toThrow('record/bad-query')
    expect(() => findClaims(record, {}, { cursor: 'x' })).toThrow('record/bad-query')
    expect(() => findClaims(record, {}, { limit: 0 })).toThrow('record/bad-query')
  })
})

describe('pages', () => {
  const many = recordOf(
    Array.from(
      { length: 60 },
      (_, i) => `the army attacked rebels in Mosul${i % 3 === 0 ? '' : ` on 2016-11-${String((i % 28) + 1).padStart(2, '0')}`}`,
    ),
  )

  it.each<Order>(['newest', 'oldest', 'least-certain'])('by %s hold every claim once, and what has no date last', (order) => {
    const ids: string[] = []
    const days: (string | null)[] = []
    let cursor: string | undefined
    do {
      const { items, next } = findClaims(many, { actor: 'rebels' }, { order, limit: 7, cursor })
      ids.push(...items.map(({ id }) => id))
      days.push(...items.map(({ claim }) => claim.time.value))
      cursor = next ?? undefined
    } while (cursor)
    expect(new Set(ids).size).toBe(60)
    expect(ids).toHaveLength(60)
    if (order !== 'least-certain') {
      const dated = days.filter((day) => day !== null)
      expect(days.slice(0, dated.length)).toEqual(dated)
      expect(dated).toEqual([...dated].sort((a, b) => (order === 'newest' ? -1 : 1) * (a < b ? -1 : 1)))
    }
  })

  it('are walked to the end', () => {
    expect([...eachClaim(many)]).toHaveLength(60)
  })
})

describe('what claims add up to', () => {
  const record = recordOf(REPORTS)

  it('actors, without private people', () => {
    expect(findActors(record).items.map(({ name, claims }) => [name, claims])).toEqual([
      ['rebels', 2],
      ['the army', 1],
      ['Iraq', 1],
      ['Taliban', 1],
    ])
    expect(findActors(record, { text: 'army' }).items.map(({ name }) => name)).toEqual(['the army', 'rebels'])
  })

  it('places', () => {
    expect(findPlaces(record, { country: ['IRQ'] }).items.map(({ name }) => name)).toEqual(['Mosul', 'Gogjali', 'Tikrit'])
  })

  it('bins of time', () => {
    expect(timeline(record, {}, 'week').map(({ from, claims }) => [from, claims])).toEqual([
      ['2016-09-26', 1],
      ['2016-10-24', 1],
      ['2016-10-31', 1],
      [null, 1],
    ])
    expect(timeline(record, { country: ['IRQ'] }, 'month').map(({ from, claims }) => [from, claims])).toEqual([
      ['2016-10-01', 1],
      ['2016-11-01', 1],
      [null, 1],
    ])
  })
})

const linked = () => {
  const record = recordOf(REPORTS)
  const id = Object.fromEntries(findClaims(record).items.map((row) => [row.claim.trigger.text, row.id])) as { [trigger: string]: string }
  const reasons = [{ rule: 'same-place', weight: 1, words: 'Mosul' }]
  replaceLinks(record, {
    copies: [],
    origins: [
      { id: 'agency', name: 'Reuters', kind: 'agency' },
      { id: 'wire', name: 'Wire', kind: 'publisher' },
    ],
    claimOrigins: [
      { claim: id.attacked!, origin: 'agency', reasons },
      { claim: id.seized!, origin: 'wire', reasons },
    ],
    incidents: [
      {
        claims: [
          { claim: id.attacked!, score: 0.9, reasons },
          { claim: id.seized!, score: 0.8, reasons },
        ],
      },
      { claims: [{ claim: id.met!, score: null, reasons: [] }] },
    ],
    contradictions: [{ field: 'actor', claims: [id.attacked!, id.seized!], reasons }],
    updates: [],
  })
  return { record, id }
}

describe('links', () => {
  it('make incidents that are found by their claims', () => {
    const { record } = linked()
    expect(findIncidents(record).items.map(({ claims, origins, contradictions }) => [claims, origins, contradictions])).toEqual([
      [2, 2, 1],
      [1, 0, 0],
    ])
    expect(findIncidents(record, { place: { name: 'Gogjali' } }).items).toHaveLength(1)
    expect(words(record, { minOrigins: 2 })).toEqual(['attacked', 'seized'])
    expect(words(record, { minOrigins: 2, asOf: '2016-11-03' })).toEqual([])
    expect(words(record, { contradicted: true })).toEqual(['attacked', 'seized'])
    expect(words(record, { contradicted: true, asOf: '2016-11-03' })).toEqual([])
    expect(words(record, { origin: 'reuters' })).toEqual(['attacked'])
    const thing = showThing(record, findIncidents(record).items[0]!.id)
    expect(thing.kind === 'incident' && thing.accounts.map(({ origin }) => origin?.name)).toEqual(['Reuters', 'Wire'])
  })

  it('of claims that are rejected do not count', async () => {
    const { record, id } = linked()
    const { decide } = await import('../decisions.js')
    decide(record, { kind: 'reject', claim: id.seized!, author: 'ann' })
    expect(findIncidents(record).items[0]).toMatchObject({ claims: 1, origins: 1, contradictions: 0 })
  })

  it('are split and merged by people, and undone', async () => {
    const { record, id } = linked()
    const { decide } = await import('../decisions.js')
    const incident = findIncidents(record).items[0]!.id
    const split = decide(record, { kind: 'split', incident, claims: [id.seized!], author: 'ann', at: 1 })
    expect(findIncidents(record).items.map(({ claims }) => claims)).toEqual([1, 1, 1])
    const [a, b] = findIncidents(record).items.map((row) => row.id)
    decide(record, { kind: 'merge', incidents: [a!, b!], author: 'ann', at: 2 })
    expect(findIncidents(record).items.map(({ claims }) => claims)).toEqual([2, 1])
    decide(record, { kind: 'undo', decision: split.id, author: 'ann', at: 3 })
    expect(findIncidents(record).items.map(({ claims }) => claims)).toEqual([2, 1])
  })
})

it('measures the distance along the great circle', () => {
  expect(Math.round(distance({ lat: 52.52, lon: 13.405 }, { lat: 48.8566, lon: 2.3522 }))).toBe(877)
})

describe('columns', () => {
  it('tell the same as the tables, of any filters, and after every change', async () => {
    const { record, id } = linked()
    const { decide } = await import('../decisions.js')
    const all: readonly Filters[] = [
      {},
      { since: '2016-11-01' },
      { until: '2016-10-30' },
      { by: 'published', since: '2016-11-03', until: '2016-12-20' },
      { place: { name: 'Nineveh' } },
      { country: ['FJI'] },
      { actor: 'rebels', type: [{ type: 'ASSAULT', mode: null }] },
      {
        type: [
          { type: 'COERCE', mode: 'seize' },
          { type: 'ASSAULT', mode: 'other' },
        ],
      },
      { status: ['actual'], certainty: ['probable'] },
      { source: 'courier' },
      { origin: 'reuters' },
      { minOrigins: 2 },
      { minOrigins: 2, asOf: '2016-11-03' },
      { contradicted: true },
      { contradicted: false },
      { contradicted: true, asOf: '2016-11-05' },
      { text: 'army' },
      { asOf: '2016-11-03' },
      { asOf: '2030-01-01' },
      { confidence: 0.6 },
      { verdict: ['rejected', 'accepted'] },
      { incident: findIncidents(record).items[0]!.id },
      { report: findReports(record).items[0]!.id },
    ]
    const agree = () => {
      for (const filters of all) {
        const found = findClaims(record, filters).items
        expect([filters, countClaims(record, filters)]).toEqual([filters, found.length])
        expect(countIncidents(record, filters)).toBe(findIncidents(record, filters).items.length)
      }
    }
    agree()
    const reject = decide(record, { kind: 'reject', claim: id.seized!, author: 'ann', at: Date.parse('2020-01-01') })
    decide(record, { kind: 'correct', claim: id.attacked!, field: 'type', value: 'COERCE', author: 'ann' })
    agree()
    decide(record, { kind: 'undo', decision: reject.id, author: 'ann' })
    agree()
    for (const text of ['rebels fled in Suva', 'the army met rebels']) storeReading(record, readingOf(reportWith(text, { doc: text })))
    agree()
  })

  it('count actors and places without rejected claims, with filters and without', async () => {
    const record = recordOf(REPORTS)
    const { decide } = await import('../decisions.js')
    decide(record, { kind: 'reject', claim: findClaims(record, { text: 'seized' }).items[0]!.id, author: 'ann' })
    expect(findActors(record).items).toEqual(findActors(record, { since: '1900', until: '2100', by: 'published' }).items)
    expect(findPlaces(record).items).toEqual(findPlaces(record, { since: '1900', until: '2100', by: 'published' }).items)
    expect(findPlaces(record).items.map(({ name }) => name)).not.toContain('Gogjali')
  })
})
