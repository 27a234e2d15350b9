import type { Span } from '../../report.js'
import { type Ground, isCountry } from '../actor/ground.js'
import { type Draft, type Drafts, join } from './entities.js'
import { isIndefinite, type Mention } from './mentions.js'
import type { Pronoun } from './pronouns.js'
import { quoteAt } from './quotes.js'

type Speakers = readonly (Mention | null)[]

/** Sentences back that a pronoun may reach. */
const REACH = 3

const singular = (head: string): string =>
  head
    .replace(/ies$/, 'y')
    .replace(/men$/, 'man')
    .replace(/([^s])s$/, '$1')

/** Heads that name one institution of a country, whatever the article. */
const INSTITUTIONS = new Set([
  'police',
  'government',
  'army',
  'military',
  'parliament',
  'opposition',
  'regime',
  'navy',
  'judiciary',
  'authorities',
  'coalition',
  'administration',
  'senate',
  'congress',
  'kremlin',
])

/** Descriptions that a group's name may stand behind. */
const GROUPS = new Set([
  'group',
  'organization',
  'organisation',
  'movement',
  'network',
  'party',
  'militia',
  'faction',
  'front',
  'agency',
  'company',
  'militants',
  'extremists',
  'jihadists',
  'insurgents',
  'rebels',
  'terrorists',
  'guerrillas',
  'fighters',
  'institution',
  'alliance',
  'bloc',
  'force',
  'union',
  'federation',
  'church',
  'newspaper',
  'ministry',
  'department',
])
const PERSONS = new Set([
  'man',
  'woman',
  'suspect',
  'gunman',
  'leader',
  'official',
  'president',
  'minister',
  'general',
  'commander',
  'spokesman',
  'spokeswoman',
  'senator',
  'governor',
  'bishop',
  'priest',
  'doctor',
  'lawyer',
  'prosecutor',
  'diplomat',
  'ambassador',
  'envoy',
  'candidate',
  'cleric',
  'activist',
  'journalist',
  'analyst',
  'expert',
  'officer',
  'chief',
  'director',
  'secretary',
  'premier',
  'mayor',
  'judge',
  'congressman',
  'colonel',
  'advisor',
  'adviser',
  'professor',
  'attacker',
  'driver',
  'pilot',
  'terrorist',
  'soldier',
  'victim',
  'boy',
  'girl',
  'chancellor',
  'king',
  'pope',
  'rebel',
  'deputy',
])

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

/** Joins descriptions and pronouns to what stands before them, in the order of the text. */
export const joinDescriptions = (
  ground: Ground,
  mentions: readonly Mention[],
  drafts: Drafts,
  quotes: readonly Span[],
  speakersOf: (mentions: readonly Mention[]) => Speakers,
): void => {
  const speakers = speakersOf(mentions)
  const appositives = appositivesOf(ground, mentions)
  const seen: Mention[] = []
  for (const mention of mentions) {
    if (!drafts.of.has(mention)) {
      const draft = mention.pronoun
        ? antecedentOf(ground, mention, mention.pronoun, seen, drafts, quotes, speakers)
        : appositives.get(mention) !== undefined
          ? (drafts.of.get(appositives.get(mention)!) ?? null)
          : describedBy(ground, mention, seen, drafts)
      if (draft || !mention.pronoun) join(drafts, mention, draft ?? undefined)
    }
    seen.push(mention)
  }
}

/** Descriptions set beside a name by commas: "the group's leader, X," and "X, the group's leader,". */
const appositivesOf = (ground: Ground, mentions: readonly Mention[]): ReadonlyMap<Mention, Mention> => {
  const found = new Map<Mention, Mention>()
  for (let i = 0; i < mentions.length; i++) {
    const a = mentions[i]!
    for (let j = i + 1; j < Math.min(mentions.length, i + 4); j++) {
      const b = mentions[j]!
      if (b.first < a.end) continue
      if (!/^,\s*$/.test(ground.text.slice(a.span.end, b.span.start))) continue
      if (a.type === 'thing' || b.type === 'thing' || a.pronoun || b.pronoun) continue
      if (a.name.length > 0 && b.name.length === 0 && closes(ground, b) && fits(b, a)) found.set(b, a)
      else if (b.name.length > 0 && a.name.length === 0 && !isList(ground, b) && fits(a, b)) found.set(a, b)
    }
  }
  return found
}

const fits = (description: Mention, name: Mention): boolean =>
  description.plural !== true &&
  (name.type === 'person' || name.type === 'unknown'
    ? description.reading.kind === 'person' || description.role?.kind === 'person'
    : description.role?.kind !== 'person') &&
  name.type !== 'state'

const closes = (ground: Ground, mention: Mention): boolean =>
  /^\s*(?:[,.;)]|of\b|at\b|for\b|in\b|with\b|from\b|who\b|to\b)/.test(ground.text.slice(mention.span.end, mention.span.end + 10))
const isList = (ground: Ground, mention: Mention): boolean =>
  /^\s*(?:and|,\s+\p{Lu}[\p{L}]+(?:\s+\p{Lu}[\p{L}]+)*,?\s+and)\b/u.test(ground.text.slice(mention.span.end, mention.span.end + 60))

/** The entity that a description names again, or null. */
const describedBy = (ground: Ground, mention: Mention, seen: readonly Mention[], drafts: Drafts): Draft | null => {
  if (mention.type === 'thing' && !mention.definite) return null
  const institution = INSTITUTIONS.has(mention.head)
  if (!mention.definite && !institution) return null
  if (mention.name.length > 0 || isIndefinite(ground, mention)) return null
  const head = singular(mention.head)
  // the same head
  for (let i = seen.length - 1; i >= 0; i--) {
    const other = seen[i]!
    if (other.pronoun || other.end > mention.first) continue
    const draft = drafts.of.get(other)
    if (!draft || singular(other.head) !== head || (other.name.length > 0 && other.known === null && other.role === null)) continue
    if (other.type === 'person' && other.name.length > 0 && mention.plural !== false) continue
    if (!agree(mention.country, other.country ?? draft.country) || !agree(mention.sector, other.sector)) continue
    if (mention.plural !== null && other.plural !== null && mention.plural !== other.plural) continue
    if (!modifiersAgree(ground, mention, other)) continue
    return draft
  }
  if (!mention.definite) return null
  if (mention.plural !== true && PERSONS.has(head)) return lastPerson(mention, head, seen, drafts)
  if (GROUPS.has(mention.head) || GROUPS.has(head)) return lastGroup(mention, seen, drafts)
  return null
}

const IDLE = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those', 'such', 'other', 'same', 'latest', 'new'])

/** A description may drop words of the earlier one, but not bring unlike ones. */
const modifiersAgree = (ground: Ground, mention: Mention, other: Mention): boolean => {
  const own = wordsBefore(ground, mention)
  const theirs = new Set(wordsBefore(ground, other))
  return own.every((word) => theirs.has(word)) || own.length === 0 || (theirs.size === 0 && own.length <= 1)
}

const wordsBefore = (ground: Ground, mention: Mention): string[] => {
  const words: string[] = []
  for (let i = mention.first; i < mention.end; i++) {
    const { norm } = ground.words[i]!
    if (norm === mention.head) break
    if (!IDLE.has(norm)) words.push(norm)
  }
  return words
}

const NEUTRAL = new Set([
  'man',
  'woman',
  'suspect',
  'leader',
  'official',
  'victim',
  'analyst',
  'expert',
  'chief',
  'director',
  'deputy',
  'candidate',
  'driver',
  'boy',
  'girl',
])

const lastPerson = (mention: Mention, head: string, seen: readonly Mention[], drafts: Drafts): Draft | null => {
  for (let i = seen.length - 1; i >= 0; i--) {
    const other = seen[i]!
    if (mention.sentence - other.sentence > 8) break
    const draft = drafts.of.get(other)
    if (!draft || draft.type !== 'person' || other.end > mention.first || draft.plural === true) continue
    if (!agree(mention.gender, draft.gender)) continue
    const known = draft.mentions.some(
      (earlier) => earlier.known?.row.role?.includes(head) || (earlier.role !== null && singular(earlier.head) === head),
    )
    if (known && agree(mention.country, draft.country)) return draft
    if (draft.mentions.some((earlier) => earlier.reading.name && earlier.role && titled(earlier, head))) return draft
    if (NEUTRAL.has(head) && agree(mention.country, draft.country) && mention.sentence - other.sentence <= REACH) return draft
    if (
      mention.sector !== null &&
      mention.sector === draft.sector &&
      agree(mention.country, draft.country) &&
      mention.sentence - other.sentence <= REACH
    )
      return draft
  }
  return null
}

const titled = (mention: Mention, head: string): boolean => mention.head === head

const ARMED = new Set(['UAF', 'REB', 'PRM'])

const lastGroup = (mention: Mention, seen: readonly Mention[], drafts: Drafts): Draft | null => {
  for (let i = seen.length - 1; i >= 0; i--) {
    const other = seen[i]!
    if (mention.sentence - other.sentence > 6) break
    const draft = drafts.of.get(other)
    if (!draft || draft.type === 'state' || draft.type === 'person' || other.end > mention.first) continue
    if (!draft.mentions.some((earlier) => earlier.name.length > 0 || earlier.known)) continue
    const { sector } = draft
    if (mention.sector !== null && sector !== mention.sector && !(ARMED.has(mention.sector) && sector !== null && ARMED.has(sector)))
      continue
    if (!agree(mention.country, draft.country) && isCountry(draft.country)) continue
    if (mention.sector === null && sector === 'GOV' && isCountry(draft.country)) continue
    return draft
  }
  return null
}

/** The entity that a pronoun stands for, or null. */
const antecedentOf = (
  ground: Ground,
  mention: Mention,
  pronoun: Pronoun,
  seen: readonly Mention[],
  drafts: Drafts,
  quotes: readonly Span[],
  speakers: Speakers,
): Draft | null => {
  const draftOf = (speaker: Mention | null | undefined): Draft | null => (speaker ? (drafts.of.get(speaker) ?? null) : null)
  if (pronoun.person === 'first') {
    const { sentence } = mention
    return (
      draftOf(speakers[sentence]) ??
      (quoteAt(quotes, mention.span.start)
        ? (draftOf(speakers[sentence - 1]) ?? draftOf(speakers[sentence + 1]) ?? draftOf(speakers[sentence - 2]))
        : null)
    )
  }
  if (pronoun.person === 'second') return null
  if (pronoun.use === 'relative') {
    const before = [...seen].reverse().find((other) => other.end <= mention.first && mention.first - other.end <= 1)
    return before ? (drafts.of.get(before) ?? null) : null
  }
  const quote = quoteAt(quotes, mention.span.start)
  const speaker = quote ? draftOf(speakers[mention.sentence]) : null
  let best: Draft | null = null
  let most = Number.NEGATIVE_INFINITY
  for (let i = seen.length - 1; i >= 0; i--) {
    const other = seen[i]!
    if (mention.sentence - other.sentence > REACH) break
    if (other.end > mention.first) continue
    const draft = drafts.of.get(other)
    if (!draft || draft === speaker || !suits(pronoun, draft, other)) continue
    const score = salience(ground, mention, pronoun, other, draft)
    if (score > most) {
      best = draft
      most = score
    }
  }
  return best
}

const suits = (pronoun: Pronoun, draft: Draft, other: Mention): boolean => {
  if (pronoun.gender === 'm' || pronoun.gender === 'f') {
    if (
      draft.type === 'unknown'
        ? other.name.length === 0 && draft.mentions.every((mention) => mention.name.length === 0)
        : draft.type !== 'person'
    )
      return false
    return draft.plural !== true && agree(draft.gender, pronoun.gender)
  }
  if (pronoun.gender === 'thing') return draft.type !== 'person' && draft.plural !== true
  // they, them, their, some, others
  if (draft.type === 'thing') return false
  if (draft.type === 'person') return draft.plural === true
  if (draft.type === 'state') return pronoun.use !== 'quantity' && draft.plural === true
  return draft.plural !== false || other.known !== null || draft.type === 'group'
}

const salience = (ground: Ground, mention: Mention, pronoun: Pronoun, other: Mention, draft: Draft): number => {
  const distance = mention.sentence - other.sentence
  let score = -2.5 * distance
  if (other.subject) score += 2
  if (ground.sentences[other.sentence]?.start === other.span.start) score += 1
  if (other.name.length > 0) score += 0.5
  if (other.pronoun) score += 1
  if (other.type === 'state' && other.subject === false) score -= 1.5
  if (draft.type === 'unknown') score -= 1
  if (pronoun.use === 'object' && distance === 0 && other.subject) score -= 2.5
  if (pronoun.number === 'plural' && draft.plural === true) score += 1
  if (other.asked) score += 0.5
  score += Math.min(1, 0.2 * draft.mentions.length)
  // nearer first within a sentence
  score -= 0.01 * (mention.first - other.end)
  return score
}
