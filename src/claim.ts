import type { Problem, Report, Span } from './report.js'

/** The sixteen event types of PLOVER, then the seven of the coding guide. */
export const CLAIM_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'DISPLACE',
  'TOLL',
  'STRENGTH',
  'CONTROL',
  'WHEREABOUTS',
  'AFFILIATION',
  'CONDITION',
] as const
export type ClaimType = (typeof CLAIM_TYPES)[number]

export const STATUSES = ['actual', 'ongoing', 'attempted', 'planned', 'predicted', 'demanded', 'hypothetical'] as const
export type Status = (typeof STATUSES)[number]

export const CERTAINTIES = ['certain', 'probable', 'possible'] as const
export type Certainty = (typeof CERTAINTIES)[number]

export const FIGURE_KINDS = ['killed', 'injured', 'missing', 'captured', 'displaced', 'strength', 'affected', 'destroyed', 'other'] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

/** Words of the report, exactly as there. */
export interface Quote {
  readonly span: Span
  readonly text: string
}

export interface ActorFiller extends Quote {
  /** The resolved proper name; the words themselves for a plain description. */
  readonly name: string
  /** Country and PLOVER sector such as `IRQ:MIL`; null where the text does not tell. */
  readonly code: string | null
  /** Identifier of a known actor of `knowledge/`, null for others. */
  readonly actor: string | null
  readonly wikidata: string | null
  /** How name and code were found, e.g. `known-actor`, `coreference`, `words`, `model`, `unresolved`. */
  readonly how: string
}

/** Precision of a coordinate, from a point named exactly to a whole country. */
export type PlacePrecision = 'exact' | 'near' | 'town' | 'district' | 'province' | 'region' | 'country' | 'unknown'

export interface PlaceAlternative {
  readonly geonameid: number | null
  readonly name: string
  readonly country: string | null
  readonly admin1: string | null
  readonly lat: number
  readonly lon: number
}

export interface PlaceFiller extends Quote {
  /** Ordinary English name of the most specific named place. */
  readonly name: string
  /** ISO 3166-1 alpha-3, null where none is meant or known. */
  readonly country: string | null
  readonly geonameid: number | null
  /** WGS 84 degrees; null where the place is not in the gazetteer. */
  readonly lat: number | null
  readonly lon: number | null
  readonly admin1: string | null
  readonly precision: PlacePrecision
  readonly alternatives: readonly PlaceAlternative[]
  readonly how: string
}

export interface TimeFiller {
  readonly span: Span | null
  readonly text: string | null
  /** EDTF; null where nothing in the text gives it. */
  readonly value: string | null
  readonly precision: 'day' | 'month' | 'season' | 'year' | 'interval' | 'unknown'
  /** How the value was found, e.g. `explicit`, `weekday-past`, `relative`, `anaphora`, `event`, `by-status`, `unresolved`. */
  readonly how: string
}

export interface Figure extends Quote {
  readonly kind: FigureKind
  /** What is counted, in the report's words. */
  readonly of: string | null
  /** Inclusive bounds; null where open. Never both null. */
  readonly low: number | null
  readonly high: number | null
}

export interface Source extends Quote {
  readonly name: string
  readonly code: string | null
}

export interface Attribution {
  /** Null where nobody is named ("is believed"). */
  readonly source: Source | null
  readonly cue: Quote | null
}

export interface Codes {
  readonly plover: { readonly type: string | null; readonly mode: string | null; readonly contexts: readonly string[] }
  /** CAMEO root code, `01` to `20`; null for states. */
  readonly cameo: string | null
  readonly quadClass: 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict' | null
  readonly acled: { readonly event: string; readonly subEvent: string } | null
}

export interface Claim {
  /** Stable: the same report, coder and evidence give the same id. */
  readonly id: string
  readonly type: ClaimType
  readonly mode: string | null
  readonly sentence: Span
  readonly trigger: Quote
  readonly actor: readonly ActorFiller[]
  readonly recipient: readonly ActorFiller[]
  readonly place: readonly PlaceFiller[]
  readonly time: TimeFiller
  readonly figures: readonly Figure[]
  readonly status: Status
  readonly negated: boolean
  readonly background: boolean
  readonly certainty: Certainty
  /** Who says so, outermost first; empty for the publisher's own voice. */
  readonly attribution: readonly Attribution[]
  readonly codes: Codes
  /** Calibrated probability, 0 to 1, that the claim is there with this type. */
  readonly confidence: number
}

/** Who coded: program version and hash of the model it read with. */
export interface Coder {
  readonly name: string
  readonly version: string
  readonly model: string
}

/** What `herodot read --jsonl` prints, one object a report on one line. */
export interface Reading {
  readonly doc: string
  readonly report: Report
  readonly claims: readonly Claim[]
  readonly problems: readonly Problem[]
  readonly coder: Coder
  readonly layers?: Layers
}

/** What the reading found whether or not a claim uses it. */
export interface Layers {
  readonly mentions: readonly (Quote & { readonly type: MentionType; readonly entity: string; readonly name: string })[]
  readonly triggers: readonly (Quote & { readonly type: ClaimType; readonly mode: string | null; readonly confidence: number })[]
  readonly attributions: readonly {
    readonly source: Quote | null
    readonly cue: Quote | null
    readonly content: Quote | null
    readonly quoted: boolean
  }[]
  readonly times: readonly (Quote & { readonly kind: 'date' | 'time' | 'duration' | 'set'; readonly value: string | null })[]
  readonly places: readonly (Quote & {
    readonly name: string
    readonly country: string | null
    readonly lat: number | null
    readonly lon: number | null
    readonly geonameid: number | null
    readonly precision: PlacePrecision
    readonly alternatives: readonly PlaceAlternative[]
  })[]
}

export const MENTION_TYPES = ['person', 'organisation', 'population', 'place', 'facility', 'time', 'quantity', 'weapon', 'vehicle'] as const
export type MentionType = (typeof MENTION_TYPES)[number]
