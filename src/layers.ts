import type { Layers, Quote } from './claim.js'
import { trimAttribution } from './layers/attributions.js'
import { joinMentions } from './layers/mentions.js'
import { placeNames } from './layers/places.js'
import type { Parse } from './parse/parse.js'
import { type Report, type Span, sliceOf, spanKey } from './report.js'
import { type Gazetteer, resolvePlaces } from './resolve/place/index.js'
import type { Entity, Resolution } from './resolve/resolution.js'

export const NO_LAYERS: Layers = { mentions: [], triggers: [], attributions: [], times: [], places: [] }

/** What the reading found whether or not a claim uses it, in text order. */
export const layersOf = (report: Report, parse: Parse, resolution: Resolution, gazetteer: Gazetteer): Layers => {
  const { text } = report
  const quote = (span: Span): Quote => ({ span, text: sliceOf(text, span) })
  const entityOf = entityFinder(resolution.entities)
  // times and names of places are read by rule, which knows more of them than the model does
  const times = resolution.expressions
  const names = placeNames(report, parse.mentions, gazetteer)
  const mentions = joinMentions(
    text,
    parse.mentions,
    times.map(({ span }) => span),
    resolution.entities,
  )
  const places = resolvePlaces(
    [
      ...new Map(
        [...mentions.filter(({ type }) => type === 'place').map(({ span }) => span), ...names].map((s) => [spanKey(s), s]),
      ).values(),
    ].map(quote),
    report,
    gazetteer,
  )
  return {
    mentions: mentions.map(({ span, type }) => {
      const entity = entityOf(span)
      return {
        ...quote(span),
        type,
        entity: entity?.id ?? `m${spanKey(span)}`,
        name: entity?.name ?? places.get(spanKey(span))?.name ?? sliceOf(text, span),
      }
    }),
    triggers: parse.triggers.map(({ span, type, mode, confidence }) => ({
      ...quote(span),
      type,
      mode,
      confidence: Math.round(confidence * 100) / 100,
    })),
    attributions: parse.attributions
      .map((one) => trimAttribution(text, one))
      .map(({ source, cue, content, quoted }) => ({
        source: source && quote(source),
        cue: cue && quote(cue),
        content: content && quote(content),
        quoted,
      })),
    times: times.map(({ span, kind, value, duration }) => ({ ...quote(span), kind, value: value ?? duration })),
    places: names.flatMap((span) => {
      const value = places.get(spanKey(span))
      if (!value) return []
      const { name, country, lat, lon, geonameid, precision, alternatives } = value
      return [{ ...quote(span), name, country, lat, lon, geonameid, precision, alternatives }]
    }),
  }
}

/** The entity that a span refers to: the one with that very span, else one whose span shares its end. */
const entityFinder = (entities: readonly Entity[]): ((span: Span) => Entity | null) => {
  const exact = new Map(entities.flatMap((e) => e.spans.map((s) => [spanKey(s), e])))
  const ending = new Map(entities.flatMap((e) => e.spans.map((s) => [s.end, e])))
  return (span) => exact.get(spanKey(span)) ?? ending.get(span.end) ?? null
}
