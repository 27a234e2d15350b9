import { NOWHERE, placed, plainName, valueFor } from '../value.js'
import { isFacilityWord } from '../words.js'
import type { PlaceRule } from './rule.js'

/** "Syrian territory", "Turkish": the country itself. "Ukrainian military bases": something in it that has no name. */
export const demonym: PlaceRule = ({ phrase, mention }, { gazetteer }) => {
  const [country] = phrase.countries
  if (phrase.target !== null || country === undefined) return null
  const head = /([\p{L}]+?)s?$/u.exec(mention.text)?.[1] ?? ''
  if (isFacilityWord(head)) return { ...NOWHERE, name: plainName(mention.text), country, how: 'phrase-country' }
  const entry = gazetteer.country(country)
  return entry === null ? null : placed(valueFor(entry, entry.name, 'demonym'), entry, phrase, gazetteer)
}
