import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Reading } from '../src/claim.js'
import type { Span } from '../src/report.js'
import { EXAMPLES, GOLDEN, herodot } from './herodot.js'
import { spanFaults } from './span-faults.js'

const inside = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

describe('the check itself', () => {
  const report = { text: 'He left 🚢 Mosul.' }
  const faults = (claim: object) => spanFaults({ report, claims: [claim] } as never)
  test('accepts words where they stand, counted in UTF-16', () =>
    expect(faults({ place: { span: { start: 11, end: 16 }, text: 'Mosul' } })).toEqual([]))
  test('finds words that stand elsewhere', () => expect(faults({ place: { span: { start: 10, end: 15 }, text: 'Mosul' } })).toHaveLength(1))
  test('finds a span outside the text', () => expect(faults({ sentence: { start: 0, end: 99 } })).toHaveLength(1))
  test('finds text without words', () => expect(faults({ time: { span: { start: 3, end: 7 }, text: null } })).toHaveLength(1))
})

describe.skipIf(!existsSync(GOLDEN))('spans of the examples', () => {
  const readings = new Map<string, Reading>()

  beforeAll(async () => {
    const jsonl = await herodot('read', ...EXAMPLES.map((name) => `examples/${name}`), '--jsonl', '--layers', '--quiet')
    for (const line of jsonl.trimEnd().split('\n')) {
      const reading = JSON.parse(line) as Reading
      readings.set(reading.doc, reading)
    }
  })

  const readingOf = (example: string) => readings.get(example.replace(/\.\w+$/, ''))!

  test.each(EXAMPLES)('%s: every span shows its words', (example) => expect(spanFaults(readingOf(example))).toEqual([]))

  test.each(EXAMPLES)('%s: every trigger stands in its sentence', (example) => {
    for (const { trigger, sentence } of readingOf(example).claims) expect(inside(trigger.span, sentence)).toBe(true)
  })

  test.each(EXAMPLES)('%s: claims come in the order of the text, each with an id of its own', (example) => {
    const { claims } = readingOf(example)
    const starts = claims.map(({ trigger }) => trigger.span.start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length)
  })
})
