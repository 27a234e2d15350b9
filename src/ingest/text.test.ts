import { describe, expect, test } from 'vitest'
import { seeds, trickyText } from '../../test/generated.js'
import { clean } from './clean.js'
import { NO_HEADER, splitHeader } from './header.js'
import { headline } from './text.js'
import { unwrap } from './unwrap.js'

describe('clean', () => {
  test('is idempotent, leaves no control characters or lone surrogates, and keeps every other code unit in its place', () => {
    for (const text of seeds(500).map(trickyText)) {
      const cleaned = clean(text)
      expect(clean(cleaned)).toBe(cleaned)
      expect(cleaned).not.toMatch(/[^\P{Cc}\n\t]|\p{Surrogate}/u)
      const lines = text.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n')
      expect(cleaned).toHaveLength(lines.length)
      for (const [i, unit] of lines.split('').entries()) if (/[A-Za-z0-9.“”]/.test(unit)) expect(cleaned[i]).toBe(unit)
    }
  })
})

describe('the header of a plain text', () => {
  test('tells where the text comes from, and is no part of it', () => {
    const text = 'Title: Troops: the advance\nPublisher: Tigris Wire\npublished: 3 November 2016\n\nThe army left.'
    expect(splitHeader(text)).toEqual({
      header: { ...NO_HEADER, title: 'Troops: the advance', publisher: 'Tigris Wire', published: '2016-11-03' },
      body: 'The army left.',
    })
  })

  test.each([
    ['no empty line after it', 'Title: Troops\nThe army left.'],
    ['an unknown name', 'Title: Troops\nWeather: fine\n\nThe army left.'],
    ['a line without a name', 'Title: Troops\nadvance\n\nThe army left.'],
    ['a date that is none', 'Published: soon\n\nThe army left.'],
    ['a name twice', 'Source: a\nPublisher: b\n\nThe army left.'],
    ['a first paragraph with a colon', 'Quote: he said so.\n\nThe army left.'],
  ])('is text where there is %s', (_, text) => expect(splitHeader(text)).toEqual({ header: NO_HEADER, body: text }))
})

describe('the headline of a plain text', () => {
  test.each([
    ['Troops enter Mosul\n\nThe army came on Tuesday.', 'Troops enter Mosul'],
    ['\n  Is this the end?  \n\nThe army came', 'Is this the end?'],
    ['Troops enter Mosul\nThe army came on Tuesday.', 'Troops enter Mosul'],
  ])('%j', (text, title) => expect(headline(text)).toBe(title))

  test.each([
    'The army came on Tuesday.\n\nIt left on Wednesday.',
    'By Hana Adeyemi\n\nThe army came.',
    'KIRKUK, Iraq, Oct 21 (Meridian Wire) -\n\nThe army came.',
    'Mosul\n\nThe army came.',
    'Troops enter Mosul',
    'the army\nand its allies',
    `${'word '.repeat(50)}\n\nThe army came.`,
  ])('%j has none', (text) => expect(headline(text)).toBeNull())
})

describe('a text wrapped at a fixed width', () => {
  const wrapped =
    'The army said on Tuesday that its troops had taken the\nbridge in the east of the city after a night of heavy\nfighting.\n\nResidents said that they had heard explosions from the\nriver until the early morning, when the guns fell\nsilent.\n'

  test('gets its paragraphs back, every offset unchanged', () => {
    expect(unwrap(wrapped)).toBe(
      'The army said on Tuesday that its troops had taken the bridge in the east of the city after a night of heavy fighting.\n\nResidents said that they had heard explosions from the river until the early morning, when the guns fell silent.\n',
    )
  })

  test.each([
    [
      'paragraphs on a line each',
      'The army came on Tuesday, an officer said in the city.\nIt left on Wednesday.\nNobody was hurt.\nThe end of it.',
    ],
    ['long paragraphs', `${'The army came. '.repeat(20)}\n${'It left. '.repeat(30)}\n${'The end. '.repeat(10)}`],
    ['a list', 'Killed:\n12 soldiers\n3 civilians\n1 officer of the police'],
  ])('%s stays as it is', (_, text) => expect(unwrap(text)).toBe(text))

  test('only line breaks ever change, into spaces', () => {
    for (const text of seeds(300).map((seed) => clean(trickyText(seed)))) {
      expect(unwrap(text).replace(/ /g, '\n')).toBe(text.replace(/ /g, '\n'))
    }
  })
})
