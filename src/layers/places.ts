import type { Mention } from '../parse/parse.js'
import { overlaps, type Report, type Span, sliceOf } from '../report.js'
import { findPlaces, type Gazetteer } from '../resolve/place/index.js'

/**
 * Names of places: those of the gazetteer that stand in the text outside names of people and organisations,
 * then what the model takes for a place and writes with a capital. Never overlapping, in text order.
 */
export const placeNames = ({ text }: Report, mentions: readonly Mention[], gazetteer: Gazetteer): Span[] => {
  const places = mentions.filter(({ type }) => type === 'place' || type === 'facility')
  const others = mentions.filter(({ type }) => type === 'person' || type === 'organisation')
  const within = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end
  const found = findPlaces(text, gazetteer)
    .map(({ span }) => span)
    .filter((span) => places.some((m) => within(m.span, span)) || !others.some((m) => overlaps(m.span, span)))
  const unknown = places
    .filter(({ type, span }) => type === 'place' && /\p{Lu}/u.test(sliceOf(text, span)) && !found.some((one) => overlaps(one, span)))
    .map(({ span }) => span)
  return [...found, ...unknown.filter((span, i) => !unknown.slice(0, i).some((one) => overlaps(one, span)))].sort(
    (a, b) => a.start - b.start,
  )
}
