import type { MentionType } from '../../claim.js'
import { type Span, spanKey } from '../../report.js'
import type { Ground } from '../actor/ground.js'
import type { Role, Sector } from '../actor/knowledge.js'
import { sentenceAt } from '../actor/local-country.js'
import type { ProperRun } from '../actor/names.js'
import { readPhrase } from '../actor/phrase.js'
import type { Reading } from '../actor/reading.js'
import type { KnownMention } from '../actor/recognise.js'
import { rolesIn } from '../actor/roles.js'
import { wordSet } from '../actor/word-sets.js'
import { firstWordAt, type Word } from '../actor/words.js'
import { type Gender, genderOf } from './gender.js'
import { type Pronoun, pronounOf } from './pronouns.js'

export type MentionClass = 'person' | 'group' | 'state' | 'thing' | 'unknown'

/** A stretch of the report that may refer to something named elsewhere in it. */
export interface Mention {
  readonly span: Span
  readonly first: number
  readonly end: number
  readonly sentence: number
  readonly pronoun: Pronoun | null
  readonly reading: Reading
  readonly known: KnownMention | null
  /** Normalised words of the proper name, empty for a description. */
  readonly name: readonly string[]
  /** Normalised head noun of a description. */
  readonly head: string
  readonly role: Role | null
  readonly sector: Sector | null
  readonly country: string | null
  readonly definite: boolean
  readonly plural: boolean | null
  readonly gender: Gender | null
  readonly type: MentionClass
  /** True where it stands as a subject does: not after a preposition. */
  readonly subject: boolean
  /** True for what was asked about, false for candidates found on the way. */
  readonly asked: boolean
  /** True in the dateline, which names the place and the newsroom, not the actors. */
  readonly dateline: boolean
}

const SINGULAR_IN_S = /(?:ss|us|is|ics|news|series|corps|congress|headquarters|forces armées)$/

const isPlural = (norm: string): boolean | null => {
  if (wordSet('plurals').has(norm)) return true
  if (wordSet('collectives').has(norm)) return null
  return /s$/.test(norm) && !SINGULAR_IN_S.test(norm)
}

const normsOf = (words: readonly Word[], first: number, end: number): string[] => words.slice(first, end).map((word) => word.norm)

const classOf = (reading: Reading, gender: Gender | null, name: readonly string[], plural: boolean | null): MentionClass => {
  if (reading.known) {
    if (reading.known.actor.person) return 'person'
    return reading.known.row.kind === 'state' ? 'state' : 'group'
  }
  if (reading.kind === 'event' || reading.kind === 'thing') return 'thing'
  if (reading.nation && reading.kind === 'group') return 'state'
  if (reading.kind === 'body') return 'group'
  if (name.length > 0) {
    if (reading.role && reading.role.kind === 'person' && plural !== true) return 'person'
    if (gender !== null) return 'person'
    if (reading.role && reading.role.kind === 'group') return 'group'
    return 'unknown'
  }
  if (reading.kind === 'person' || reading.kind === 'group') return reading.kind
  return 'unknown'
}

/** Describes the mention that a stretch of words is. */
export const mentionOf = (ground: Ground, first: number, end: number, asked: boolean): Mention => {
  const { words } = ground
  const span = { start: words[first]!.start, end: words[end - 1]!.end }
  const pronoun = end - first === 1 ? pronounOf(words[first]!.text) : null
  const reading = readPhrase(ground, first, end)
  const name = pronoun || !reading.name ? [] : normsOf(words, reading.name.first, reading.name.end)
  const headEnd = headEndOf(ground, first, end)
  const head = words[headEnd - 1]!.norm
  const firstNorm = words[first]!.norm
  const named = name.length > 0
  const organisation = named && name.some((word) => wordSet('organisation-words').has(word))
  const gender = pronoun
    ? null
    : ((named && !organisation ? genderOf(name) : null) ?? reading.role?.gender ?? titleGender(normsOf(words, first, end)))
  const plural = pronoun
    ? pronoun.number === 'plural'
    : named
      ? reading.role !== null && reading.known?.actor.person !== true && /s$/.test(head)
        ? isPlural(head)
        : null
      : isPlural(head)
  const type = organisation && !reading.known ? 'group' : classOf(reading, gender, name, plural)
  const before = words[first - 1]
  return {
    ...{ span, first, end, pronoun, reading, name, head, asked, gender, type },
    dateline: span.start < ground.datelineEnd,
    sentence: sentenceAt(ground, span.start),
    known: reading.known,
    role: reading.role,
    sector: reading.sector,
    country: reading.country,
    definite: wordSet('definite').has(firstNorm),
    plural: type === 'person' && named ? false : plural,
    subject: !(before && wordSet('before-objects').has(before.norm) && !/[.,;:]/.test(ground.text.slice(before.end, span.start))),
  }
}

const titleGender = (norms: readonly string[]): Gender | null => {
  for (const norm of norms)
    if (norm === 'mr') return 'm'
    else if (norm === 'mrs' || norm === 'ms') return 'f'
  return null
}

export const isIndefinite = (ground: Ground, mention: Mention): boolean => {
  const word = ground.words[mention.first]!
  return wordSet('indefinite').has(word.norm) || /^\d/.test(word.text)
}

/** End of the head noun phrase: before the first preposition or mark of punctuation. */
const headEndOf = (ground: Ground, first: number, end: number): number => {
  for (let i = first + 1; i < end; i++) {
    if (wordSet('complements').has(ground.words[i]!.norm)) return i
    if (/[,;:(]/.test(ground.text.slice(ground.words[i - 1]!.end, ground.words[i]!.start))) return i
  }
  return end
}

const LEFT = 5

/** Where a noun phrase with a role word at its head may begin: at its determiner, or where only names and role words precede. */
const leftOf = (ground: Ground, head: number, floor: number): number => {
  const { words } = ground
  let safe = head
  for (let i = head - 1; i >= Math.max(floor, head - LEFT); i--) {
    if (/[.,;:()“”"—]/.test(ground.text.slice(words[i]!.end, words[i + 1]!.start))) break
    const norm = words[i]!.norm
    if (wordSet('definite').has(norm) || wordSet('indefinite').has(norm) || /^\d/.test(norm)) return i
    if (wordSet('not-in-phrases').has(norm)) break
    if (words[i]!.capital || rolesIn(words, i, i + 1).length > 0) {
      if (safe === i + 1) safe = i
    }
  }
  return safe
}

const MENTIONED: readonly MentionType[] = ['person', 'organisation', 'population']

/** All mentions of a report in order: what was asked, what the model found, names, and noun phrases built on role words. */
export const mentionsOf = (
  ground: Ground,
  links: readonly Span[],
  found: readonly { readonly span: Span; readonly type: MentionType }[],
): Mention[] => {
  const { words } = ground
  const taken = new Set<string>()
  const covered = new Uint8Array(words.length)
  const mentions: Mention[] = []
  const add = (first: number, end: number, asked: boolean): void => {
    if (first >= end) return
    const key = `${first}-${end}`
    if (taken.has(key)) return
    taken.add(key)
    mentions.push(mentionOf(ground, first, end, asked))
    for (let i = first; i < end; i++) covered[i] = 1
  }
  const keys = new Set<string>()
  for (const span of [...links, ...found.filter((mention) => MENTIONED.includes(mention.type)).map((mention) => mention.span)]) {
    if (keys.has(spanKey(span))) continue
    keys.add(spanKey(span))
    const first = firstWordAt(words, span.start)
    const end = firstWordAt(words, span.end)
    add(first, end, true)
    if (end - first > 1 && pronounOf(words[first]!.text)?.use === 'possessive') add(first, first + 1, true)
  }
  // a name that ends a longer mention is that mention's own
  const named = new Uint8Array(words.length)
  for (const { reading } of mentions) if (reading.name) named.fill(1, reading.name.first, reading.name.end)
  for (const known of ground.known.values()) if (!overlapsTaken(named, known.first, known.end)) add(known.first, known.end, false)
  for (const known of ground.known.values()) named.fill(1, known.first, known.end)
  for (const run of ground.runs) {
    const name = overlapsTaken(named, run.first, run.end) ? null : nameIn(ground, run)
    if (name) add(name.first, name.end, false)
  }
  for (const match of rolesIn(words, 0, words.length)) {
    if (match.role.kind === 'thing' || match.role.kind === 'event' || match.role.kind === 'modifier' || covered[match.end - 1]) continue
    let floor = match.first
    while (floor > 0 && !covered[floor - 1]) floor--
    add(Math.min(match.first, leftOf(ground, match.first, floor)), match.end, false)
  }
  for (const [i, word] of words.entries()) if (covered[i] === 0 && tellsOfSomeone(pronounOf(word.text))) add(i, i + 1, false)
  return mentions.sort((a, b) => a.first - b.first || b.end - a.end)
}

/** A third-person pronoun that stands for somebody or something; "it" alone may stand for nothing ("it rained"). */
const tellsOfSomeone = (pronoun: Pronoun | null): boolean =>
  pronoun?.person === 'third' &&
  pronoun.use !== 'relative' &&
  pronoun.use !== 'quantity' &&
  !(pronoun.gender === 'thing' && pronoun.use === 'subject')

const overlapsTaken = (covered: Uint8Array, first: number, end: number): boolean => {
  for (let i = first; i < end; i++) if (covered[i]) return true
  return false
}

/** The part of a run of capitals that is likely a name: without words that open a sentence, and no lone date or first word. */
const nameIn = (ground: Ground, run: ProperRun): ProperRun | null => {
  const { words } = ground
  const notNames = wordSet('not-names')
  let { first } = run
  let { end } = run
  while (first < end && notNames.has(words[first]!.norm)) first++
  while (end > first && notNames.has(words[end - 1]!.norm)) end--
  if (first >= end) return null
  const { start } = words[first]!
  if (end - first > 1 || ground.countries.some((mention) => mention.span.start === start)) return { first, end }
  const opens = ground.sentences[sentenceAt(ground, start)]?.start === start
  return opens || words[first]!.text.length < 2 ? null : { first, end }
}
