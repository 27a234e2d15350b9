import { describe, expect, it } from 'vitest'
import { findPlaces } from './find.js'
import { openGazetteer } from './gazetteer.js'

const gazetteer = openGazetteer(undefined, '/nowhere/gazetteer.bin')
const found = (text: string): string[] => findPlaces(text, gazetteer).map(({ text: words }) => words)

describe('findPlaces', () => {
  it.each<[string, string[]]>([
    ['Troops left Mosul for Deir ez-Zor and al-Bab.', ['Mosul', 'Deir ez-Zor', 'al-Bab']],
    ['The Gulf of Aden and the Strait of Hormuz.', ['Gulf of Aden', 'Strait of Hormuz']],
    ["Iraq's army entered Tal Afar", ['Iraq', 'Tal Afar']],
    ['Fighting in Bosnia and Herzegovina', ['Bosnia and Herzegovina']],
    ['A Damascus-based group', ['Damascus']],
    ['US and UK forces', ['US', 'UK']],
  ])('finds %j', (text, names) => expect(found(text)).toEqual(names))

  it.each(['President Jordan said so.', 'the rebels and the army', 'He told us on Monday.', 'IS and UN officials', ''])(
    'finds none in %j',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )

  it('gives spans that hold the words', () => {
    const text = '“Mosul” — Zürich, N’Djamena 🙂 Aleppo’s Old City, Kirkuk.'
    for (const { span, text: words } of findPlaces(text, gazetteer)) expect(text.slice(span.start, span.end)).toBe(words)
  })
})
