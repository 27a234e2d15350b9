import { cluster } from '../src/link/cluster.js'
import { byCodeUnit } from '../src/link/input.js'
import { type Edge, oddsOf } from '../src/link/pairs.js'
import type { Traits } from '../src/link/traits.js'
import type { ReadMention } from './ecb-reading.js'
import type { EcbDocument } from './ecbplus.js'

/** A mention by the name that it is scored under; without traits where it stands alone. */
export interface Mention {
  readonly name: string
  readonly topic: string
  readonly lemma: string
  readonly traits: Traits | null
}

export const goldMentions = (documents: readonly EcbDocument[]): readonly Mention[] =>
  documents.flatMap(({ topic, mentions }) => mentions.map(({ traits }) => ({ name: traits.id, topic, lemma: traits.lemma, traits })))

export const goldEvents = (documents: readonly EcbDocument[]): ReadonlyMap<string, string> =>
  new Map(documents.flatMap(({ mentions }) => mentions.map(({ traits, event }) => [traits.id, event])))

/** Mentions that the program read, by the gold mention that they stand on where they do. */
export const predictedMentions = (read: readonly ReadMention[]): readonly Mention[] =>
  read.map(({ id, topic, lemma, traits, gold }) => ({ name: gold?.id ?? id, topic, lemma, traits }))

/** The baseline: what has the same head is one event, within a topic. */
export const bySameHead = (mentions: readonly Mention[]): ReadonlyMap<string, string> =>
  new Map(mentions.map(({ name, topic, lemma }) => [name, `${topic} ${lemma}`]))

/** As Herodot links, within a topic. */
export const byLinking = (mentions: readonly Mention[], weights: Float64Array): ReadonlyMap<string, string> => {
  const found = new Map(mentions.map(({ name }) => [name, name]))
  for (const topic of new Set(mentions.map((mention) => mention.topic))) {
    const own = mentions.filter((mention) => mention.topic === topic)
    const names = new Map(own.flatMap(({ name, traits }) => (traits ? [[traits.id, name]] : [])))
    const traits = own.flatMap((mention) => mention.traits ?? [])
    for (const group of linked(traits, weights)) for (const id of group) found.set(names.get(id)!, names.get(group[0]!)!)
  }
  return found
}

const linked = (claims: readonly Traits[], weights: Float64Array): readonly (readonly string[])[] => {
  const sorted = [...claims].sort((a, b) => byCodeUnit(a.id, b.id))
  const edges: Edge[] = []
  for (const [i, a] of sorted.entries())
    for (const b of sorted.slice(i + 1)) {
      const odds = a.family === b.family ? oddsOf(a, b, weights) : null
      if (odds !== null && odds > 0) edges.push({ a: a.id, b: b.id, odds })
    }
  return cluster(sorted, edges, weights)
}
