import type { Span } from '../../report.js'
import { anyOf } from '../figure/number.js'
import { readTable } from '../figure/table.js'

/** Whether words speak of what has happened or of what is to come; `open` where no verb tells. */
export type Tense = 'past' | 'future' | 'open'

const PASTS = anyOf(readTable('irregular-pasts', ['word']).map((row) => row.word))
const BE = '(?:is|are|was|were|be|been|being)'

const AHEAD = [
  `${BE}\\s+(?:due|set|scheduled|slated|poised|expected|planned)\\b(?:\\s+(?:to|for|on|in|by))?`,
  `${BE}\\s+to`,
  '(?:scheduled|slated|planned|set|due|postponed)\\s+(?:for|until)',
  "will|['’]ll|won['’]t|shall|going\\s+to|would|could|should|may|might|must|can|upcoming|scheduled|ahead\\s+of|as\\s+(?:soon|early)\\s+as|takes?\\s+effect|deadline|effective|payable|(?:given|extended|has|have)\\s+(?:[\\w.]+\\s+){0,5}until",
].join('|')
/** What somebody does now or did about something to come: looks ahead for the words after it only. */
const CONTROL =
  '(?:expect|plann?|intend|hop|aim|vow|threaten|agre|promis|prepar|call|want|decid)(?:e?s|ed|ing|e)?\\s+(?:to\\s+(?!on\\b|in\\b|at\\b)[a-z]+|for\\b)'
const OPEN = `to\\s+(?:be\\s+)?(?!the\\b|an?\\b|his\\b|her\\b|their\\b|its\\b|this\\b|that\\b|death\\b)[a-z]+|(?:is|are)\\s+(?:\\w+ly\\s+)?(?:[a-z]+e[dn]|${PASTS})`
const VERB = new RegExp(
  `(?<!\\w)(?:(?<control>${CONTROL})|(?<future>(?:${AHEAD})(?:\\s+(?:(?:not|also)\\s+)?be\\s+[a-z]+)?)|(?<open>${OPEN})|(?<past>has|have|${PASTS}|[a-z]{2,}ed))\\b`,
  'g',
)
const BREAK = /[;:]|,\s+(?:and|but|while|after|before|when|who|which|as)\b|\b(?:that|but|while)\b|["“”]/gi

interface Cue {
  readonly end: number
  readonly tense: Tense
  readonly isControl: boolean
}

const cuesIn = (text: string): Cue[] =>
  [...text.matchAll(VERB)].map((match) => ({
    end: match.index + match[0].length,
    isControl: match.groups?.control !== undefined,
    tense: (match.groups?.future ?? match.groups?.control) !== undefined ? 'future' : match.groups?.past !== undefined ? 'past' : 'open',
  }))

/**
 * The tense of the words around an expression: that of the verb nearest before it in its clause,
 * else of the first one after it, else of the last one before the clause.
 */
export const tenseAt = (text: string, sentence: Span, at: Span): Tense => {
  const before = text.slice(sentence.start, at.start)
  const last = cuesIn(before).at(-1)
  const broken = [...before.matchAll(BREAK)].at(-1)?.index ?? -1
  if (last !== undefined && last.end > broken) return last.tense
  const next = cuesIn(text.slice(at.end, sentence.end))[0]
  return next?.isControl ? 'past' : ((next ?? last)?.tense ?? 'open')
}
