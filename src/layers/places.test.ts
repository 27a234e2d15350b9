import { describe, expect, it } from 'vitest'
import type { Mention } from '../parse/parse.js'
import { type Span, sliceOf } from '../report.js'
import { openGazetteer } from '../resolve/place/index.js'
import { placeNames } from './places.js'

const gazetteer = openGazetteer()
const at = (text: string, words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const names = (text: string, ...mentions: [words: string, type: Mention['type']][]): string[] =>
  placeNames(
    { text } as Parameters<typeof placeNames>[0],
    mentions.map(([words, type]) => ({ span: at(text, words), type, confidence: 0.9 })),
    gazetteer,
  ).map((span) => sliceOf(text, span))

describe('placeNames', () => {
  it.each<[string, [string, Mention['type']][], string[]]>([
    ['Shells fell on Aleppo.', [], ['Aleppo']],
    ['He met Rome’s new mayor.', [['Rome’s new mayor', 'person']], ['Rome']],
    ['The claims of US intelligence were denied.', [['US intelligence', 'organisation']], ['US']],
    ['She met Texas Senator John Hale.', [['Texas Senator John Hale', 'person']], ['Texas']],
    ['Moscow and Turkey agreed.', [['Turkey', 'organisation']], ['Moscow', 'Turkey']],
    ['They fled to Kharabisha.', [['Kharabisha', 'place']], ['Kharabisha']],
  ])('%s', (text, mentions, expected) => {
    expect(names(text, ...mentions)).toEqual(expected)
  })

  it.each<[string, [string, Mention['type']][]]>([
    ['The Bank of England cut rates.', [['The Bank of England', 'organisation']]],
    ['The Moscow Times wrote of it.', [['The Moscow Times', 'organisation']]],
    ['Paris Hilton spoke.', [['Paris Hilton', 'person']]],
    ['The floor was wet.', [['The floor', 'place']]],
    [
      'General Omar Qadrawi spoke; Qadrawi left.',
      [
        ['General Omar Qadrawi', 'person'],
        ['Qadrawi', 'place'],
      ],
    ],
  ])('none in: %s', (text, mentions) => {
    expect(names(text, ...mentions)).toEqual([])
  })
})
