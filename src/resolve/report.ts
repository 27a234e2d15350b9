import type { Parse } from '../parse/parse.js'
import { overlaps, type Report, type Span, sliceOf, spanKey } from '../report.js'
import { resolveActors } from './actor/resolve.js'
import { resolveCoreference } from './coreference/resolve.js'
import { findFigures, readFigure } from './figure/index.js'
import { type Gazetteer, resolvePlaces } from './place/index.js'
import type { Resolution } from './resolution.js'
import { resolveTimes, timesOfClaims } from './time/index.js'

/** Ties what was read to the world: places first, for actors' countries rest on them; each value says how it was found. */
export const resolveReport = (report: Report, parse: Parse, gazetteer: Gazetteer): Resolution => {
  const { text, published, publisher, title } = report
  const { sentences, triggers, mentions } = parse
  const quoted = <L extends { readonly span: Span }>(link: L) => ({ ...link, text: sliceOf(text, link.span) })

  // every place that the report names, not only those of claims, tells where its actors are from
  const placeLinks = unique([...triggers.flatMap((t) => t.place), ...mentions.filter((m) => m.type === 'place')]).map(quoted)
  const places = resolvePlaces(placeLinks, { text, publisher, title }, gazetteer)

  const actorLinks = unique(triggers.flatMap((t) => [...t.actor, ...t.recipient, ...t.attribution.flatMap((a) => a.source ?? [])]))
  const placed = placeLinks.flatMap(({ span }) => {
    const country = places.get(spanKey(span))?.country
    return country ? [{ span, country }] : []
  })
  const links = actorLinks.map((l) => l.span)
  const entities = resolveCoreference({ text, sentences, mentions, links, published, publisher, title, places: placed })
  const actors = resolveActors(actorLinks.map(quoted), {
    report: { text, published, publisher, title },
    sentences,
    entities,
    places: placed,
  })

  const expressions = resolveTimes(text, sentences, published)
  const times = timesOfClaims(
    triggers.map(({ span, time, status }) => ({ trigger: span, time: time?.span ?? null, status })),
    expressions,
    { text, published },
  )
  const dated = expressions.map(({ span }) => span)
  const counted = findFigures(text, dated)
  const figures: Resolution['figures'] = new Map(
    triggers
      .flatMap((t) => t.figures)
      .flatMap(({ span }) => {
        if (dated.some((time) => overlaps(time, span))) return []
        // the reader's words may be a part of the number's ("85" of "85,000"), or take in a word too many ("tens of thousands of")
        const whole = counted.find((figure) => overlaps(figure.span, span))
        const value = whole?.value ?? readFigure(sliceOf(text, span))
        return value ? [[spanKey(span), { ...value, span: whole?.span ?? span }] as const] : []
      }),
  )
  return { actors, places, times, figures, entities, expressions }
}

/** The first link of each span. */
const unique = <L extends { readonly span: Span }>(links: readonly L[]): readonly L[] =>
  [...new Map([...links].reverse().map((l) => [spanKey(l.span), l])).values()].reverse()
