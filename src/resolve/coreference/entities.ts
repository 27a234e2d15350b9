import type { Gender } from './gender.js'
import type { Mention, MentionClass } from './mentions.js'

/** One thing of the report while it is being put together. */
export interface Draft {
  readonly index: number
  readonly mentions: Mention[]
  knownId: string | null
  gender: Gender | null
  type: MentionClass
  plural: boolean | null
  sector: string | null
  country: string | null
}

/** The entities in the making; each mention belongs to at most one. */
export interface Drafts {
  readonly all: Draft[]
  readonly of: Map<Mention, Draft>
}

export const newDrafts = (): Drafts => ({ all: [], of: new Map() })

/** Puts a mention into an entity, or into a new one. */
export const join = (drafts: Drafts, mention: Mention, draft?: Draft): Draft => {
  const target = draft ?? {
    ...{
      index: drafts.all.length,
      mentions: [],
      knownId: null,
      gender: null,
      type: 'unknown' as const,
      plural: null,
      sector: null,
      country: null,
    },
  }
  if (!draft) drafts.all.push(target)
  target.mentions.push(mention)
  drafts.of.set(mention, target)
  if (!mention.pronoun) {
    target.knownId ??= mention.known?.actor.id ?? null
    target.gender ??= mention.gender
    target.plural ??= mention.plural
    if (target.type === 'unknown') target.type = mention.type
    target.sector ??= mention.sector
    target.country ??= mention.country
  } else if (mention.pronoun.gender === 'f' || mention.pronoun.gender === 'm') target.gender ??= mention.pronoun.gender
  return target
}
