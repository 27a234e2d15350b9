import type { Span } from '../../report.js'
import type { Ground } from '../actor/ground.js'
import type { Draft, Drafts } from './entities.js'
import type { Mention } from './mentions.js'
import type { Pronoun } from './pronouns.js'
import { quoteAt } from './quotes.js'
import { isSpeech } from './speakers.js'

/** Sentences back that a pronoun may reach. */
export const REACH = 3

/** What makes a mention a likely antecedent; found on the development half of the coded reports. */
const W = {
  sentence: 3,
  word: 0.01,
  subject: 2,
  opening: 0.6,
  name: 0.4,
  pronoun: 0.5,
  asked: 1.5,
  unknown: 1,
  placeLike: 2.5,
  sameClause: 4,
  plural: 0.9,
  speaker: 4,
  topic: 0.6,
  inQuote: 1,
}

/** What resolving a pronoun looks at. */
export interface Discourse {
  readonly ground: Ground
  readonly drafts: Drafts
  readonly quotes: readonly Span[]
  readonly speakers: readonly (Mention | null)[]
}

export const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b

const draftOf = ({ drafts }: Discourse, mention: Mention | null | undefined): Draft | null =>
  mention ? (drafts.of.get(mention) ?? null) : null

/** The speaker whose words a first-person pronoun stands in. */
export const speakerOf = (discourse: Discourse, mention: Mention): Draft | null => {
  const { speakers, quotes } = discourse
  const at = (sentence: number): Draft | null => draftOf(discourse, speakers[sentence])
  const { sentence } = mention
  return at(sentence) ?? (quoteAt(quotes, mention.span.start) ? (at(sentence - 1) ?? at(sentence + 1) ?? at(sentence - 2)) : null)
}

/** The entity that a third-person pronoun stands for, among the mentions before it; null where none suits. */
export const antecedentOf = (discourse: Discourse, mention: Mention, pronoun: Pronoun, seen: readonly Mention[]): Draft | null => {
  if (pronoun.person !== 'third') return null
  if (pronoun.use === 'relative') {
    const before = seen.findLast((other) => other.end <= mention.first && mention.first - other.end <= 1)
    return draftOf(discourse, before)
  }
  const speaker = quoteAt(discourse.quotes, mention.span.start) ? draftOf(discourse, discourse.speakers[mention.sentence]) : null
  let best: Draft | null = null
  let most = Number.NEGATIVE_INFINITY
  for (let i = seen.length - 1; i >= 0; i--) {
    const other = seen[i]!
    if (mention.sentence - other.sentence > REACH) break
    if (other.end > mention.first || other.dateline) continue
    const draft = draftOf(discourse, other)
    if (!draft || draft === speaker || !suits(pronoun, draft, other)) continue
    const score = salience(discourse, mention, pronoun, other, draft)
    if (score > most) {
      best = draft
      most = score
    }
  }
  return best
}

const NOBODY = /^(?:anyone|someone|everyone|nobody|one|another|none|anybody|everybody|somebody|each|first|second|third|least|most)$/

const suits = (pronoun: Pronoun, draft: Draft, other: Mention): boolean => {
  if (NOBODY.test(other.head) && other.name.length === 0) return false
  if (pronoun.gender === 'm' || pronoun.gender === 'f') {
    const named = other.name.length > 0 || draft.mentions.some((mention) => mention.name.length > 0)
    if (draft.type === 'unknown' ? !named : draft.type !== 'person') return false
    return draft.plural !== true && agree(draft.gender, pronoun.gender)
  }
  if (pronoun.gender === 'thing') return draft.type !== 'person' && draft.plural !== true
  if (draft.type === 'thing') return false
  if (draft.type === 'person' || draft.type === 'state') return draft.plural === true
  return draft.plural !== false || other.known !== null || draft.type === 'group'
}

const salience = (discourse: Discourse, mention: Mention, pronoun: Pronoun, other: Mention, draft: Draft): number => {
  const { ground, speakers, quotes } = discourse
  const distance = mention.sentence - other.sentence
  const away = mention.first - other.end
  let score = -W.sentence * distance - W.word * away
  if (other.subject) score += W.subject
  if (ground.sentences[other.sentence]?.start === other.span.start) score += W.opening
  if (other.name.length > 0) score += W.name
  if (other.pronoun) score += W.pronoun
  if (other.asked) score += W.asked
  if (draft.type === 'unknown') score -= W.unknown
  if (other.type === 'state' && !other.subject) score -= W.placeLike
  if (pronoun.use === 'object' && distance === 0 && other.subject && away < 8) score -= W.sameClause
  if (pronoun.number === 'plural' && draft.plural === true) score += W.plural
  if (pronoun.use === 'subject' && isSpeech(ground, mention) && lastSpeaker(speakers, mention, other)) score += W.speaker
  if ((quoteAt(quotes, mention.span.start) === null) !== (quoteAt(quotes, other.span.start) === null)) score -= W.inQuote
  return score + W.topic * Math.log2(1 + draft.mentions.length)
}

/** True where a mention is the speaker of its sentence, and no other speaks between it and the pronoun. */
const lastSpeaker = (speakers: readonly (Mention | null)[], mention: Mention, other: Mention): boolean => {
  for (let s = mention.sentence; s >= other.sentence; s--) {
    const speaker = speakers[s]
    if (!speaker || speaker === mention || speaker.first >= mention.first) continue
    return speaker === other
  }
  return false
}
