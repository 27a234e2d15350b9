import type { Ground } from '../actor/ground.js'
import { isCountry } from '../actor/recognise.js'
import { wordSet } from '../actor/word-sets.js'
import { agree, antecedentOf, type Discourse, REACH, speakerOf } from './antecedents.js'
import { type Draft, type Drafts, join } from './entities.js'
import { isIndefinite, type Mention } from './mentions.js'

const singular = (head: string): string =>
  head
    .replace(/ies$/, 'y')
    .replace(/men$/, 'man')
    .replace(/([^s])s$/, '$1')

/** Joins descriptions and pronouns to what stands before them, in the order of the text; "I" and "we" last, for their speaker may come after. */
export const joinDescriptions = (mentions: readonly Mention[], discourse: Discourse): void => {
  const { ground, drafts } = discourse
  const appositives = appositivesOf(ground, mentions)
  const seen: Mention[] = []
  for (const mention of mentions) {
    if (!drafts.of.has(mention) && mention.pronoun?.person !== 'first') {
      const beside = appositives.get(mention)
      const draft = mention.pronoun
        ? antecedentOf(discourse, mention, mention.pronoun, seen)
        : beside
          ? drafts.of.get(beside)
          : describedBy(ground, mention, seen, drafts)
      if (draft || !mention.pronoun) join(drafts, mention, draft ?? undefined)
    }
    seen.push(mention)
  }
  for (const mention of mentions) {
    if (mention.pronoun?.person !== 'first') continue
    const draft = speakerOf(discourse, mention)
    if (draft) join(drafts, mention, draft)
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
  const institution = wordSet('institutions').has(mention.head)
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
    if (institution && isForeign(ground, mention, other, draft)) continue
    return draft
  }
  if (!mention.definite) return null
  if (wordSet('documents').has(mention.head) && mention.sector === null) return lastPublisher(mention, seen, drafts)
  if (mention.plural !== true && wordSet('person-nouns').has(head)) return lastPerson(mention, head, seen, drafts)
  if (wordSet('group-nouns').has(mention.head) || wordSet('group-nouns').has(head)) return lastGroup(mention, seen, drafts)
  return null
}

const IDLE = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those', 'such', 'other', 'same', 'latest', 'new'])

/** A description may drop words of the earlier one, but not bring unlike ones. */
/** "The military" of a report is its country's own, unless another's has just been named. */
const isForeign = (ground: Ground, mention: Mention, other: Mention, draft: Draft): boolean =>
  mention.country === null &&
  isCountry(draft.country) &&
  draft.country !== ground.country &&
  ground.share > 0.4 &&
  mention.sentence - other.sentence > 1

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

/** Sentences back that an office may refer ("the president"). */
const OFFICE_REACH = 8

/** The person whom an office names again, or failing that the last whom the words may describe. */
const lastPerson = (mention: Mention, head: string, seen: readonly Mention[], drafts: Drafts): Draft | null => {
  let described: Draft | null = null
  for (let i = seen.length - 1; i >= 0; i--) {
    const other = seen[i]!
    const distance = mention.sentence - other.sentence
    if (distance > OFFICE_REACH) break
    const draft = drafts.of.get(other)
    if (draft?.type !== 'person' || other.end > mention.first || draft.plural === true) continue
    if (!agree(mention.gender, draft.gender) || !agree(mention.country, draft.country)) continue
    if (draft.mentions.some((earlier) => holds(earlier, head))) return draft
    const fitting = wordSet('neutral-persons').has(head) || (mention.sector !== null && mention.sector === draft.sector)
    if (described === null && fitting && distance <= REACH) described = draft
  }
  return described
}

/** True where a mention is of someone in an office: by its words, or by what is known of them. */
const holds = (mention: Mention, head: string): boolean =>
  (mention.known?.row.role?.split(/[ -]/).includes(head) ?? false) || (mention.role !== null && singular(mention.head) === head)

/** Sentences back that "the report" may reach for who made it. */
const DOCUMENT_REACH = 3

/** Who made "the report": the last body named as a subject. */
const lastPublisher = (mention: Mention, seen: readonly Mention[], drafts: Drafts): Draft | null => {
  for (let i = seen.length - 1; i >= 0; i--) {
    const other = seen[i]!
    if (mention.sentence - other.sentence > DOCUMENT_REACH) return null
    const draft = drafts.of.get(other)
    if (draft?.type === 'group' && other.name.length > 0 && other.subject && other.end <= mention.first) return draft
  }
  return null
}

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
