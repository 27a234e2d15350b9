import type { Role, Sector } from './knowledge.js'
import type { KnownMention } from './recognise.js'

/** What the words of one noun phrase say of whom they name. */
export interface Reading {
  readonly country: string | null
  readonly sector: Sector | null
  /** How well the words carry the sector: a known name, a role word, the default of a weak word. */
  readonly strength: 'known' | 'strong' | 'weak' | 'none'
  /** The known actor that the phrase names, not one that it merely mentions. */
  readonly known: KnownMention | null
  /** The known actor whose people or things the phrase names ("Taliban commanders", "FBI agents"). */
  readonly of: KnownMention | null
  /** The phrase's proper name: word indices, end exclusive; null for a plain description. */
  readonly name: { readonly first: number; readonly end: number } | null
  readonly kind: 'person' | 'group' | 'body' | 'thing' | 'event' | 'unknown'
  /** The head's role word, where it has one. */
  readonly role: Role | null
  /** The head noun in its normal form, null where there is none. */
  readonly head: string | null
  /** True for a country's bare name, adjective or people. */
  readonly nation: boolean
  /** True where the phrase joins unlike actors or names those of no one country. */
  readonly mixed: boolean
}

export const NOTHING: Reading = {
  country: null,
  sector: null,
  strength: 'none',
  known: null,
  of: null,
  name: null,
  kind: 'unknown',
  role: null,
  head: null,
  nation: false,
  mixed: false,
}
