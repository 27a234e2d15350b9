import { expect, test } from 'vitest'
import { parseOf, reportOf, resolutionOf, triggerOf } from '../../test/document.js'
import type { Trigger } from '../parse/parse.js'
import { sliceOf } from '../report.js'
import type { Resolution } from '../resolve/resolution.js'
import { codeClaims } from './claims.js'
import { loadCodebook } from './codebook.js'

const codebook = loadCodebook()
const coder = { name: 'herodot', version: '1.0.0', model: 'abc' }

const code = (text: string, triggers: readonly Trigger[], resolution: Resolution = resolutionOf(text), by = coder) =>
  codeClaims(reportOf(text), parseOf(text, triggers), resolution, by, codebook)

const TEXT = 'The army shelled Gogjali on Tuesday, killing at least 12 people, a doctor said.'

test('shows the words of every span', () => {
  const shelled = triggerOf(TEXT, 'shelled', 'ASSAULT', { actor: ['The army'], place: ['Gogjali'], time: 'on Tuesday' })
  const claim = code(TEXT, [shelled]).claims[0]!
  const quotes = [claim.trigger, ...claim.actor, ...claim.place, claim.time]
  expect(quotes.map(({ text }) => text)).toEqual(['shelled', 'The army', 'Gogjali', 'on Tuesday'])
  for (const { span, text } of quotes) expect(sliceOf(TEXT, span!)).toBe(text)
  expect(sliceOf(TEXT, claim.sentence)).toBe(TEXT)
})

test('orders claims by their triggers in the text', () => {
  const triggers = [triggerOf(TEXT, 'killing', 'ASSAULT'), triggerOf(TEXT, 'shelled', 'ASSAULT')]
  expect(code(TEXT, triggers).claims.map(({ trigger }) => trigger.text)).toEqual(['shelled', 'killing'])
})

test('keeps the surest of triggers that share words', () => {
  const text = 'Rebels took over the town.'
  const triggers = [
    triggerOf(text, 'took', 'MOBILIZE', {}, { confidence: 0.4 }),
    triggerOf(text, 'took over', 'COERCE', {}, { confidence: 0.8 }),
    triggerOf(text, 'over', 'CONTROL', {}, { confidence: 0.3 }),
  ]
  expect(code(text, triggers).claims.map(({ type }) => type)).toEqual(['COERCE'])
})

test('gives the same id to the same evidence by the same coder, and another to another', () => {
  const shelled = triggerOf(TEXT, 'shelled', 'ASSAULT', {}, { mode: 'heavy-weapons' })
  const id = code(TEXT, [shelled]).claims[0]!.id
  expect(id).toMatch(/^[0-9a-f]{16}$/)
  expect(code(TEXT, [{ ...shelled, confidence: 0.5 }]).claims[0]!.id).toBe(id)
  expect(code(TEXT, [{ ...shelled, type: 'TOLL' }]).claims[0]!.id).not.toBe(id)
  expect(code(TEXT, [shelled], resolutionOf(TEXT), { ...coder, model: 'def' }).claims[0]!.id).not.toBe(id)
  expect(code(`${TEXT} `, [shelled]).claims[0]!.id).not.toBe(id)
})

test('leaves out a mode that the type does not have', () => {
  const modeOf = (type: Trigger['type'], mode: string) => code(TEXT, [triggerOf(TEXT, 'shelled', type, {}, { mode })]).claims[0]!.mode
  expect(modeOf('ASSAULT', 'heavy-weapons')).toBe('heavy-weapons')
  expect(modeOf('RETREAT', 'heavy-weapons')).toBeNull()
  expect(modeOf('TOLL', 'heavy-weapons')).toBeNull()
})

test('takes names, codes, values and bounds from the resolution', () => {
  const resolution = resolutionOf(TEXT, {
    actors: { 'The army': { name: 'Iraqi Army', code: 'IRQ:MIL', actor: 'iraqi-army', wikidata: null, how: 'known-actor' } },
    times: { shelled: { words: 'on Tuesday', value: '2016-11-01', precision: 'day', how: 'weekday-past' } },
    figures: { 'at least 12': { low: 12, high: null } },
  })
  const shelled = triggerOf(TEXT, 'shelled', 'ASSAULT', { actor: ['The army'], time: 'on Tuesday', figures: [['at least 12', 'killed']] })
  const claim = code(TEXT, [shelled], resolution).claims[0]!
  expect(claim.actor[0]).toMatchObject({ text: 'The army', name: 'Iraqi Army', code: 'IRQ:MIL', actor: 'iraqi-army', how: 'known-actor' })
  expect(claim.time).toMatchObject({ value: '2016-11-01', precision: 'day', how: 'weekday-past' })
  expect(claim.figures).toMatchObject([{ text: 'at least 12', kind: 'killed', of: 'people', low: 12, high: null }])
})

test('says that a filler was not resolved, under its own words', () => {
  const shelled = triggerOf(TEXT, 'shelled', 'ASSAULT', { actor: ['The army'], place: ['Gogjali'], time: 'on Tuesday' })
  const claim = code(TEXT, [shelled]).claims[0]!
  expect(claim.actor[0]).toMatchObject({ name: 'The army', code: null, how: 'unresolved' })
  expect(claim.place[0]).toMatchObject({ name: 'Gogjali', country: null, lat: null, precision: 'unknown', how: 'unresolved' })
  expect(claim.time).toMatchObject({ text: 'on Tuesday', value: null, how: 'unresolved' })
})

test('says that no time is stated', () => {
  const claim = code(TEXT, [triggerOf(TEXT, 'shelled', 'ASSAULT')]).claims[0]!
  expect(claim.time).toEqual({ span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' })
})

test('leaves out a number that could not be read and says where it stands', () => {
  const shelled = triggerOf(TEXT, 'shelled', 'ASSAULT', { figures: [['at least 12', 'killed']] })
  const { claims, problems } = code(TEXT, [shelled])
  expect(claims[0]!.figures).toEqual([])
  expect(problems).toMatchObject([{ code: 'code/figure-not-understood', severity: 'warning', span: shelled.figures[0]!.span }])
})

test('keeps the chain of those who say so, outermost first, and nobody where nobody is named', () => {
  const text = 'Officials said he is believed to have left.'
  const left = triggerOf(text, 'left', 'WHEREABOUTS', {
    attribution: [
      { source: 'Officials', cue: 'said' },
      { source: null, cue: 'is believed' },
      { source: null, cue: null },
    ],
  })
  const attribution = code(text, [left], resolutionOf(text, { actors: { Officials: 'IRQ:GOV' } })).claims[0]!.attribution
  expect(attribution).toMatchObject([
    { source: { text: 'Officials', name: 'Officials', code: 'IRQ:GOV' }, cue: { text: 'said' } },
    { source: null, cue: { text: 'is believed' } },
  ])
  expect(attribution).toHaveLength(2)
})

test('lists a filler once', () => {
  const shelled = triggerOf(TEXT, 'shelled', 'ASSAULT', { actor: ['The army', 'The army'] })
  expect(code(TEXT, [shelled]).claims[0]!.actor).toHaveLength(1)
})

test('makes nothing of a report without triggers', () => {
  expect(code('Nothing happened.', [])).toEqual({ claims: [], problems: [] })
})

test('of two fillers that name the same place the one nearest to the trigger counts', () => {
  const text = 'Ramla next: in Ramla gunmen fled.'
  const fled = triggerOf(text, 'fled', 'RETREAT', {})
  const link = (start: number) => ({ span: { start, end: start + 5 }, confidence: 0.9, sector: null })
  const twice = { ...fled, place: [link(0), link(15)] }
  expect(code(text, [twice], resolutionOf(text, {})).claims[0]!.place.map(({ span }) => span.start)).toEqual([15])
})
