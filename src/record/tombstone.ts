import { overlaps, type Span } from '../report.js'
import type { Decision } from './decision.js'

/** Stands for each UTF-16 code unit that was removed, so that all spans stay where they are. */
export const TOMBSTONE = '█'

/** Removes the words at a span of `text`, itself at `offset` of the report's text. */
export const maskText = (text: string, span: Span, offset = 0): string => {
  const start = Math.max(0, span.start - offset)
  const end = Math.min(text.length, span.end - offset)
  return end <= start ? text : text.slice(0, start) + TOMBSTONE.repeat(end - start) + text.slice(end)
}

/** Removes the words from every quoted text that overlaps the span, and from every other string in which they occur. */
export const maskValue = (value: unknown, span: Span, words: string): unknown => {
  if (typeof value === 'string') return maskWords(value, words)
  if (Array.isArray(value)) return value.map((item) => maskValue(item, span, words))
  if (value === null || typeof value !== 'object') return value
  const quote = value as { readonly span?: Span | null; readonly text?: unknown }
  const inside = quote.span && typeof quote.text === 'string' && overlaps(quote.span, span)
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === 'text' && inside ? maskText(part as string, span, quote.span!.start) : maskValue(part, span, words),
    ]),
  )
}

/** Removes words wherever they occur, in upper or lower case. */
export const maskWords = (text: string, words: string): string => {
  const wanted = words.trim()
  if (wanted === '') return text
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'), 'giu')
  return text.replace(pattern, (found) => TOMBSTONE.repeat(found.length))
}

/** The words that quotes in a value have at a span, null where none reaches over the whole of it. */
export const wordsAt = (value: unknown, span: Span): string | null => {
  if (value === null || typeof value !== 'object') return null
  const { span: at, text } = value as { readonly span?: Span | null; readonly text?: unknown }
  if (at && typeof text === 'string' && at.start <= span.start && at.end >= span.end)
    return text.slice(span.start - at.start, span.end - at.start)
  for (const part of Object.values(value)) {
    const found = wordsAt(part, span)
    if (found !== null) return found
  }
  return null
}

/** A decision without the words at a span. */
export const maskDecision = (decision: Decision, span: Span, words: string): Decision => ({
  ...decision,
  before: maskValue(decision.before, span, words),
  after: maskValue(decision.after, span, words),
  reason: decision.reason === null ? null : maskWords(decision.reason, words),
  seen: maskValue(decision.seen, span, words),
})
