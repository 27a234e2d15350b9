import type { Span } from '../../report.js'
import type { CalendarUnit, PartOfDay } from './moment.js'

/** A length of time; `amount` null where it is left open ("several weeks"). */
export interface Length {
  readonly amount: number | null
  readonly unit: LengthUnit
}
export type LengthUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium'

/** Where counting starts: the day of publication, the time last told in the text, or the day told close by. */
export type Anchor = 'published' | 'narrative' | 'nearby'

/** Parts of a date as the words give them; what they leave out is found from the context. */
export interface DateFields {
  /** Astronomical year: 0 is 1 BC. */
  readonly year?: number
  /** The year in words: "last year" is -1 from publication, "that year" 0 from the narrative. */
  readonly yearFrom?: { readonly shift: number; readonly anchor: Anchor }
  readonly month?: number
  readonly day?: number
  /** ISO weekday, Monday 1. */
  readonly weekday?: number
  /** First month of the season. */
  readonly season?: number
  readonly quarter?: number
  readonly half?: number
  /** Name in `knowledge/holidays.tsv`. */
  readonly holiday?: string
  /** The week that the day falls into is meant. */
  readonly week?: true
}

/** What a time expression says, before any context is known. */
export type Meaning =
  /** A calendar date or part of one: "17 October 2016", "October", "Tuesday", "the third quarter". */
  | { readonly type: 'date'; readonly fields: DateFields }
  /** "the 1990s", "the 20th century": a decade or century by its first year. */
  | { readonly type: 'era'; readonly unit: 'decade' | 'century'; readonly year: number }
  /** Whole units away from the anchor: "yesterday", "last week", "this year", "the same day". */
  | { readonly type: 'shift'; readonly unit: CalendarUnit; readonly count: number; readonly anchor: Anchor }
  /** A length away from the anchor: "two weeks ago", "three days later"; the result is as precise as the length's unit. */
  | { readonly type: 'offset'; readonly length: Length; readonly direction: -1 | 1; readonly anchor: Anchor }
  /** The one before or after the anchor: "last October", "next Tuesday", "the previous Friday", "this summer" (0). */
  | { readonly type: 'adjacent'; readonly fields: DateFields; readonly direction: -1 | 0 | 1; readonly anchor: Anchor }
  /** A stretch up to or from the anchor: "the past two weeks", "the next few days". */
  | { readonly type: 'stretch'; readonly length: Length; readonly direction: -1 | 1; readonly anchor: Anchor }
  /** A length and no date: "two years", "18-month". */
  | { readonly type: 'duration'; readonly lengths: readonly Length[] }
  /** Something that comes again: "every day", "weekly". */
  | { readonly type: 'set'; readonly length: Length; readonly weekday: number | null }
  /** "now", "recently", "soon". */
  | { readonly type: 'vague'; readonly reference: Reference }

export type Reference = 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'

/** TIMEX3's `mod`: which part of the value, or how roughly. */
export type Modifier =
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX'
  | 'MORE_THAN'
  | 'LESS_THAN'
  | 'EQUAL_OR_MORE'
  | 'EQUAL_OR_LESS'
  | 'BEFORE'
  | 'AFTER'

/** What a rule read. */
export interface Reading {
  readonly meaning: Meaning
  readonly part?: PartOfDay
  /** Clock time `HH:MM`. */
  readonly clock?: string
  readonly modifier?: Modifier
  /** Where only a piece of the match is the expression: half-open offsets into the match. */
  readonly within?: Span
}

/** A reading and where it stands in the text. */
export interface Candidate extends Reading {
  readonly span: Span
  /** Name of the rule, for explanations and tests. */
  readonly rule: string
}

/** One way of writing a time. */
export interface Rule {
  readonly name: string
  /** Global; word boundaries at both ends are added by the engine. */
  readonly pattern: string
  /** Null where the match is no time after all. `before` and `after` are the text around the match. */
  readonly read: (groups: Readonly<Record<string, string | undefined>>, around: Around) => Reading | null
}

export interface Around {
  /** The matched text. */
  readonly text: string
  /** Up to 60 characters before the match. */
  readonly before: string
  /** Up to 60 characters after the match. */
  readonly after: string
}
