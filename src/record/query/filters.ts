import type { Certainty, ClaimType, Status } from '../../claim.js'
import type { Verdict } from '../decision.js'

/** A place by its English name (town, province or country), by its GeoNames number, or by WGS 84 degrees. */
export type PlaceFilter = { readonly name: string } | { readonly geonameid: number } | { readonly lat: number; readonly lon: number }

export interface TypeFilter {
  readonly type: ClaimType
  /** Null for every mode. */
  readonly mode: string | null
}

/** What to look for; the same for every kind of thing. Those given must all hold; of a list, one must. */
export interface Filters {
  /** First and last day, ISO 8601 at any precision (`2016`, `2016-11`, `2016-11-04`), of what is claimed or, with `by`, of publication. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  /** What `since`, `until` and the order by time count by; for reports always `published`. */
  readonly by?: 'event' | 'published' | undefined
  readonly place?: PlaceFilter | undefined
  /** Kilometres around `place`. Only places known to the district or better are looked at. */
  readonly within?: number | undefined
  /** ISO 3166-1 alpha-3 codes. */
  readonly country?: readonly string[] | undefined
  /** Name, identifier, or code (`IRQ:MIL`, or its beginning `IRQ`) of an actor or recipient that is not a private person. */
  readonly actor?: string | undefined
  readonly type?: readonly TypeFilter[] | undefined
  readonly status?: readonly Status[] | undefined
  readonly certainty?: readonly Certainty[] | undefined
  /** Publisher, or anybody in the chain of those who say so. */
  readonly source?: string | undefined
  /** Name or id of an origin. */
  readonly origin?: string | undefined
  /** Independent origins of the incident. */
  readonly minOrigins?: number | undefined
  readonly contradicted?: boolean | undefined
  /** Words that must all occur, in any order; `"several words"` in that order, `word*` by its beginning. No other syntax. */
  readonly text?: string | undefined
  /** Only what had been published and decided by the end of this day, with each report as it stood then. */
  readonly asOf?: string | undefined
  /** Least confidence, 0 to 1. */
  readonly confidence?: number | undefined
  /** What people ruled; by default everything but `rejected`. */
  readonly verdict?: readonly Verdict[] | undefined
  /** Id of a report, incident, known actor. */
  readonly report?: string | undefined
  readonly incident?: string | undefined
}

export type Order = 'newest' | 'oldest' | 'least-certain'

export interface Page {
  /** 50 by default, 1 to 1000. */
  readonly limit?: number | undefined
  /** `next` of the page before. */
  readonly cursor?: string | undefined
  /** By time, what has none last; `least-certain` (claims only) by confidence, for review. Actors and places come by number of claims. */
  readonly order?: Order | undefined
}

export interface Found<Row> {
  readonly items: readonly Row[]
  /** Cursor of the next page, null on the last. */
  readonly next: string | null
}
