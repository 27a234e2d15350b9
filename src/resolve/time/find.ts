import type { Span } from '../../report.js'
import type { Candidate, Rule } from './meaning.js'
import { joinNeighbours } from './refine/join.js'
import { takeModifiers } from './refine/modifiers.js'
import { keepLongest } from './refine/overlaps.js'
import { RULES } from './rules/index.js'

/** Characters of context that a rule sees on each side. */
const AROUND = 60

const compiled = RULES.map((rule) => ({ rule, pattern: new RegExp(`(?<![\\w$€£])(?:${rule.pattern})(?!\\w)`, 'gi') }))

/** The pipeline, in order: rules propose, then overlaps are settled, neighbours joined and modifiers taken in. */
export const findCandidates = (text: string): Candidate[] =>
  takeModifiers(text, joinNeighbours(text, keepLongest(compiled.flatMap(({ rule, pattern }) => matchesOf(text, rule, pattern)))))

const matchesOf = (text: string, rule: Rule, pattern: RegExp): Candidate[] => {
  const found: Candidate[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const reading = rule.read(match.groups ?? {}, {
      text: match[0],
      before: text.slice(Math.max(0, span.start - AROUND), span.start),
      after: text.slice(span.end, span.end + AROUND),
    })
    if (reading === null) pattern.lastIndex = match.index + 1
    else found.push({ ...reading, rule: rule.name, span: within(span, reading.within) })
  }
  return found
}

const within = (span: Span, piece: Span | undefined): Span =>
  piece === undefined ? span : { start: span.start + piece.start, end: span.start + piece.end }
