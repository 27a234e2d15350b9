import type { Ground } from './ground.js'

/** Share of the whole report against what stands near. */
const REPORT = 3
/** What one mention counts for by sentences of distance, before the description. */
const NEARNESS = [1, 0.6, 0.4, 0.25, 0.15]
const AFTER = 0.4

/** Index of the sentence that holds an offset; the last that starts before it. */
export const sentenceAt = (ground: Ground, offset: number): number => {
  const { sentences } = ground
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/**
 * The country that a description without one ("the police") stands in: the one that the report is most about, unless others are named nearby.
 * Null where the report names none.
 */
export const countryNear = (ground: Ground, offset: number): string | null => {
  if (ground.country === null) return null
  let total = 0
  for (const weight of ground.weights.values()) total += weight
  const scores = new Map([...ground.weights].map(([country, weight]) => [country, (REPORT * weight) / total]))
  const sentence = sentenceAt(ground, offset)
  const from = ground.sentences[Math.max(0, sentence - NEARNESS.length + 1)]?.start ?? 0
  const to = ground.sentences[sentence]?.end ?? ground.text.length
  for (const hint of ground.hints) {
    if (hint.at < from) continue
    if (hint.at >= to) break
    const distance = sentence - sentenceAt(ground, hint.at)
    const nearness = hint.at > offset ? AFTER : (NEARNESS[distance] ?? 0)
    scores.set(hint.country, (scores.get(hint.country) ?? 0) + nearness * hint.weight)
  }
  let best: string | null = null
  for (const [country, score] of scores) if (best === null || score > scores.get(best)!) best = country
  return best
}
