import { describe, expect, it } from 'vitest'
import { argmax, readRuns, softmax } from './labels.js'

const NAMES = ['O', 'B-actor', 'I-actor', 'B-place', 'I-place']
/** Logits that put each word's label far ahead. */
const logits = (labels: string[], names = NAMES) => ({
  data: Float32Array.from(labels.flatMap((label) => names.map((n) => (n === label ? 9 : 0)))),
  width: names.length,
})
const runs = (labels: string[], names = NAMES) =>
  readRuns(
    logits(labels, names),
    labels.map((_, i) => i),
    names,
  ).map(({ label, from, to }) => [label, from, to])

describe('readRuns', () => {
  it.each([
    [['O', 'B-actor', 'I-actor', 'O'], [['actor', 1, 3]]],
    [
      ['B-actor', 'B-actor', 'O'],
      [
        ['actor', 0, 1],
        ['actor', 1, 2],
      ],
    ],
    [
      ['B-actor', 'B-place', 'I-place'],
      [
        ['actor', 0, 1],
        ['place', 1, 3],
      ],
    ],
    [['O', 'O'], []],
    [[], []],
  ])('%j', (labels, expected) => {
    expect(runs(labels)).toEqual(expected)
  })

  it('takes one inside label for every kind', () => {
    expect(runs(['B-killed', 'I', 'I', 'O', 'O'], ['O', 'B-killed', 'B-injured', 'I'])).toEqual([['killed', 0, 3]])
  })

  it('never leaves the rest of a name without its beginning', () => {
    // the second word alone would be inside a place, the first alone nothing
    const torn = { data: Float32Array.from([1, 0.8, 0, 0, 0, 0.9, 0, 1.2, 0, 0]), width: 5 }
    const found = readRuns(torn, [0, 1], NAMES)
    expect(found.map(({ label, from, to }) => [label, from, to])).toEqual([['actor', 0, 2]])
  })

  it('finds more with a bias against O, and says how sure it is', () => {
    const close = { data: Float32Array.from([0.5, 0, 0, -9, -9]), width: 5 }
    expect(readRuns(close, [0], NAMES)).toEqual([])
    const [run] = readRuns(close, [0], NAMES, 1)
    expect(run?.label).toBe('actor')
    expect(run?.confidence).toBeGreaterThan(0.5)
    expect(run?.confidence).toBeLessThan(1)
  })
})

describe('softmax', () => {
  it('gives probabilities of the row asked for', () => {
    const p = softmax({ data: Float32Array.from([0, 0, 1000, 0]), width: 2 }, 1)
    expect([...p]).toEqual([1, 0])
    expect(argmax(p)).toBe(0)
  })
})
