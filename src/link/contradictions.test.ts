import { expect, test } from 'vitest'
import { claimWith } from '../../test/linking.js'
import type { ActorFiller, Claim, Figure, PlaceFiller } from '../claim.js'
import { accountsOf } from './accounts.js'
import { disagreements, stateDisagreements } from './contradictions.js'
import { estimate } from './estimates.js'
import type { Told } from './told.js'

const at = { start: 0, end: 0 }
const killed = (low: number | null, high: number | null = low, of: string | null = 'people'): Figure => ({
  span: at,
  text: `${low ?? high}`,
  kind: 'killed',
  of,
  low,
  high,
})
const actor = (name: string, code: string | null = null): ActorFiller => ({
  span: at,
  text: name,
  name,
  code,
  actor: null,
  wikidata: null,
  how: 'words',
})
const place = (name: string, lat: number, lon: number): PlaceFiller => ({
  span: at,
  text: name,
  name,
  country: 'IRQ',
  geonameid: null,
  lat,
  lon,
  admin1: null,
  precision: 'town',
  alternatives: [],
  how: 'gazetteer',
})

let count = 0
const told = (origin: string, published: string, claim: Partial<Claim>, report = `r${count}`): Told => ({
  id: `c${count++}`,
  report,
  origin,
  published,
  claim: claimWith(claim),
})
const fields = (...claims: readonly Told[]) => disagreements(claims).contradictions.map(({ field }) => field)

test('figures whose ranges do not meet contradict each other', () => {
  expect(fields(told('a', '2016-10-21', { figures: [killed(13)] }), told('b', '2016-10-21', { figures: [killed(16)] }))).toEqual([
    'figures',
  ])
})

test.each([
  ['at least 12', killed(12, null), killed(16)],
  ['a part of the whole', killed(12, 12, 'soldiers'), killed(16)],
  ['other people', killed(12, 12, 'soldiers'), killed(16, 16, 'civilians')],
])('%s does not contradict', (_, one, other) => {
  expect(fields(told('a', '2016-10-21', { figures: [one] }), told('b', '2016-10-21', { figures: [other] }))).toEqual([])
})

test('a part greater than the whole does', () => {
  expect(
    fields(told('a', '2016-10-21', { figures: [killed(20, 20, 'soldiers')] }), told('b', '2016-10-21', { figures: [killed(16)] })),
  ).toEqual(['figures'])
})

test('a later figure of the same origin is an update', () => {
  const [before, after] = [told('a', '2016-10-21', { figures: [killed(51)] }), told('a', '2016-10-23', { figures: [killed(64)] })]
  expect(disagreements([after, before])).toEqual({
    contradictions: [],
    updates: [{ field: 'figures', before: before.id, after: after.id }],
  })
})

test('one report that gives two sources gives a contradiction', () => {
  expect(
    fields(
      told('a/hospital', '2016-10-21', { figures: [killed(13)] }, 'same'),
      told('a/mayor', '2016-10-21', { figures: [killed(16)] }, 'same'),
    ),
  ).toEqual(['figures'])
})

test('different perpetrators contradict each other, not in a clash', () => {
  const [one, other] = [{ actor: [actor('Rapid Support Forces', 'SDN:PRM')] }, { actor: [actor('Sudanese army', 'SDN:MIL')] }]
  expect(fields(told('a', '2023-06-15', one), told('b', '2023-06-15', other))).toEqual(['actor'])
  expect(fields(told('a', '2023-06-15', { ...one, mode: 'clash' }), told('b', '2023-06-15', { ...other, mode: 'clash' }))).toEqual([])
  expect(fields(told('a', '2023-06-15', one), told('b', '2023-06-15', { actor: [actor('gunmen')] }))).toEqual([])
})

test('what one affirms another denies', () => {
  expect(fields(told('a', '2016-10-21', {}), told('b', '2016-10-21', { negated: true }))).toEqual(['negated'])
  expect(fields(told('a', '2016-10-21', {}), told('b', '2016-10-21', { negated: true, status: 'planned' }))).toEqual([])
})

test('different towns and different days contradict each other', () => {
  const day = (value: string) => ({ time: { span: null, text: null, value, precision: 'day', how: 'explicit' } }) as const
  expect(
    fields(
      told('a', '2016-10-21', { place: [place('Mosul', 36.34, 43.13)] }),
      told('b', '2016-10-21', { place: [place('Kirkuk', 35.47, 44.39)] }),
    ),
  ).toEqual(['place'])
  expect(fields(told('a', '2016-10-21', day('2016-10-19')), told('b', '2016-10-21', day('2016-10-20')))).toEqual(['time'])
  expect(fields(told('a', '2016-10-21', day('2016-10-19')), told('b', '2016-10-21', day('2016-10')))).toEqual([])
})

test('two holders of a town at one time contradict each other, at different times not', () => {
  const holds = (name: string, code: string, published: string) =>
    told(name, published, { type: 'CONTROL', status: 'ongoing', actor: [actor(name, code)], place: [place('Mosul', 36.34, 43.13)] })
  expect(
    stateDisagreements([holds('Islamic State', 'IMG:UAF', '2016-10-21'), holds('Iraqi army', 'IRQ:MIL', '2016-10-22')]).contradictions,
  ).toHaveLength(1)
  expect(
    stateDisagreements([holds('Islamic State', 'IMG:UAF', '2016-10-21'), holds('Iraqi army', 'IRQ:MIL', '2017-07-22')]).contradictions,
  ).toEqual([])
})

test('accounts stand side by side, the latest figures first', () => {
  const accounts = accountsOf([
    told('b', '2016-10-23', { figures: [killed(16)] }),
    told('a', '2016-10-21', { figures: [killed(10)] }),
    told('a', '2016-10-22', { figures: [killed(13)] }),
  ])
  expect(accounts.map(({ origin, figures, firstPublished }) => [origin, figures.map(({ low }) => low), firstPublished])).toEqual([
    ['a', [13, 10], '2016-10-21'],
    ['b', [16], '2016-10-23'],
  ])
})

const figures = [
  told('a', '2016-10-21', { figures: [killed(10)] }),
  told('a', '2016-10-22', { figures: [killed(13)] }),
  told('b', '2016-10-22', { figures: [killed(16, null)] }),
  told('c', '2016-10-22', { figures: [killed(13)] }),
  told('party:IRQ:MIL', '2016-10-23', { figures: [killed(30)] }),
]

test.each([
  ['ged', { best: 13, low: 13, high: 30 }],
  ['ibc', { best: null, low: 13, high: 30 }],
  ['latest', { best: 30, low: 30, high: 30 }],
  ['median', { best: 13, low: 13, high: 30 }],
] as const)('estimates by %s', (rule, bounds) => {
  expect(estimate(figures, 'killed', rule)).toMatchObject({ ...bounds, origins: 4 })
})

test('estimates nothing where nothing is told, and follows what is left', () => {
  expect(estimate(figures, 'injured', 'ged')).toBeNull()
  expect(estimate(figures.slice(0, 1), 'killed', 'ged')).toMatchObject({ best: 10, low: 10, high: 10, origins: 1 })
})
