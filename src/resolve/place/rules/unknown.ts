import type { Candidate } from '../gazetteer.js'
import { PRECISION_OF } from '../kinds.js'
import { insideKey, type Known, sceneCountry, senseOf } from '../reading.js'
import type { Toponym } from '../senses.js'
import { NOWHERE, plainName, valueFor } from '../value.js'
import type { PlaceRule } from './rule.js'

/** The finest of the places that a name is said to lie in, or that a facility is named after. */
const holderOf = ({ piece, containers }: Toponym, { rankings }: Known): Candidate | null => {
  const holders = containers.map((container) =>
    container.demonym === null ? senseOf({ piece: container, containers: [] }, rankings) : null,
  )
  const holder = holders.find((sense) => sense !== null && sense.candidate.match !== 'sound')
  const inside = rankings.get(insideKey(piece))
  return holder?.candidate ?? (inside?.foreign ? null : inside?.candidates[0]?.candidate) ?? null
}

/** A name that the gazetteer lacks: what its own words say of where it lies, else only the country the report is about. */
export const unknown: PlaceRule = ({ phrase }, known) => {
  if (phrase.target === null) return null
  const { piece, containers } = phrase.target
  const name = plainName(piece.name)
  const holder = holderOf(phrase.target, known)
  if (holder !== null && holder.kind !== 'country' && holder.country !== null) {
    const precision = PRECISION_OF[holder.kind]
    return {
      ...valueFor(holder, name, 'container'),
      geonameid: null,
      precision: precision === 'town' || precision === 'exact' ? 'near' : precision,
    }
  }
  const only = phrase.countries.length === 1 ? phrase.countries[0] : undefined
  const country = holder?.country ?? only ?? containers.find(({ demonym }) => demonym !== null)?.demonym?.country
  if (country !== undefined) return { ...NOWHERE, name, country, how: 'phrase-country' }
  const about = known.dominant ?? sceneCountry(piece.start, known)
  return {
    ...NOWHERE,
    name,
    country: about,
    how: about === null ? 'unresolved' : known.dominant === null ? 'scene-country' : 'document-country',
  }
}
