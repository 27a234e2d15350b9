import { describe, expect, test } from 'vitest'
import { keep } from '../../test/effects.js'
import type { ActorFiller, Claim, ClaimType, PlaceFiller, Reading } from '../claim.js'
import type { Report, Span } from '../report.js'
import { hasColour, pageWidth } from './layout.js'
import { page } from './page.js'
import { printable } from './printable.js'

const TEXT = `Battle for the eastern districts
Residents were waiting. Iraqi special forces entered the eastern districts of Mosul on Tuesday, an officer told the Tigris Wire. He said that they had killed at least 12 fighters.
Aid groups fear that more will follow.`

const spanOf = (words: string): Span => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const quoteOf = (words: string) => ({ text: words, span: spanOf(words) })

const SENTENCES = TEXT.split(/\n|(?<=\.) /).map(spanOf)

const actor = (words: string, name = words, code: string | null = null): ActorFiller => ({
  ...quoteOf(words),
  name,
  code,
  actor: null,
  wikidata: null,
  how: 'words',
})

const place = (words: string, changes: Partial<PlaceFiller>): PlaceFiller => ({
  ...quoteOf(words), name: words, country: null, geonameid: null, lat: null, lon: null, admin1: null, precision: 'unknown', alternatives: [], how: 'gazetteer', ...changes,
}) // biome-ignore format: fields that do not matter here

const claim = (words: string, type: ClaimType, changes: Partial<Claim> = {}): Claim => {
  const trigger = quoteOf(words)
  return {
    id: words,
    type,
    mode: null,
    sentence: SENTENCES.find(({ start, end }) => start <= trigger.span.start && trigger.span.end <= end)!,
    trigger,
    actor: [],
    recipient: [],
    place: [],
    time: { span: null, text: null, value: null, precision: 'unknown', how: 'unresolved' },
    figures: [],
    status: 'actual',
    negated: false,
    background: false,
    certainty: 'certain',
    attribution: [],
    codes: { plover: { type: null, mode: null, contexts: [] }, cameo: null, quadClass: null, acled: null },
    confidence: 0.9,
    ...changes,
  }
}

const REPORT: Report = {
  doc: 'sample',
  publisher: 'Tigris Wire',
  url: null,
  title: 'Battle for the eastern districts',
  byline: null,
  published: '2016-11-03T10:05Z',
  language: 'eng',
  text: TEXT,
  sha256: { raw: '', text: '' },
}

const readingOf = (claims: readonly Claim[], changes: Partial<Report> = {}): Reading => ({
  doc: 'sample',
  report: { ...REPORT, ...changes },
  claims,
  problems: [],
  coder: { name: 'herodot', version: '0', model: '' },
})

const ENTERED = claim('entered', 'MOBILIZE', {
  mode: 'troops',
  actor: [actor('Iraqi special forces', 'Iraqi Special Forces', 'IRQ:MIL')],
  place: [place('the eastern districts of Mosul', { name: 'Mosul', country: 'IRQ', admin1: 'Nineveh', precision: 'town' })],
  time: { ...quoteOf('on Tuesday'), value: '2016-11-01', precision: 'day', how: 'weekday-past' },
  attribution: [{ source: { ...quoteOf('an officer'), name: 'an officer', code: null }, cue: quoteOf('told') }],
})

const KILLED = claim('killed', 'ASSAULT', {
  actor: [actor('they', 'Iraqi Special Forces', 'IRQ:MIL')],
  recipient: [actor('fighters')],
  figures: [{ ...quoteOf('at least 12'), kind: 'killed', of: 'fighters', low: 12, high: null }],
  certainty: 'possible',
  attribution: [{ source: { ...quoteOf('He'), name: 'an officer', code: null }, cue: quoteOf('said') }],
  confidence: 0.456,
})

const FOLLOW = claim('follow', 'DISPLACE', {
  status: 'hypothetical',
  negated: true,
  background: true,
  attribution: [{ source: null, cue: quoteOf('fear') }],
})

describe('a page', () => {
  test('has the sentences with what they claim, who says so, and the rest of the text between them', () => {
    expect(
      page(readingOf([FOLLOW, KILLED, ENTERED]), { width: 70, colour: false }),
    ).toBe(`── sample ────────────────────────────────────────────────────────────
Battle for the eastern districts
Tigris Wire · 2016-11-03 10:05Z · English

  Residents were waiting.

  Iraqi special forces *entered* the eastern districts of Mosul on
  Tuesday, an officer told the Tigris Wire.
    ● MOBILIZE troops  “entered”  90%
    │ who     Iraqi Special Forces [IRQ:MIL]
    │ where   Mosul, Nineveh, Iraq (town)
    │ when    2016-11-01 “on Tuesday”
    │ says    an officer “told”, certain

  He said that they had *killed* at least 12 fighters.
    ● ASSAULT  “killed”  46%
    │ who     Iraqi Special Forces [IRQ:MIL] “they” → fighters
    │ figures 12 or more fighters killed “at least 12”
    │ says    an officer “He” “said”, possible

  Aid groups fear that more will *follow*.
    ● DISPLACE  “follow”  hypothetical  negated  background  90%
    │ says    somebody unnamed “fear”, certain

──────────────────────────────────────────────────────────────────────
3 claims in 3 sentences · according to an officer 2, somebody
unnamed 1

`)
  })

  test('names the publisher as the one who says what nobody else is said to say, and a chain from the outside in', () => {
    const chain = [
      { source: { ...quoteOf('the Tigris Wire'), name: 'Tigris Wire', code: null }, cue: null },
      { source: { ...quoteOf('an officer'), name: 'an officer', code: null }, cue: quoteOf('told') },
    ]
    const found = page(readingOf([claim('entered', 'MOBILIZE', { attribution: chain }), claim('killed', 'ASSAULT')]), {
      width: 80,
      colour: false,
    })
    expect(found).toContain('says    Tigris Wire, citing an officer “told”, certain')
    expect(found).toContain('says    the publisher, certain')
  })

  test.each<[string, Partial<Claim>, string]>([
    [
      'a time without a date',
      { time: { ...quoteOf('on Tuesday'), value: null, precision: 'unknown', how: 'unresolved' } },
      'when    no date found “on Tuesday”',
    ],
    [
      'a date from elsewhere',
      { time: { span: null, text: null, value: '2016-11-03', precision: 'day', how: 'published' } },
      'when    2016-11-03 (published)',
    ],
    ['a place that is not in the gazetteer', { place: [place('Mosul', {})] }, 'where   Mosul (not located)'],
    ['a country', { place: [place('Mosul', { name: 'Iraq', country: 'IRQ', precision: 'country' })] }, 'where   Iraq (country) “Mosul”'],
    ['an open range', { figures: [{ ...quoteOf('12'), kind: 'other', of: null, low: null, high: 30 }] }, 'figures up to 30 “12”'],
    [
      'a range',
      { figures: [{ ...quoteOf('12'), kind: 'displaced', of: null, low: 2000, high: 9999 }] },
      'figures 2,000 to 9,999 displaced “12”',
    ],
  ])('has words for %s', (_, changes, line) => {
    expect(page(readingOf([claim('killed', 'ASSAULT', changes)]), { width: 80, colour: false })).toContain(`│ ${line}\n`)
  })

  test('of a report without claims shows its text', () => {
    const found = page(readingOf([], { title: null, published: null, language: null }), { width: 70, colour: false })
    expect(found).toMatch(/^── sample ─+\nTigris Wire · date unknown \(--published gives it\)\n\n/)
    expect(found).toContain('  Residents were waiting.')
    expect(found).toMatch(/─\nno claims\n\n$/)
  })

  test('calls no claim wholly sure', () => {
    expect(page(readingOf([claim('killed', 'ASSAULT', { confidence: 0.998 })]), { width: 80, colour: false })).toContain('“killed”  99%\n')
  })

  test('has colour where there is colour, and the same words', () => {
    const reading = readingOf([ENTERED, KILLED])
    const coloured = page(reading, { width: 70, colour: true })
    expect(coloured).toContain('\x1b[1m\x1b[4m\x1b[35mentered\x1b[39m\x1b[24m\x1b[22m')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is about them
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(page(reading, { width: 70, colour: false }).replace(/\*/g, ''))
  })

  test('keeps to its width, wide letters counted as two columns', () => {
    const text = `${'伊拉克军队周二进入该市东部地区'.repeat(20)} ${'x'.repeat(200)}`
    for (const line of page(readingOf([], { text, title: text }), { width: 60, colour: false }).split('\n')) {
      expect(line.replace(/\p{Script=Han}/gu, 'xx').length).toBeLessThanOrEqual(60)
    }
  })

  test('lets nothing in the text reach the terminal but letters', () => {
    const text = 'a\x1b]0;owned\x07b \u202ecba\u2066 \x9b31m c\ud800'
    const found = page(readingOf([], { text, title: text, publisher: text, url: text }), { width: 80, colour: false })
    expect(found.replace(/\n/g, '')).not.toMatch(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u)
  })
})

test('text is made printable on one line', () => {
  expect(printable('a\x1b[31mb\r\n\u202ec\ud800')).toBe('a [31mb c\ufffd')
  expect(printable('Nāṣirīyah 😀 الموصل 👩‍👩‍👧')).toBe('Nāṣirīyah 😀 الموصل 👩‍👩‍👧')
})

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{}, {}, false],
  [{}, { FORCE_COLOR: '1' }, true],
  [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
])('colour for %j and %j: %j', (terminal, env, colour) => expect(hasColour(keep(terminal), env)).toBe(colour))

test('a page is as wide as the terminal, within what reads well', () => {
  expect([undefined, 10, 72, 300].map((columns) => pageWidth(keep(columns === undefined ? {} : { columns })))).toEqual([80, 40, 72, 100])
})
