import type { MentionType } from '../../claim.js'
import type { Report, Span } from '../../report.js'
import { type Ground, groundOf, type PlacedSpan } from '../actor/ground.js'
import { knowledge } from '../actor/knowledge.js'
import { wordsOf } from '../actor/words.js'
import type { Entity } from '../resolution.js'
import { joinDescriptions } from './descriptions.js'
import { type Draft, newDrafts } from './entities.js'
import { mentionsOf } from './mentions.js'
import { joinNames } from './names.js'
import { quotesIn } from './quotes.js'
import { speakersOf } from './speakers.js'

/** What coreference reads: a parsed report, its mentions and the spans that claims link to. */
export interface CoreferenceInput extends Partial<Pick<Report, 'publisher' | 'title' | 'published'>> {
  readonly text: string
  readonly sentences: readonly Span[]
  /** What the reader model found. Names are also found by rule, so this may be empty. */
  readonly mentions: readonly { readonly span: Span; readonly type: MentionType }[]
  /** Spans that need an answer: actors, recipients, sources. */
  readonly links: readonly Span[]
  readonly places?: readonly PlacedSpan[]
}

/** Actors whose common English name is used whatever form the report has (coding guide, ruling 32); states are too. */
const BEST_KNOWN = new Set(['islamic-state', 'taliban', 'al-qaeda', 'hezbollah', 'hamas'])

/** The name that an entity goes by: the best known under their common name, others in the fullest form that the report uses. */
const nameOf = (ground: Ground, draft: Draft): string | null => {
  const actor = draft.knownId === null ? undefined : knowledge().actors.get(draft.knownId)
  if (actor && (BEST_KNOWN.has(actor.id) || actor.rows[0]!.kind === 'state')) return actor.name
  let best: string | null = null
  let most = 0
  for (const mention of draft.mentions) {
    if (mention.name.length === 0 || !mention.reading.name) continue
    const { first, end } = mention.reading.name
    const text = ground.text.slice(ground.words[first]!.start, ground.words[end - 1]!.end)
    const size = wordsOf(text).length * 100 + text.length
    if (size > most && !/^(?:his|her|its|their)\b/i.test(text)) {
      best = text
      most = size
    }
  }
  return best
}

/**
 * Finds what in a report refers to the same thing: names in their forms, acronyms, descriptions, appositions and pronouns.
 * Deterministic sieves from the surest to the least sure (after Raghunathan et al. 2010), over words, capitals and the given spans.
 * Returns entities in order of first mention; one that nothing else refers to has one span.
 */
export const resolveCoreference = (input: CoreferenceInput): Entity[] => {
  const report = { text: input.text, published: input.published ?? null, publisher: input.publisher ?? null, title: input.title ?? null }
  const ground = groundOf(report, input.sentences, input.places)
  const mentions = mentionsOf(ground, input.links, input.mentions)
  const drafts = newDrafts()
  joinNames(ground, mentions, drafts)
  const quotes = quotesIn(input.text)
  joinDescriptions(mentions, { ground, drafts, quotes, speakers: speakersOf(ground, mentions, quotes) })
  return drafts.all
    .filter((draft) => draft.mentions.some((mention) => mention.asked))
    .map((draft) => ({ draft, start: Math.min(...draft.mentions.map((mention) => mention.span.start)) }))
    .sort((a, b) => a.start - b.start || a.draft.index - b.draft.index)
    .map(({ draft }, index) => ({
      id: `e${index + 1}`,
      name: nameOf(ground, draft),
      spans: [...draft.mentions].sort((a, b) => a.first - b.first || b.end - a.end).map((mention) => mention.span),
    }))
}
