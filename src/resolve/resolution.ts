import type { PlaceAlternative, PlacePrecision, TimeFiller } from '../claim.js'
import type { Span } from '../report.js'

/** What an actor's words refer to. */
export interface ActorValue {
  readonly name: string
  /** Country and PLOVER sector such as `IRQ:MIL`, or null. */
  readonly code: string | null
  /** Identifier in `knowledge/`, or null. */
  readonly actor: string | null
  readonly wikidata: string | null
  readonly how: string
}

export interface PlaceValue {
  readonly name: string
  readonly country: string | null
  readonly geonameid: number | null
  readonly lat: number | null
  readonly lon: number | null
  readonly admin1: string | null
  readonly precision: PlacePrecision
  readonly alternatives: readonly PlaceAlternative[]
  readonly how: string
}

export type TimeValue = Pick<TimeFiller, 'value' | 'precision' | 'how'>

/** When a claim happens, and the whole words that say so. */
export interface ClaimTime extends TimeValue {
  readonly span: Span
}

/** A time expression found by rule, with its value. */
export interface TimeExpression extends TimeValue {
  readonly span: Span
  readonly kind: 'date' | 'time' | 'duration' | 'set'
  /** ISO 8601 duration for `duration` and `set`, else null. */
  readonly duration: string | null
}

/** A number of people or things; never both bounds null. */
export interface FigureValue {
  readonly low: number | null
  readonly high: number | null
}

/** One thing of the report and every span that refers to it. */
export interface Entity {
  readonly id: string
  /** The fullest proper name that the report uses, null for a plain description. */
  readonly name: string | null
  readonly spans: readonly Span[]
}

/** Result of the resolve stage; maps are keyed by `spanKey` of the words, `times` by that of the claim's trigger. */
export interface Resolution {
  readonly actors: ReadonlyMap<string, ActorValue>
  readonly places: ReadonlyMap<string, PlaceValue>
  readonly times: ReadonlyMap<string, ClaimTime>
  /** With the span of the whole expression, where the reader's words are only a part of it. */
  readonly figures: ReadonlyMap<string, FigureValue & { readonly span: Span }>
  readonly entities: readonly Entity[]
  readonly expressions: readonly TimeExpression[]
}
