import type { Certainty, ClaimType, FigureKind, MentionType, Status } from '../claim.js'
import type { Span } from '../report.js'

/** A word or mark of punctuation. */
export interface Token {
  readonly span: Span
  /** Index into `Parse.sentences`. */
  readonly sentence: number
}

export interface Mention {
  readonly span: Span
  readonly type: MentionType
  /** Probability, 0 to 1. */
  readonly confidence: number
}

/** A role filler that the reader model linked to a trigger. */
export interface Link {
  readonly span: Span
  /** Probability, 0 to 1. */
  readonly confidence: number
  /** The model's reading of an actor's PLOVER sector (`MIL`), or null where it sees none; null for places and times. */
  readonly sector: string | null
}

export interface FigureLink {
  readonly span: Span
  /** Every kind, the likeliest first. */
  readonly kinds: readonly FigureKind[]
  readonly confidence: number
}

/** One claim as the reader model sees it: words and labels, nothing resolved yet. */
export interface Trigger {
  readonly span: Span
  readonly sentence: number
  readonly type: ClaimType
  readonly mode: string | null
  readonly status: Status
  readonly negated: boolean
  readonly background: boolean
  readonly certainty: Certainty
  readonly confidence: number
  readonly actor: readonly Link[]
  readonly recipient: readonly Link[]
  readonly place: readonly Link[]
  readonly time: Link | null
  readonly figures: readonly FigureLink[]
  /** Outermost first; `source` null where nobody is named. */
  readonly attribution: readonly { readonly source: Link | null; readonly cue: Link | null }[]
}

/** An attribution wherever it stands, whether or not a claim uses it. */
export interface AttributionMention {
  readonly source: Span | null
  readonly cue: Span | null
  readonly content: Span | null
  readonly quoted: boolean
}

/** Result of the parse stage: a pure function of the text and the model. */
export interface Parse {
  readonly sentences: readonly Span[]
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly triggers: readonly Trigger[]
  readonly attributions: readonly AttributionMention[]
}
