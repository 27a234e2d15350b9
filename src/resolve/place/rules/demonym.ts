import { placed, valueFor } from '../value.js'
import type { PlaceRule } from './rule.js'

/** "Syrian territory", "Turkish": the country itself. */
export const demonym: PlaceRule = ({ phrase }, { gazetteer }) => {
  const [country] = phrase.countries
  if (phrase.target !== null || country === undefined) return null
  const entry = gazetteer.country(country)
  return entry === null ? null : placed(valueFor(entry, entry.name, 'demonym'), entry, phrase, gazetteer)
}
