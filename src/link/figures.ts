import type { Figure } from '../claim.js'
import { stemOf, wordsOf } from './words.js'

/** Words for people that say nothing of which people they are. */
const ANYBODY = new Set(['people', 'person', 'dead', 'deaths', 'death', 'others', 'other', 'victims', 'bodies', 'casualties', 'lives'])

/** Head of what is counted, as a stem; null where it is people in general or not told. */
export const countedHead = ({ of }: Figure): string | null => {
  const head = of === null ? undefined : wordsOf(of.split(/\b(?:of|in|from|who|at|near)\b/)[0]!).at(-1)
  return head === undefined || ANYBODY.has(head) ? null : stemOf(head)
}

export const lowOf = ({ low }: Figure): number => low ?? 0
export const highOf = ({ high }: Figure): number => high ?? Number.POSITIVE_INFINITY

/** Whether both can be right: ranges meet, or they count different things, or one counts a part of the other. */
export const canBothHold = (a: Figure, b: Figure): boolean => {
  if (a.kind !== b.kind) return true
  if (lowOf(a) <= highOf(b) && lowOf(b) <= highOf(a)) return true
  const x = countedHead(a)
  const y = countedHead(b)
  if (x === y) return false
  if (x !== null && y !== null) return true
  const [part, whole] = x === null ? [b, a] : [a, b]
  return lowOf(part) <= highOf(whole)
}

export const figureText = ({ low, high, text }: Figure): string =>
  low === null
    ? `up to ${high}`
    : high === null
      ? `${low} or more`
      : low === high
        ? `${low}`
        : text.includes(`${low}`)
          ? text
          : `${low} to ${high}`
