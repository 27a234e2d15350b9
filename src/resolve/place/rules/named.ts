import { senseOf } from '../reading.js'
import { nameOf, placed, valueFor } from '../value.js'
import type { PlaceRule } from './rule.js'

/** Names that the gazetteer has. A lesser town of a country that the report never speaks of is not taken for the place meant. */
export const named: PlaceRule = ({ phrase }, { gazetteer, rankings, dominant }) => {
  const sense = phrase.target === null ? null : senseOf(phrase.target, rankings)
  if (sense === null || phrase.target === null || (sense.foreign && dominant !== null)) return null
  const value = valueFor(sense.candidate, nameOf(sense.candidate, phrase.target.piece), sense.how, sense.others)
  return placed(value, sense.candidate, phrase, gazetteer)
}
