import type { Logits } from './model.js'

/** Probabilities of one row of logits. */
export function softmax(logits: Logits, row: number): Float64Array {
  const { data, width } = logits
  const out = new Float64Array(width)
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < width; i++) top = Math.max(top, data[row * width + i]!)
  let sum = 0
  for (let i = 0; i < width; i++) {
    out[i] = Math.exp(data[row * width + i]! - top)
    sum += out[i]!
  }
  for (let i = 0; i < width; i++) out[i]! /= sum
  return out
}

/** Index of the greatest value, the first of equals. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i
  return best
}

/** A run of words with one label. */
export interface Run {
  readonly label: string
  /** Half-open, in words of the list given. */
  readonly from: number
  readonly to: number
  readonly confidence: number
}

/**
 * Reads BIO labels, one row of logits a word, into runs.
 * Labels are `O`, `B-x` and `I-x`, or `B-x` with one `I` for all; a run that opens with `I-x` counts as if it opened with `B-x`.
 * @param bias added to the log odds of every label but O
 */
export function readRuns(logits: Logits, rows: readonly number[], names: readonly string[], bias = 0): Run[] {
  const runs: Run[] = []
  let open: { label: string; from: number; sum: number } | null = null
  const close = (to: number) => {
    if (open) runs.push({ label: open.label, from: open.from, to, confidence: open.sum / (to - open.from) })
    open = null
  }
  const factor = Math.exp(bias)
  rows.forEach((row, word) => {
    const p = softmax(logits, row)
    p[0]! /= factor
    const best = argmax(p)
    const name = names[best]!
    if (best === 0) {
      close(word)
      return
    }
    const sum = p.reduce((a, b) => a + b, 0)
    const share = (sum - p[0]!) / sum
    const label: string = name === 'I' ? (open?.label ?? '') : name.slice(2)
    if (open && name[0] === 'I' && open.label === label) {
      open.sum += share
      return
    }
    close(word)
    if (label) open = { label, from: word, sum: share }
  })
  close(rows.length)
  return runs
}
