import type { Reading } from '../../src/claim.js'

/** A report of a corpus as the program is given it, with the corpus' own annotation. All offsets are UTF-16. */
export interface GoldDocument<G> {
  readonly doc: string
  readonly text: string
  readonly title?: string | null
  /** ISO 8601 date; null where the corpus has none. */
  readonly published?: string | null
  readonly gold: G
}

/** A document and what the program read in it. */
export type Read<G> = GoldDocument<G> & { readonly reading: Reading }

/** One line of the table. */
export interface Row {
  readonly component: string
  readonly data: string
  /** Documents and items measured. */
  readonly n: string
  readonly metric: string
  readonly figure: string
  readonly reference: string
}

/** Runs the program over documents, as a user would. */
export type Reader = <G>(documents: readonly GoldDocument<G>[]) => Read<G>[]

/** What is measured of one component, with where the data stand to the model's training in `data`. */
export type Component = (read: Reader) => Row[]
