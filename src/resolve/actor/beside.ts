import type { Span } from '../../report.js'
import type { Ground } from './ground.js'
import { readPhrase } from './phrase.js'
import type { Reading } from './reading.js'
import { rolesIn } from './roles.js'
import { firstWordAt } from './words.js'

const LONGEST = 16
const COPULAS = new Set(['is', 'was', 'are', 'were', 'who'])
const OPENS = new Set([
  'the',
  'a',
  'an',
  'who',
  'whose',
  'head',
  'director',
  'chief',
  'president',
  'chairman',
  'one',
  'another',
  'its',
  'his',
  'her',
  'their',
  'former',
  'senior',
  'then',
  'also',
])
const OF = new Set(['of', 'with', 'from', 'at'])

/** End of the clause part that starts at a word: the next comma, full stop, bracket or dash. */
const partEnd = (ground: Ground, first: number): number => {
  const { words, text } = ground
  let i = first + 1
  while (
    i < words.length &&
    i - first < LONGEST &&
    !/^(?:who|which|that|whose|where)$/.test(words[i]!.norm) &&
    !/[,;:.)—–"”\n]/.test(text.slice(words[i - 1]!.end, words[i]!.start))
  )
    i++
  return i
}

/**
 * Reads what stands beside a name and says who it is: "NAME, a police chief in Mosul,", "NAME, who is a doctor", "NAME of Human Rights
 * Watch", "the group's director, NAME". Null where nothing of the kind does.
 */
export const readBeside = (ground: Ground, span: Span): Reading | null => {
  const { words, text } = ground
  const first = firstWordAt(words, span.start)
  const end = firstWordAt(words, span.end)
  return readAfter(ground, end, text, span) ?? readBefore(ground, first, text, span)
}

const usable = (reading: Reading): Reading | null =>
  reading.sector !== null && reading.kind !== 'event' && reading.kind !== 'thing' ? reading : null

const readAfter = (ground: Ground, end: number, text: string, span: Span): Reading | null => {
  const { words } = ground
  const next = words[end]
  if (!next) return null
  const between = text.slice(span.end, next.start)
  if (/^\s*$/.test(between)) {
    if (OF.has(next.norm) && words[end + 1] && (words[end + 1]!.capital || words[end + 1]!.norm === 'the'))
      return usable(readPhrase(ground, end + 1, Math.min(partEnd(ground, end + 1), end + 8)))
    if (COPULAS.has(next.norm) && next.norm !== 'who' && words[end + 1] && ['a', 'an', 'the', 'one'].includes(words[end + 1]!.norm))
      return usable(readPhrase(ground, end + 1, Math.min(partEnd(ground, end + 1), end + 8)))
    return null
  }
  if (!/^\s*(?:,|\(|—|–|-)\s*$/.test(between)) return null
  let from = end
  // an age
  if (/^\d{1,3}$/.test(next.text)) {
    from++
    if (!words[from] || !/^,\s*$/.test(text.slice(words[from - 1]!.end, words[from]!.start))) return null
  }
  if (
    words[from]!.norm === 'who' &&
    words[from + 1] &&
    (COPULAS.has(words[from + 1]!.norm) || words[from + 1]!.norm === 'heads' || words[from + 1]!.norm === 'leads')
  )
    from += 2
  const start = words[from]
  if (!start || start.norm === 'who') return null
  const stop = partEnd(ground, from)
  if (!OPENS.has(start.norm) && rolesIn(ground.words, from, stop).length === 0) return null
  // a clause, not a description
  for (let i = from; i < stop; i++)
    if (['said', 'says', 'told', 'has', 'have', 'had', 'will', 'would', 'he', 'she', 'they'].includes(words[i]!.norm)) return null
  return usable(readPhrase(ground, from, stop))
}

const readBefore = (ground: Ground, first: number, text: string, span: Span): Reading | null => {
  const { words } = ground
  const last = words[first - 1]
  if (!last) return null
  const between = text.slice(last.end, span.start)
  const apposed = /^\s*,\s*$/.test(between)
  const abbreviated = /^\.\s*$/.test(between) && last.text.length <= 4
  if (!apposed && !abbreviated && !/^\s*$/.test(between)) return null
  let from = first - 1
  while (from > 0 && first - from < 10 && !/[,;:.("”“\n]/.test(text.slice(words[from - 1]!.end, words[from]!.start))) {
    if (
      !apposed &&
      !['the', 'a', 'an'].includes(words[from]!.norm) &&
      rolesIn(words, from, from + 1).length === 0 &&
      !words[from]!.capital
    ) {
      from++
      break
    }
    from--
  }
  for (let i = first - 1; i >= from; i--) {
    const { norm } = words[i]!
    if (norm === 'the' && words[i - 1]?.norm === 'of') continue
    if (norm === 'the' || norm === 'a' || norm === 'an' || norm === 'its' || norm === 'his' || norm === 'their') {
      from = i
      break
    }
    if (norm === 'said' || norm === 'and' || norm === 'by' || norm === 'told' || norm === 'with' || norm === 'that') {
      from = i + 1
      break
    }
  }
  if (from >= first) return null
  const reading = readPhrase(ground, from, first)
  if (reading.strength === 'known' && reading.known && apposed) return null
  return reading.role?.kind === 'person' ? usable(reading) : null
}
