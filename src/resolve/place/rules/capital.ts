import { senseOf } from '../reading.js'
import { valueFor } from '../value.js'
import type { PlaceRule } from './rule.js'

/** "the Libyan capital", "the capital of Caqueta", "the capital" of the country that the report is about. */
export const capital: PlaceRule = ({ phrase }, { gazetteer, rankings, dominant }) => {
  if (phrase.capital === null) return null
  const named = phrase.target === null ? null : (senseOf(phrase.target, rankings)?.candidate ?? null)
  if (named !== null && named.kind === 'admin1' && named.country !== null) {
    const seat = gazetteer.seat(named.country, named.name)
    return seat === null ? null : valueFor(seat, seat.name, 'seat')
  }
  if (phrase.target !== null && named?.kind !== 'country') return null
  const implied = phrase.capital === 'national' && phrase.target === null ? dominant : null
  const country = phrase.countries[0] ?? implied
  const city = country === null ? null : gazetteer.capital(country)
  return city === null ? null : valueFor(city, city.name, phrase.countries.length > 0 ? 'capital' : 'document-capital')
}
