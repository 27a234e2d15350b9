import type { Ground } from './ground.js'
import type { KnownRow, Sector } from './knowledge.js'
import { rolesIn } from './roles.js'
import { firstWordAt } from './words.js'

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

/** What an earlier description of the same kind with a country counts for ("Moldovan authorities", then "authorities"). */
const ECHO = 2

/** What the country of a state's own release counts for, for its officials and forces. */
const PUBLISHER = 2

/** Words between a country's adjective and the noun that it is of. */
const REACH = 4

/** A noun that the report gives a country. */
interface Owned {
  readonly at: number
  readonly head: string
  readonly country: string
}

const owned = new WeakMap<Ground, readonly Owned[]>()

const ownedOf = (ground: Ground): readonly Owned[] => {
  const known = owned.get(ground)
  if (known) return known
  const { words } = ground
  const found: Owned[] = []
  for (const mention of ground.countries) {
    if (mention.form === 'people') continue
    const first = firstWordAt(words, mention.span.end)
    const from = words[first]?.norm === "'s" ? first + 1 : first
    if (mention.form === 'name' && from === first && words[first - 1]?.acronym !== true) continue
    const match = rolesIn(words, from, Math.min(words.length, from + REACH))[0]
    if (match && !/[.,;:()]/.test(ground.text.slice(mention.span.end + 1, words[match.first]!.start)))
      found.push({ at: mention.span.start, head: words[match.end - 1]!.norm, country: mention.country })
  }
  owned.set(ground, found)
  return found
}

const echoOf = (ground: Ground, head: string, offset: number): string | null => {
  let before: string | null = null
  for (const { at, head: other, country } of ownedOf(ground)) {
    if (other !== head) continue
    if (at < offset) before = country
    else return before ?? country
  }
  return before
}

/**
 * The country that a description without one ("the police") stands in: the one that the report is most about, unless others are named nearby.
 * Null where the report names none.
 */
export const countryNear = (ground: Ground, offset: number, head: string | null = null, sector: string | null = null): string | null => {
  if (ground.country === null) return ground.publisherCountry
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
  if (ground.publisherCountry !== null && (sector === 'MIL' || sector === 'GOV'))
    scores.set(ground.publisherCountry, (scores.get(ground.publisherCountry) ?? 0) + PUBLISHER)
  const echo = head === null ? null : echoOf(ground, head, offset)
  if (echo !== null) scores.set(echo, (scores.get(echo) ?? 0) + ECHO)
  let best: string | null = null
  for (const [country, score] of scores) if (best === null || score > scores.get(best)!) best = country
  return best
}

/** What the nearness of a group adds to the times it is named. */
const NEAREST = 3

/**
 * The known armed group that a description without a name ("the militants") most likely means: the one of that sector that the report
 * names most, or has just named. Null where it names none.
 */
export const armedGroupNear = (ground: Ground, sector: Sector, offset: number): KnownRow | null => {
  const scores = new Map<KnownRow, number>()
  let nearest: KnownRow | null = null
  for (const { first, row } of ground.known.values()) {
    if (row.sector !== sector || row.kind === 'state') continue
    scores.set(row, (scores.get(row) ?? 0) + 1)
    if (ground.words[first]!.start < offset) nearest = row
  }
  if (nearest) scores.set(nearest, scores.get(nearest)! + NEAREST)
  let best: KnownRow | null = null
  for (const [row, score] of scores) if (best === null || score > scores.get(best)!) best = row
  return best
}
