import type { Ground } from './ground.js'
import type { KnownMention } from './recognise.js'
import { rolesIn } from './roles.js'
import { wordSet } from './word-sets.js'
import { firstWordAt, type Word } from './words.js'

export const isNumber = (word: Word): boolean => /^\d/.test(word.text)

/** What stands between a word and the next. */
export const gapAfter = (ground: Ground, index: number): string =>
  ground.text.slice(ground.words[index]!.end, ground.words[index + 1]?.start)

/** True where the words before an offset are only the means of the noun after it ("US-led", "Iranian-backed"). */
export const isByOthers = (ground: Ground, offset: number): boolean => {
  const after = /^-([A-Za-z]+)/.exec(ground.text.slice(offset, offset + 24))
  return after !== null && wordSet('by-others').has(after[1]!.toLowerCase())
}

/** Known actors named within a stretch of words. */
export const knownWithin = (ground: Ground, first: number, end: number): KnownMention[] => {
  const found: KnownMention[] = []
  for (let i = first; i < end; i++) {
    const mention = ground.known.get(i)
    if (mention && mention.end <= end && (mention.end === end || !isByOthers(ground, ground.words[mention.end - 1]!.end)))
      found.push(mention)
  }
  return found
}

const inside = (known: readonly KnownMention[], index: number): boolean =>
  known.some((mention) => index > mention.first && index < mention.end)

/** First word that is no determiner, number or the like. */
export const afterDeterminers = (ground: Ground, first: number, end: number): number => {
  const determiners = wordSet('determiners')
  let i = first
  while (i < end - 1 && (determiners.has(ground.words[i]!.norm) || isNumber(ground.words[i]!)) && !ground.known.has(i)) i++
  return i
}

const QUANTITY =
  /^(?:(?:no |not )?(?:more|fewer|less) than|as (?:many|few) as|at (?:least|most)|up to|close to|upwards? of|an estimated|(?:well )?over|about|around|some|nearly|almost)\s+/i

/** Start of a phrase after "more than", "as many as", "at least" and the like, whose words would pass for prepositions. */
export const afterQuantity = (ground: Ground, first: number, end: number): number => {
  const { words } = ground
  const from = /^(?:the|these|those|all|an?)$/.test(words[first]!.norm) ? first + 1 : first
  if (from >= end) return first
  const match = QUANTITY.exec(ground.text.slice(words[from]!.start, words[end - 1]!.end))
  if (!match) return first
  const after = firstWordAt(words, words[from]!.start + match[0].length)
  return after < end ? after : first
}

/** A participle opens a complement after a noun ("men suspected of"), not before one ("an armed man"). */
const opensComplement = (ground: Ground, first: number, index: number, end: number): boolean => {
  if (gapAfter(ground, index - 1) === '-') return false
  const next = ground.words[index + 1]
  if (next && index + 1 < end && wordSet('prepositions').has(next.norm)) return true
  return rolesIn(ground.words, first, index).at(-1)?.end === index
}

/** A noun phrase split before its first complement. */
export interface Parts {
  readonly first: number
  readonly end: number
  /** The preposition, participle or comma that opens the complement. */
  readonly opener: string | null
  readonly complement: { readonly first: number; readonly end: number } | null
}

/** A short name in brackets after the long one ("(FIDH)") is part of the head. */
const isAbbreviation = (ground: Ground, index: number): boolean =>
  ground.words[index]!.acronym && /[([]\s*$/.test(gapAfter(ground, index - 1)) && /^\s*[)\]]/.test(gapAfter(ground, index))

/** True for the "of" inside the name of a body that a noun follows ("Massachusetts Institute of Technology police"). */
const isOfName = (ground: Ground, index: number): boolean => {
  const [before, word, after, next] = ground.words.slice(index - 1, index + 3)
  return (
    word!.norm === 'of' &&
    wordSet('organisation-words').has(before!.norm) &&
    before!.capital &&
    after?.capital === true &&
    next !== undefined &&
    !next.capital &&
    rolesIn(ground.words, index + 2, index + 3).length > 0 &&
    /^\s+$/.test(gapAfter(ground, index + 1))
  )
}

/** Splits a noun phrase into its head and what follows it. Prepositions in names and offices ("secretary of state") do not split. */
export const partsOf = (ground: Ground, first: number, end: number): Parts => {
  const { words } = ground
  const known = knownWithin(ground, first, end)
  const offices = rolesIn(words, first, end)
  for (let i = first + 1; i < end; i++) {
    if (inside(known, i) || offices.some((match) => i > match.first && i < match.end) || isOfName(ground, i)) continue
    const { norm } = words[i]!
    const participle = wordSet('participles').has(norm)
    if (wordSet('prepositions').has(norm) || (participle && opensComplement(ground, first, i, end))) {
      const next = words[i + 1]
      const from = participle && next && i + 1 < end && wordSet('prepositions').has(next.norm) ? i + 2 : i + 1
      return { first, end: i, opener: norm, complement: from < end ? { first: from, end } : null }
    }
    if (isAbbreviation(ground, i)) continue
    if (/[,;:—–(]|\[/.test(gapAfter(ground, i - 1))) return { first, end: i, opener: ',', complement: { first: i, end } }
  }
  return { first, end, opener: null, complement: null }
}

/** Where a possessor ends ("Iran's | leaders", "the attackers' | car"): word indices, or null. */
export const possessorIn = (
  ground: Ground,
  first: number,
  end: number,
): { readonly ownerEnd: number; readonly ownedFirst: number } | null => {
  const known = knownWithin(ground, first, end)
  for (let i = end - 2; i >= first; i--) {
    if (inside(known, i)) continue
    const word = ground.words[i]!
    if (i > first && word.norm === "'s") return { ownerEnd: i, ownedFirst: i + 1 }
    if (/^['’]\s/.test(ground.text.slice(word.end, word.end + 2)) && word.norm.endsWith('s')) return { ownerEnd: i + 1, ownedFirst: i + 1 }
  }
  return null
}

/** True for an "and" inside one body's name ("Political and Diplomatic Commission"): no noun ends before it. */
const isInName = (ground: Ground, index: number, end: number): boolean => {
  const { words } = ground
  const before = words[index - 1]!
  const after = words[index + 1]!
  if (!before.capital || !after.capital || ground.known.has(index - 1) || ground.known.has(index + 1)) return false
  if (rolesIn(words, index - 1, index).length > 0) return false
  let last = index + 1
  while (last + 1 < end && words[last + 1]!.capital) last++
  return (
    last > index + 1 &&
    wordSet('organisation-words').has(words[last]!.norm) &&
    !ground.countries.some((mention) => mention.span.start === before.start)
  )
}

/** Index of an "and" or "or" that joins two noun phrases, or -1; those inside names do not. */
export const conjunctionIn = (ground: Ground, first: number, end: number): number => {
  const known = knownWithin(ground, first, end)
  for (let i = first + 1; i < end - 1; i++) {
    const word = ground.words[i]!
    if ((word.norm !== 'and' && word.norm !== 'or') || inside(known, i) || isInName(ground, i, end)) continue
    if (!ground.countries.some((mention) => mention.span.start < word.start && mention.span.end > word.end)) return i
  }
  return -1
}
