import type { Mention } from '../parse/parse.js'
import { overlaps, type Report, type Span, sliceOf } from '../report.js'
import { type Candidate, findPlaces, type Gazetteer } from '../resolve/place/index.js'

const LARGE: readonly Candidate['kind'][] = ['country', 'admin1', 'capital', 'seat', 'continent']
const LARGE_PEOPLE = 100_000
/** An office after the place that it is of: "New York Gov. Hale". */
const OFFICE = /^\s+(?:Gov|Governor|Sen|Senator|Rep|Representative|Mayor|President|Premier|Prime Minister|Police|Attorney)\b/
const ARTICLE = /^(?:the|a|an)\s+/i

/**
 * Names of places: those of the gazetteer that stand in the text, inside names of people and organisations only where they stand apart
 * there, then what the model takes for a place and writes with a capital. Never overlapping, in text order.
 */
export const placeNames = ({ text }: Report, mentions: readonly Mention[], gazetteer: Gazetteer): Span[] => {
  const places = mentions.filter(({ type }) => type === 'place' || type === 'facility')
  const others = mentions.filter(({ type }) => type === 'person' || type === 'organisation')
  const people = others.filter(({ type }) => type === 'person').map(({ span }) => sliceOf(text, span))
  const within = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end
  const found = findPlaces(text, gazetteer)
    .filter(
      ({ span, candidates }) =>
        places.some((m) => within(m.span, span)) ||
        others.every((m) => !overlaps(m.span, span) || (within(m.span, span) && standsApart(text, span, candidates, m.span))),
    )
    .map(({ span }) => span)
  const unknown = places
    .filter(({ type, span }) => type === 'place' && !found.some((one) => overlaps(one, span)))
    .map(({ span }) => span)
    .filter((span) => {
      const name = sliceOf(text, span).replace(ARTICLE, '')
      return /\p{Lu}/u.test(name) && !people.some((person) => person.endsWith(` ${name}`))
    })
  return [...found, ...unknown.filter((span, i) => !unknown.slice(0, i).some((one) => overlaps(one, span)))].sort(
    (a, b) => a.start - b.start,
  )
}

/** True of a place's name in a longer mention that it is no part of the name of: "Rome's new mayor", "US intelligence", "Texas Senator Hale". */
const standsApart = (text: string, span: Span, candidates: readonly Candidate[], mention: Span): boolean => {
  const before = text.slice(mention.start, span.start).replace(ARTICLE, '')
  const after = text.slice(span.end, mention.end)
  if (/\p{Lu}/u.test(before.slice(1))) return false
  if (after === '') return before === '' && candidates.some(({ kind }) => kind === 'country')
  if (/^['’]s\b/.test(after) || OFFICE.test(after)) return true
  return /^\s+\p{Ll}/u.test(after) && candidates.some(({ kind, population }) => LARGE.includes(kind) || population >= LARGE_PEOPLE)
}
