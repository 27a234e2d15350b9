import type { Reading } from '../src/claim.js'
import type { Span } from '../src/report.js'

/** Everything inside a value that is an object, itself included. */
const objectsIn = (value: unknown): readonly Record<string, unknown>[] =>
  typeof value !== 'object' || value === null
    ? []
    : [...(Array.isArray(value) ? [] : [value as Record<string, unknown>]), ...Object.values(value).flatMap(objectsIn)]

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'start' in value && 'end' in value

/** What is wrong with the spans of a reading, in words; empty where each lies in the text and shows the words it claims. */
export const spanFaults = (reading: Pick<Reading, 'report'> & object): readonly string[] => {
  const { text } = reading.report
  const objects = objectsIn(reading)
  const outside = objects
    .flatMap((object) => (isSpan(object) ? [object] : []))
    .filter(({ start, end }) => !(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length))
  const wrong = objects.filter(({ span, text: words }) => isSpan(span) && text.slice(span.start, span.end) !== words && words !== undefined)
  return [
    ...outside.map((span) => `${JSON.stringify(span)} is not in a text of ${text.length}`),
    ...wrong.map(({ span, text: words }) => `${JSON.stringify(span)} is not ${JSON.stringify(words)}`),
  ]
}
