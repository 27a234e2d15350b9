import type { Ground } from '../actor/ground.js'
import { stateOf } from '../actor/knowledge.js'
import { wordSet } from '../actor/word-sets.js'
import { type Draft, type Drafts, join } from './entities.js'
import type { Mention } from './mentions.js'

const initialsOf = (name: readonly string[]): string =>
  name
    .filter((word) => !wordSet('small-words').has(word))
    .map((word) => word[0])
    .join('')

/** True where a short name stands for a long one: its words are in the long one in order, and one of them is telling. */
export const shortens = (short: readonly string[], long: readonly string[]): boolean => {
  if (short.length >= long.length) return false
  let at = 0
  for (const word of long) if (word === short[at]) at++
  return at === short.length && short.some((word) => !wordSet('common-name-words').has(word) && word.length > 1)
}

/** A group's people go by its name ("Taliban fighters"), a country's adjective by the country's. */
const memberOf = (mention: Mention): string | null => {
  const { of, nation, country, sector } = mention.reading
  if (nation && sector !== 'CVL' && country !== null) return stateOf(country)?.id ?? null
  if (!of || of.actor.person || mention.name.length > 0 || !['group', 'coalition', 'government'].includes(of.row.kind)) return null
  return wordSet('members').has(mention.head) ? of.actor.id : null
}

/** Joins names: known actors, equal names, acronyms, and short forms with the full ones. */
export const joinNames = (ground: Ground, mentions: readonly Mention[], drafts: Drafts): void => {
  const byKnown = new Map<string, Draft>()
  const byName = new Map<string, Draft>()
  const long: { name: readonly string[]; draft: Draft }[] = []
  const waiting: Mention[] = []
  for (const mention of mentions) {
    const id = mention.known?.actor.id ?? memberOf(mention)
    if (id !== null && id !== undefined) {
      const draft = join(drafts, mention, byKnown.get(id))
      draft.knownId ??= id
      byKnown.set(id, draft)
      if (mention.name.length > 0) {
        byName.set(mention.name.join(' '), draft)
        if (mention.name.length > 1) long.push({ name: mention.name, draft })
      }
    } else if (mention.name.length > 1) {
      const key = mention.name.join(' ')
      const draft = join(drafts, mention, byName.get(key))
      byName.set(key, draft)
      long.push({ name: mention.name, draft })
    } else if (mention.name.length === 1) waiting.push(mention)
  }
  // "Foreign Minister Javad Zarif" and "Mohammad Javad Zarif": the longer of two names that shorten one another
  for (const { name, draft } of long) {
    const longer = long.find((other) => other.draft !== draft && shortens(name, other.name) && compatible(draft, other.draft))
    if (longer && draft.mentions.length > 0) merge(drafts, draft, longer.draft)
  }
  for (const mention of waiting) {
    const [word = ''] = mention.name
    if (mention.reading.nation || wordSet('not-short-names').has(word)) {
      byName.set(word, join(drafts, mention, byName.get(word)))
      continue
    }
    const exact = byName.get(word)
    const draft = exact && exact.mentions.length > 0 ? exact : fullFormOf(ground, mention, word, long)
    byName.set(word, join(drafts, mention, draft ?? undefined))
  }
}

const compatible = (a: Draft, b: Draft): boolean =>
  !(a.knownId && b.knownId && a.knownId !== b.knownId) &&
  !(a.gender && b.gender && a.gender !== b.gender) &&
  !(a.type === 'person' && b.type === 'group') &&
  !(a.type === 'group' && b.type === 'person') &&
  a.type !== 'state' &&
  b.type !== 'state'

const merge = (drafts: Drafts, from: Draft, into: Draft): void => {
  for (const mention of from.mentions) join(drafts, mention, into)
  from.mentions.length = 0
}

/** The full name that a single word stands for: the nearest before it that ends in the word, else any that holds it, else an acronym's. */
const fullFormOf = (
  ground: Ground,
  mention: Mention,
  word: string,
  long: readonly { name: readonly string[]; draft: Draft }[],
): Draft | null => {
  const token = ground.words[mention.end - 1]!
  const live = long.filter((other) => other.draft.mentions.length > 0 && other.draft.type !== 'state')
  if (token.acronym) {
    const spelled = live.find((other) => initialsOf(other.name) === word)
    if (spelled) return spelled.draft
  }
  const first = (fits: (name: readonly string[]) => boolean): Draft | null => {
    let best: Draft | null = null
    for (const other of live) {
      if (!fits(other.name)) continue
      if (best === null) best = other.draft
    }
    return best
  }
  return first((name) => name.at(-1) === word) ?? first((name) => shortens([word], name))
}
