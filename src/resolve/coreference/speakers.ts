import type { Span } from '../../report.js'
import type { Ground } from '../actor/ground.js'
import { wordSet } from '../actor/word-sets.js'
import type { Mention } from './mentions.js'
import { quoteAt } from './quotes.js'

/** True where a mention stands beside a verb of speech as its subject. */
export const isSpeech = (ground: Ground, mention: Mention): boolean => {
  const after = ground.words[mention.end]
  return (
    after !== undefined &&
    (wordSet('speech').has(after.norm) ||
      (wordSet('speech-skipped').has(after.norm) && wordSet('speech').has(ground.words[mention.end + 1]?.norm ?? '')))
  )
}

/** Who speaks in each sentence: the mention that stands before or after its first verb of speech outside quotation marks. */
export const speakersOf = (ground: Ground, mentions: readonly Mention[], quotes: readonly Span[]): readonly (Mention | null)[] => {
  const speakers: (Mention | null)[] = ground.sentences.map(() => null)
  const { words } = ground
  for (const mention of mentions) {
    if (speakers[mention.sentence] || mention.type === 'thing' || quoteAt(quotes, mention.span.start)) continue
    if (mention.pronoun && (mention.pronoun.use !== 'subject' || mention.pronoun.person !== 'third')) continue
    let i = mention.end
    while (i < mention.end + 3 && words[i] && wordSet('speech-skipped').has(words[i]!.norm)) i++
    const after = words[i]
    const before = words[mention.first - 1]
    if (after && wordSet('speech').has(after.norm) && clear(ground, mention.span.end, after.start) && mention.subject)
      speakers[mention.sentence] = mention
    else if (
      before &&
      wordSet('speech').has(before.norm) &&
      /^\s*$/.test(ground.text.slice(before.end, mention.span.start)) &&
      inverted(ground, mention.first - 1)
    )
      speakers[mention.sentence] = mention
  }
  labelled(ground, mentions, speakers)
  // a sentence that only goes on with a quotation keeps the speaker
  for (let s = 1; s < speakers.length; s++) {
    if (speakers[s]) continue
    const { start } = ground.sentences[s]!
    const quoted = quoteAt(quotes, start) ?? quoteAt(quotes, start + 1)
    if (quoted) speakers[s] = speakers[s - 1] ?? null
  }
  return speakers
}

/** Labels of transcripts: "[Vargas] We …" and "SECRETARY JONES: We …". */
const LABEL = /\[([^\]\n]{2,60})\]|(?:^|\n)\s*(\p{Lu}[\p{Lu} .'-]{3,40}):/gu
/** A label stands at the start of what is said, after other brackets at most. */
const LABEL_REACH = 60
const RECORDING_ENDS = /\[end /i

/** Gives sentences without a speaker that of the label before them. */
const labelled = (ground: Ground, mentions: readonly Mention[], speakers: (Mention | null)[]): void => {
  const marks = [...ground.text.matchAll(LABEL)].map((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? match[2] ?? '')
    const end = start + (match[1] ?? match[2] ?? '').length
    const mention = mentions.find(
      (other) => other.span.start >= start && other.span.end === end && (other.type === 'person' || other.name.length > 0),
    )
    return { at: match.index, mention: RECORDING_ENDS.test(match[0]) ? null : mention }
  })
  if (marks.length === 0) return
  for (const [s, { start, end }] of ground.sentences.entries()) {
    const mark = marks.findLast((other) => other.at < Math.min(end, start + LABEL_REACH) && other.mention !== undefined)
    if (mark?.mention && (speakers[s] === null || mark.at >= start)) speakers[s] = mark.mention
  }
}

const clear = (ground: Ground, from: number, to: number): boolean => !/[;:"“”]/.test(ground.text.slice(from, to)) && to - from < 60

/** True for `…," said X`: the verb follows a quotation mark or a comma. */
const inverted = (ground: Ground, verb: number): boolean =>
  /[,"”]\s*$/.test(ground.text.slice(Math.max(0, ground.words[verb]!.start - 3), ground.words[verb]!.start))
