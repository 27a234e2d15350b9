import { placed, valueFor } from '../value.js'
import type { PlaceRule } from './rule.js'

/** What belongs to a country and stands elsewhere. */
const ABROAD = /\b(?:embassy|embassies|consulates?|mission|delegation)\b/i

/** "Syrian territory", "Turkish": the country itself. */
export const demonym: PlaceRule = ({ phrase, mention }, { gazetteer }) => {
  const [country] = phrase.countries
  if (phrase.target !== null || country === undefined || ABROAD.test(mention.text)) return null
  const entry = gazetteer.country(country)
  return entry === null ? null : placed(valueFor(entry, entry.name, 'demonym'), entry, phrase, gazetteer)
}
