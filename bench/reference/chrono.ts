import * as chrono from 'chrono-node'
import type { Span } from '../../src/report.js'

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** Times as chrono-node finds them, with dates to the precision that it is certain of. */
export const chronoTimes = (text: string, published: string | null): { readonly span: Span; readonly value: string | null }[] =>
  chrono.parse(text, published ? new Date(`${published.slice(0, 10)}T12:00:00`) : undefined).map((result) => ({
    span: { start: result.index, end: result.index + result.text.length },
    value: result.end ? `${dateOf(result.start)}/${dateOf(result.end)}` : dateOf(result.start),
  }))

const dateOf = (parts: chrono.ParsedComponents): string => {
  const year = pad(parts.get('year') ?? 0, 4)
  const month = `${year}-${pad(parts.get('month') ?? 0)}`
  const dated = parts.isCertain('day') || parts.isCertain('weekday') || !parts.isCertain('month')
  return dated && !(parts.isCertain('year') && !parts.isCertain('month')) ? `${month}-${pad(parts.get('day') ?? 0)}` : month
}
