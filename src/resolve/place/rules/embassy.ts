import type { NamedPlace } from '../reading.js'
import { NOWHERE, plainName } from '../value.js'
import type { PlaceRule } from './rule.js'

const EMBASSY = /\b(?:embassy|embassies|consulates?)\b/i

/** How far from the words the place where the embassy stands may be named. */
const REACH = 250

/** "the U.S. embassy": stands in another country than the one it is named after, the nearest that the report names. */
export const embassy: PlaceRule = ({ phrase, mention: { span, text } }, { named }) => {
  const [sender] = phrase.countries
  if (!EMBASSY.test(text) || sender === undefined || phrase.countries.length > 1) return null
  const distance = ({ start }: NamedPlace): number => (start >= span.end ? start - span.end : span.start - start)
  const near = named.filter((one) => one.candidate.country !== null && one.candidate.country !== sender && distance(one) < REACH)
  const [host] = near.sort((a, b) => distance(a) - distance(b))
  if (phrase.target?.piece.candidates.every(({ country }) => country !== sender)) return null
  return {
    ...NOWHERE,
    name: plainName(text),
    country: host?.candidate.country ?? null,
    how: host === undefined ? 'unresolved' : 'scene-country',
  }
}
