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
 * Reads BIO labels, one row of logits a word, into runs: the likeliest sequence in which every `I-x` goes on with an `x` (Viterbi).
 * Labels are `O`, `B-x` and `I-x`, or `B-x` with one `I` for all.
 * @param bias added to the log odds of every label but O
 */
export function readRuns(logits: Logits, rows: readonly number[], names: readonly string[], bias = 0): Run[] {
  const factor = Math.exp(bias)
  const shares: number[] = []
  const scores = rows.map((row) => {
    const p = softmax(logits, row)
    p[0]! /= factor
    const sum = p.reduce((a, b) => a + b, 0)
    shares.push((sum - p[0]!) / sum)
    return p.map((x) => Math.log(x / sum + 1e-12))
  })
  const labels = likeliest(scores, predecessors(names))
  const runs: Run[] = []
  labels.forEach((label, word) => {
    if (label === 0) return
    const name = names[label]!
    const open = runs.at(-1)
    if (name[0] === 'I' && open) {
      const length = open.to - open.from
      runs[runs.length - 1] = { ...open, to: word + 1, confidence: (open.confidence * length + shares[word]!) / (length + 1) }
    } else runs.push({ label: name.slice(2), from: word, to: word + 1, confidence: shares[word]! })
  })
  return runs
}

const allowed = new Map<readonly string[], readonly (readonly number[])[]>()

/** For each label, the labels that may stand before it; -1 is the beginning. */
function predecessors(names: readonly string[]): readonly (readonly number[])[] {
  const known = allowed.get(names)
  if (known) return known
  const all = names.map((_, i) => i)
  const built = names.map((name) => {
    if (name[0] !== 'I') return [-1, ...all]
    const kind = name.slice(2)
    return all.filter((i) => i > 0 && (kind === '' || names[i]!.slice(2) === kind))
  })
  allowed.set(names, built)
  return built
}

/** The path of greatest sum, the first of equals. */
function likeliest(scores: readonly Float64Array[], before: readonly (readonly number[])[]): number[] {
  const width = before.length
  const back: number[][] = []
  let best: number[] = []
  scores.forEach((score, t) => {
    const next: number[] = []
    const from: number[] = []
    for (let label = 0; label < width; label++) {
      let top = Number.NEGATIVE_INFINITY
      let source = -1
      for (const i of before[label]!) {
        const value = t === 0 ? (i === -1 ? 0 : Number.NEGATIVE_INFINITY) : i === -1 ? Number.NEGATIVE_INFINITY : best[i]!
        if (value > top) {
          top = value
          source = i
        }
      }
      next.push(top + score[label]!)
      from.push(source)
    }
    best = next
    back.push(from)
  })
  const path: number[] = []
  for (let t = scores.length - 1, label = argmax(best); t >= 0; t--) {
    path.push(label)
    label = back[t]![label]!
  }
  return path.reverse()
}
