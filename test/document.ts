import { createHash } from 'node:crypto'
import type { ClaimType, FigureKind } from '../src/claim.js'
import type { FigureLink, Link, Mention, Parse, Trigger } from '../src/parse/parse.js'
import { type Report, type Span, spanKey } from '../src/report.js'
import type { ActorValue, FigureValue, PlaceValue, Resolution, TimeValue } from '../src/resolve/resolution.js'

/** Where words stand in a text: `words#2` is their second occurrence. */
export const spanOf = (text: string, words: string): Span => {
  const [, wanted, nth] = /^(.*?)(?:#(\d+))?$/s.exec(words)!
  let start = -1
  for (let n = 0; n < Number(nth ?? 1); n++) start = text.indexOf(wanted!, start + 1)
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`)
  return { start, end: start + wanted!.length }
}

export const reportOf = (text: string): Report => ({
  doc: 'test',
  publisher: null,
  url: null,
  title: null,
  byline: null,
  published: '2016-11-03',
  language: 'eng',
  text,
  sha256: { raw: '', text: createHash('sha256').update(text).digest('hex') },
})

/** A parse with one sentence a line. */
export const parseOf = (text: string, triggers: readonly Trigger[], mentions: readonly Mention[] = []): Parse => {
  const sentences = [...text.matchAll(/[^\n]+/g)].map((line) => ({ start: line.index, end: line.index + line[0].length }))
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)].map((word) => ({
    span: { start: word.index, end: word.index + word[0].length },
    sentence: sentences.findIndex(({ end }) => word.index < end),
  }))
  return { sentences, tokens, mentions, triggers, attributions: [] }
}

interface Roles {
  readonly actor?: readonly string[]
  readonly recipient?: readonly string[]
  readonly place?: readonly string[]
  readonly time?: string
  readonly figures?: readonly (readonly [string, FigureKind])[]
  readonly attribution?: readonly { readonly source: string | null; readonly cue: string | null }[]
}

const PLAIN = { mode: null, status: 'actual', negated: false, background: false, certainty: 'certain', confidence: 0.9 } as const

/** A trigger whose words and fillers are looked up in the text. */
export const triggerOf = (
  text: string,
  words: string,
  type: ClaimType,
  roles: Roles = {},
  labels: Partial<Pick<Trigger, 'mode' | 'status' | 'negated' | 'background' | 'certainty' | 'confidence'>> = {},
): Trigger => {
  const span = spanOf(text, words)
  const link = (filler: string): Link => ({ span: spanOf(text, filler), confidence: 0.9, sector: null })
  const figure = ([number, kind]: readonly [string, FigureKind]): FigureLink => ({
    span: spanOf(text, number),
    kinds: [kind],
    confidence: 0.9,
  })
  return {
    ...PLAIN,
    ...labels,
    span,
    sentence: [...text.slice(0, span.start).matchAll(/[^\n]+\n/g)].length,
    type,
    actor: (roles.actor ?? []).map(link),
    recipient: (roles.recipient ?? []).map(link),
    place: (roles.place ?? []).map(link),
    time: roles.time === undefined ? null : link(roles.time),
    figures: (roles.figures ?? []).map(figure),
    attribution: (roles.attribution ?? []).map(({ source, cue }) => ({
      source: source === null ? null : link(source),
      cue: cue === null ? null : link(cue),
    })),
  }
}

interface Values {
  /** Codes of actors, or whole values. */
  readonly actors?: Readonly<Record<string, string | ActorValue>>
  readonly places?: Readonly<Record<string, PlaceValue>>
  /** By trigger. */
  readonly times?: Readonly<Record<string, TimeValue & { readonly words: string }>>
  readonly figures?: Readonly<Record<string, FigureValue>>
}

/** A resolution whose values are given by the words they are for. */
export const resolutionOf = (text: string, values: Values = {}): Resolution => {
  const keyed = <V, W>(entries: Readonly<Record<string, V>> | undefined, value: (entry: V, words: string) => W) =>
    new Map(Object.entries(entries ?? {}).map(([words, entry]) => [spanKey(spanOf(text, words)), value(entry, words)]))
  const actor = (value: string | ActorValue, words: string): ActorValue =>
    typeof value === 'string' ? { name: words, code: value, actor: null, wikidata: null, how: 'words' } : value
  return {
    actors: keyed(values.actors, actor),
    places: keyed(values.places, (value) => value),
    times: keyed(values.times, ({ words, ...value }) => ({ span: spanOf(text, words), ...value })),
    figures: keyed(values.figures, (value, words) => ({ ...value, span: spanOf(text, words) })),
    entities: [],
    expressions: [],
  }
}
