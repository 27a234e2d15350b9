import type { Record } from '../record.js'
import { type Segment, segmentsOf } from './columns.js'
import { type Condition, keySet, type Meets } from './conditions.js'

/**
 * Goes through all claims that meet the conditions, in the order of their keys. `visit` gets each segment and gives what is to be done
 * with its claims, by their number in it.
 */
export const eachMeeting = (
  record: Record,
  conditions: readonly Condition[],
  visit: (segment: Segment) => (at: number) => unknown,
): void => {
  const tests = conditions.map((condition) => condition.meets ?? among(record, condition))
  for (const segment of segmentsOf(record)) {
    const meets = tests.map((test) => test(segment))
    const take = visit(segment)
    for (let at = 0; at < segment.length; at++) if (meets.every((test) => test(at))) take(at)
  }
}

/** Conditions that the columns do not tell of. */
const among = (record: Record, { keys }: Condition): Meets => {
  if (keys === null) throw new Error('a condition without columns needs keys')
  const found = keySet(record, keys)
  return (segment) => {
    const key = segment.integers('key')
    return (at) => found.has(key[at]!)
  }
}
