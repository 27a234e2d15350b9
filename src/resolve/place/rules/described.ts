import type { Kind } from '../kinds.js'
import { type Known, type NamedPlace, sceneCountry } from '../reading.js'
import { NOWHERE, plainName, valueFor } from '../value.js'
import type { PlaceRule } from './rule.js'

/** How far back a description can refer, in characters, before recency no longer counts. */
const FADING = 400

/** The place before a description that it most likely means: near, and spoken of often. */
const antecedent = (at: number, kinds: readonly Kind[], country: string | null, { named }: Known): NamedPlace | null => {
  const counts = new Map<number, number>()
  const latest = new Map<number, NamedPlace>()
  for (const one of named) {
    if (one.start >= at) break
    counts.set(one.candidate.place, (counts.get(one.candidate.place) ?? 0) + 1)
    if (country !== null && one.candidate.country !== country) continue
    if (kinds.includes(one.candidate.kind)) latest.set(one.candidate.place, one)
  }
  const scoreOf = (one: NamedPlace): number => Math.log2(1 + (counts.get(one.candidate.place) ?? 0)) - (at - one.start) / FADING
  return [...latest.values()].reduce<NamedPlace | null>((best, one) => (best === null || scoreOf(one) > scoreOf(best) ? one : best), null)
}

// one place that the reader already knows, not "a Syrian city" or "Russian cities"
const DEFINITE = /^(?:the|this|that|its|their)\b.*[^s]$/i

/** "the city", "there", "the Syrian city", "the country": what the report spoke of before. */
export const anaphor: PlaceRule = ({ phrase, mention }, known) => {
  const [of = null] = phrase.countries
  if (phrase.head === null || (of !== null && !DEFINITE.test(mention.text))) return null
  if (phrase.head[0] === 'country') {
    const before = antecedent(mention.span.start, phrase.head, null, known)
    const alpha3 = of ?? known.dominant ?? before?.candidate.country ?? null
    const country = alpha3 === null || /\bcountries$/i.test(mention.text) ? null : known.gazetteer.country(alpha3)
    return country === null ? null : valueFor(country, country.name, of === null ? 'document-country' : 'demonym')
  }
  const place = antecedent(mention.span.start, phrase.head, of, known)
  return place === null ? null : valueFor(place.candidate, place.name, 'anaphora')
}

// pronouns and things that are no place of their own
const NO_PLACE =
  /^(?:it|its|them|they|their|him|her|us|this|that|these|those|(?:more than |at least |about )?\d.*|.*\b(?:countries|nations|neighbou?ring|abroad|overseas|other side|internet|online|worldwide|world|sea|air|sky|skies|space|oil|land)\b.*)$/i

/** "the church", "three villages": no place of the gazetteer, but in the country where the report is at that point. */
export const scene: PlaceRule = ({ mention }, known) => {
  const name = plainName(mention.text)
  const country = sceneCountry(mention.span.start, known)
  if (country === null || NO_PLACE.test(mention.text)) return { ...NOWHERE, name, country: null, how: 'unresolved' }
  return { ...NOWHERE, name, country, how: 'scene-country' }
}
