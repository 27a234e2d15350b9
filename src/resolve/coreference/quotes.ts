import type { Span } from '../../report.js'

const LONGEST_QUOTE = 1500

/** Stretches between double quotation marks, straight or curly; a quotation ends at the latest where its paragraph does. */
export const quotesIn = (text: string): Span[] => {
  const quotes: Span[] = []
  let open = -1
  const close = (end: number): void => {
    if (open >= 0 && end - open <= LONGEST_QUOTE) quotes.push({ start: open, end })
    open = -1
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    const pair = text.startsWith('``', i) || text.startsWith("''", i)
    if (char === '“' || (pair && char === '`')) {
      if (open >= 0) close(i)
      open = i
    } else if (char === '”' || (pair && open >= 0)) close(i + 1)
    else if (char === '"') {
      // a mark after a space opens, one before a space closes; where both or neither holds, they alternate
      const opens = /[\s([—]/.test(text[i - 1] ?? ' ')
      const closes = /[\s.,;:!?)\]—]/.test(text[i + 1] ?? ' ')
      if (opens && !closes) {
        close(i)
        open = i
      } else if (open >= 0) close(i + 1)
      else if (!closes) open = i
    } else if (char === '\n') close(i)
  }
  close(text.length)
  return quotes
}

/** The quotation that holds an offset, or null. */
export const quoteAt = (quotes: readonly Span[], offset: number): Span | null => {
  let low = 0
  let high = quotes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotes[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const quote = quotes[low]
  return quote && quote.start <= offset ? quote : null
}
