import type { MentionType } from '../../claim.js'
import { type Span, spanKey } from '../../report.js'
import { type Ground, isCountry, type KnownMention } from '../actor/ground.js'
import type { Role, Sector } from '../actor/knowledge.js'
import { sentenceAt } from '../actor/local-country.js'
import { readPhrase } from '../actor/phrase.js'
import type { Reading } from '../actor/reading.js'
import { rolesIn } from '../actor/roles.js'
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
}

const DEFINITE = new Set(['the', 'this', 'that', 'these', 'those', 'his', 'her', 'its', 'their', 'our', 'such'])
const BEFORE_OBJECTS = new Set([
  'of',
  'for',
  'from',
  'in',
  'with',
  'to',
  'against',
  'at',
  'on',
  'by',
  'under',
  'between',
  'behind',
  'over',
  'among',
  'near',
  'into',
  'about',
  'than',
  'as',
  'toward',
  'towards',
  'inside',
  'after',
  'before',
])
const INDEFINITE = new Set([
  'a',
  'an',
  'another',
  'some',
  'several',
  'many',
  'few',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'dozens',
  'hundreds',
  'thousands',
  'other',
  'no',
  'any',
  'more',
])
const SINGULAR_IN_S = /(?:ss|us|is|ics|news|series|corps|congress|headquarters|forces armées)$/
const PLURALS = new Set([
  'people',
  'men',
  'women',
  'children',
  'police',
  'gunmen',
  'policemen',
  'servicemen',
  'militiamen',
  'fishermen',
  'troops',
  'forces',
  'civilians',
  'authorities',
  'officials',
  'congressmen',
  'newsmen',
  'wounded',
  'displaced',
  'elderly',
  'dead',
  'injured',
  'media',
])
const COLLECTIVES = new Set([
  'police',
  'government',
  'army',
  'military',
  'group',
  'party',
  'team',
  'coalition',
  'movement',
  'organization',
  'organisation',
  'opposition',
  'militia',
  'family',
  'crowd',
  'force',
  'regime',
  'ministry',
  'department',
  'agency',
  'council',
  'committee',
  'leadership',
  'media',
  'press',
  'company',
  'union',
  'staff',
  'battalion',
  'brigade',
  'unit',
  'network',
  'commission',
  'delegation',
  'community',
  'mob',
])

const isPlural = (norm: string): boolean | null => {
  if (PLURALS.has(norm)) return true
  if (COLLECTIVES.has(norm)) return null
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

const ORGANISATION = new Set([
  'party',
  'front',
  'army',
  'movement',
  'group',
  'council',
  'committee',
  'commission',
  'ministry',
  'department',
  'agency',
  'association',
  'organization',
  'organisation',
  'union',
  'university',
  'institute',
  'center',
  'centre',
  'church',
  'court',
  'police',
  'force',
  'forces',
  'news',
  'times',
  'post',
  'radio',
  'television',
  'tv',
  'foundation',
  'network',
  'company',
  'bank',
  'brigade',
  'brigades',
  'battalion',
  'corps',
  'coalition',
  'command',
  'hospital',
  'school',
  'office',
  'service',
  'fund',
  'alliance',
  'federation',
  'congress',
  'parliament',
  'guard',
  'state',
  'program',
  'programme',
  'club',
  'team',
  'star',
  'journal',
  'daily',
  'newspaper',
  'board',
  'bureau',
  'conference',
  'league',
  'observatory',
  'watch',
  'international',
  'project',
  'nations',
  'task',
])

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
  const organisation = named && name.some((word) => ORGANISATION.has(word))
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
    sentence: sentenceAt(ground, span.start),
    known: reading.known,
    role: reading.role,
    sector: reading.sector,
    country: reading.country,
    definite: DEFINITE.has(firstNorm),
    plural: type === 'person' && named ? false : plural,
    subject: !(before && BEFORE_OBJECTS.has(before.norm) && !/[.,;:]/.test(ground.text.slice(before.end, span.start))),
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
  return INDEFINITE.has(word.norm) || /^\d/.test(word.text)
}

const COMPLEMENTS = new Set([
  'of',
  'for',
  'from',
  'in',
  'with',
  'to',
  'against',
  'at',
  'on',
  'by',
  'under',
  'between',
  'among',
  'inside',
  'near',
  'who',
  'that',
  'which',
  'loyal',
  'belonging',
  'including',
  'backed',
  'suspected',
  'accused',
  'fleeing',
  'trapped',
  'close',
  'led',
])

/** End of the head noun phrase: before the first preposition or mark of punctuation. */
const headEndOf = (ground: Ground, first: number, end: number): number => {
  for (let i = first + 1; i < end; i++) {
    if (COMPLEMENTS.has(ground.words[i]!.norm)) return i
    if (/[,;:(]/.test(ground.text.slice(ground.words[i - 1]!.end, ground.words[i]!.start))) return i
  }
  return end
}

const STOPS = new Set([
  ...[
    'and',
    'or',
    'but',
    'of',
    'for',
    'from',
    'in',
    'with',
    'to',
    'against',
    'at',
    'on',
    'by',
    'under',
    'between',
    'behind',
    'over',
    'who',
    'that',
    'which',
    'when',
    'while',
    'where',
    'as',
    'than',
    'if',
    'said',
    'says',
    'told',
    'after',
    'before',
    'into',
    'about',
  ],
  ...[
    'is',
    'are',
    'was',
    'were',
    'be',
    'been',
    'has',
    'have',
    'had',
    'will',
    'would',
    'could',
    'should',
    'may',
    'might',
    'can',
    'not',
    'also',
    'he',
    'she',
    'it',
    'they',
    'we',
    'i',
    'you',
    'him',
    'them',
    'us',
    'there',
    'because',
  ],
])
const LEFT = 5

/** Where a noun phrase with a role word at its head may begin: at its determiner, or where only names and role words precede. */
const leftOf = (ground: Ground, head: number, floor: number): number => {
  const { words } = ground
  let safe = head
  for (let i = head - 1; i >= Math.max(floor, head - LEFT); i--) {
    if (/[.,;:()“”"—]/.test(ground.text.slice(words[i]!.end, words[i + 1]!.start))) break
    const norm = words[i]!.norm
    if (DEFINITE.has(norm) || INDEFINITE.has(norm) || /^\d/.test(norm)) return i
    if (STOPS.has(norm)) break
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
  for (const run of ground.runs)
    if (!overlapsTaken(named, run.first, run.end) && isName(ground, run.first, run.end)) add(run.first, run.end, false)
  for (const match of rolesIn(words, 0, words.length)) {
    if (match.role.kind === 'thing' || match.role.kind === 'event' || match.role.kind === 'modifier' || covered[match.end - 1]) continue
    let floor = match.first
    while (floor > 0 && !covered[floor - 1]) floor--
    add(Math.min(match.first, leftOf(ground, match.first, floor)), match.end, false)
  }
  return mentions.sort((a, b) => a.first - b.first || b.end - a.end)
}

const overlapsTaken = (covered: Uint8Array, first: number, end: number): boolean => {
  for (let i = first; i < end; i++) if (covered[i]) return true
  return false
}

const NOT_NAMES = new Set([
  'the',
  'a',
  'an',
  'in',
  'on',
  'at',
  'but',
  'and',
  'this',
  'that',
  'these',
  'those',
  'it',
  'he',
  'she',
  'they',
  'we',
  'i',
  'you',
  'his',
  'her',
  'its',
  'their',
  'our',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'meanwhile',
  'however',
  'earlier',
  'after',
  'before',
  'when',
  'while',
  'as',
  'for',
  'from',
  'there',
  'some',
  'many',
  'several',
  'most',
  'one',
  'two',
  'three',
  'if',
  'according',
  'since',
  'during',
  'last',
  'no',
  'not',
  'what',
  'with',
  'all',
  'also',
  'both',
  'an',
  'by',
  'to',
  'of',
])

/** True where a run of capitals is likely a name, not a sentence's first word, a date or a country. */
const isName = (ground: Ground, first: number, end: number): boolean => {
  const { words } = ground
  if (end - first === 1 && NOT_NAMES.has(words[first]!.norm)) return false
  if (ground.countries.some((mention) => mention.span.start === words[first]!.start && mention.span.end === words[end - 1]!.end))
    return true
  if (end - first > 1) return true
  const start = ground.sentences[sentenceAt(ground, words[first]!.start)]?.start
  return start !== words[first]!.start && words[first]!.text.length > 1
}

/** The country that a mention's words carry, leaving out the labels of bodies across borders. */
export const nationOf = (mention: Mention): string | null => (isCountry(mention.country) ? mention.country : null)
