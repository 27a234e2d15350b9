import { NOWHERE, plainName, valueFor } from '../value.js'
import type { PlaceRule } from './rule.js'

// "the Syrian side of the Iraqi border"
const SIDE = /\bside of\b/i

/** "the Turkish border", "the border between Libya and Niger": a line, so at best one point on it. */
export const border: PlaceRule = ({ phrase, mention }, { gazetteer }) => {
  const [first, second] = phrase.countries
  if (!phrase.border || first === undefined) return null
  const country = gazetteer.country(first)
  if (country === null) return null
  if (second === undefined || SIDE.test(mention.text)) return valueFor(country, country.name, 'border')
  const other = gazetteer.country(second)?.name ?? second
  const name = `${country.name}-${other} border`
  const known = [plainName(mention.text), name, `${other}-${country.name} border`].flatMap((words) => gazetteer.named(words))[0]
  return known === undefined ? { ...NOWHERE, name, country: null, how: 'border' } : valueFor(known, name, 'border')
}
