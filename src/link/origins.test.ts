import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { claimWith, reportWith } from '../../test/linking.js'
import { loadAgencies } from './agencies.js'
import { findCopies } from './copies.js'
import { creditOf } from './credit.js'
import type { LinkReport } from './input.js'
import { originsOf } from './origins.js'

const agencies = loadAgencies()

test.each([
  ['LONDON, Jan 3 (Reuters) - Talks went on.', null, 'reuters', 'dateline'],
  ['BAGHDAD (AP) — Talks went on.', null, 'ap', 'dateline'],
  ['Talks went on in the capital on Monday. — AFP', null, 'afp', 'sign-off'],
  ['Talks went on.\n(Xinhua)', null, 'xinhua', 'sign-off'],
  ['Talks went on.', 'By Jane Doe, Associated Press', 'ap', 'byline'],
  ['Talks went on.', 'Agence France-Presse', 'afp', 'byline'],
  ['Talks went on.\n\nMeridian Wire, with additional reporting by Harbour Post staff', null, 'meridian-wire', 'sign-off'],
])('credits %j %j to %s', (text, byline, key, rule) => {
  expect(creditOf(reportWith({ text, byline, publisher: 'Harbour Post' }), agencies)).toMatchObject({ agency: { key }, reason: { rule } })
})

test.each([
  ['Talks went on in Geneva (Switzerland) - at last.', null],
  ['The minister told Reuters that talks went on.', null],
  ['Talks went on.', 'By Jane Doe'],
  ['', null],
])('finds no credit in %j %j', (text, byline) => {
  expect(creditOf(reportWith({ text, byline, publisher: 'Harbour Post' }), agencies)).toBeNull()
})

const originOf = (report: Partial<LinkReport>, claim: Parameters<typeof claimWith>[0]) =>
  originsOf(
    [{ id: 'c', report: 'r', claim: claimWith(claim), sentence: '' }],
    { report: () => reportWith(report), copyOf: () => undefined },
    agencies,
  ).origins[0]!

const at = { start: 0, end: 0 }
const source = (text: string, code: string | null = null, name = text) => [
  { source: { span: at, text, name, code }, cue: { span: at, text: 'said' } },
]

test('a claim without attribution is the word of the publisher', () => {
  expect(originOf({ publisher: 'The Harbour Post' }, {})).toEqual({
    id: 'publisher:harbour post',
    name: 'The Harbour Post',
    kind: 'publisher',
  })
})

test('an agency is one origin under every name', () => {
  expect(originOf({ publisher: 'AFP' }, {}).id).toBe(
    originOf({ publisher: 'The Daily', text: 'PARIS (Agence France-Presse) - So.' }, {}).id,
  )
})

test('"Reuters reported" is the word of Reuters', () => {
  expect(originOf({ publisher: 'The Daily' }, { attribution: source('Reuters') })).toEqual({
    id: 'agency:reuters',
    name: 'Reuters',
    kind: 'agency',
  })
})

test('a named source is the same origin in every paper', () => {
  const [one, other] = ['The Daily', 'The Post'].map((publisher) =>
    originOf({ publisher }, { attribution: source('the governor', 'IRQ:GOV', 'Najmaddin Karim') }),
  )
  expect(one).toEqual({ id: 'source:najmaddin karim', name: 'Najmaddin Karim', kind: 'source' })
  expect(other).toEqual(one)
})

test('an unnamed source of two papers is two', () => {
  const [one, other] = ['The Daily', 'The Post'].map((publisher) => originOf({ publisher }, { attribution: source('a doctor') }))
  expect(one).toMatchObject({ id: 'publisher:daily/doctor', kind: 'unnamed' })
  expect(other!.id).not.toBe(one!.id)
})

test('a spokesman speaks for his side', () => {
  expect(originOf({ publisher: 'The Daily' }, { attribution: source('a military spokesman', 'ETH:MIL') })).toEqual({
    id: 'party:ETH:MIL',
    name: 'ETH:MIL',
    kind: 'party',
  })
})

test('the innermost source counts', () => {
  const attribution = [...source('Johnson', 'GBR:GOV'), ...source('two witnesses')]
  expect(originOf({ publisher: 'The Daily' }, { attribution }).id).toBe('publisher:daily/witnesses')
})

test('the sample reprint has one origin with the wire, and its own words another', () => {
  const wireText = readFileSync(new URL('../../examples/mosul-2016-10-21-kirkuk-raid.txt', import.meta.url), 'utf8').replace(
    /^.*?\n\n/s,
    '',
  )
  const own = 'By Saturday the fighting had died down in most districts of the city, and shops on the main road were open again.'
  const reports = [
    reportWith({ id: 'wire', publisher: 'Meridian Wire', published: '2016-10-21', text: wireText }),
    reportWith({
      id: 'post',
      publisher: 'The Harbour Post',
      published: '2016-10-22',
      text: `${wireText}\n\n${own}\n\nMeridian Wire, with additional reporting by Harbour Post staff`,
    }),
  ]
  const copies = new Map(findCopies(reports).map((copy) => [copy.report, copy]))
  const sentence = (id: string, words: string) => {
    const { text } = reports.find((report) => report.id === id)!
    return { start: text.indexOf(words), end: text.indexOf(words) + words.length }
  }
  const claims = [
    {
      id: '1',
      report: 'wire',
      claim: claimWith({ sentence: sentence('wire', 'Gunmen and suicide bombers struck the provincial police headquarters') }),
      sentence: '',
    },
    {
      id: '2',
      report: 'post',
      claim: claimWith({ sentence: sentence('post', 'Gunmen and suicide bombers struck the provincial police headquarters') }),
      sentence: '',
    },
    { id: '3', report: 'post', claim: claimWith({ sentence: sentence('post', own) }), sentence: '' },
  ]
  const byId = new Map(reports.map((report) => [report.id, report]))
  const { claimOrigins } = originsOf(claims, { report: (id) => byId.get(id), copyOf: (id) => copies.get(id) }, agencies)
  expect(claimOrigins.map(({ origin }) => origin)).toEqual(['agency:meridian-wire', 'agency:meridian-wire', 'publisher:harbour post'])
})
