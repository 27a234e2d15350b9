import { overlaps, type Span } from '../../src/report.js'
import { conll } from '../scores.js'
import type { Component, Read, Row } from './component.js'
import { type Counts, share, sum, withInterval } from './counts.js'
import { isHeld } from './data.js'
import { type GumReport, readGum } from './gum.js'
import { pairs } from './match.js'

const TYPES = new Set(['person', 'organization', 'place'])
const NARRATED = new Set([
  'he',
  'him',
  'his',
  'himself',
  'she',
  'her',
  'hers',
  'herself',
  'it',
  'its',
  'itself',
  'they',
  'them',
  'their',
  'themselves',
])

interface Gold {
  readonly mentions: readonly { readonly span: Span; readonly cluster: string; readonly name: string | null; readonly pronoun: boolean }[]
}

/** Coreference of persons, organisations and places on GUM news: whose name a pronoun or a short name is given, and CoNLL F1 on mentions found. */
export const coreference: Component = (read) => {
  const measured = read(
    readGum('news')
      .filter(({ doc }) => isHeld(doc))
      .map((report) => ({ ...report, gold: goldOf(report) })),
  )
  const counts = measured.map(resolved)
  const clusters = measured.map(clustersOf)
  const base = { component: 'coreference', data: 'GUM news, held half; rules, no training' }
  const rate = (what: string, name: string): Row => ({
    ...base,
    n: `${measured.length} reports, ${sum(counts, `${name}.gold`)} ${what}`,
    metric: `${what} given the right name`,
    figure: withInterval(counts, share(`${name}.right`, `${name}.gold`)),
    reference: `of those that a mention stands on (${sum(counts, `${name}.found`)}): ${withInterval(counts, share(`${name}.right`, `${name}.found`))}`,
  })
  const found = new Map(clusters.flatMap((one) => [...one.found]))
  const truth = new Map(clusters.flatMap((one) => [...one.truth]))
  return [
    rate('pronouns', 'pronoun'),
    rate('short names', 'short'),
    {
      ...base,
      n: `${measured.length} reports, ${truth.size} of ${sum(counts, 'mentions')} mentions`,
      metric: 'CoNLL F1 on the mentions that both have',
      figure: `**${(100 * conll(found, truth).f1).toFixed(1)}**`,
      reference: `every mention by itself ${(100 * conll(new Map([...truth.keys()].map((key) => [key, key])), truth).f1).toFixed(1)}, same words ${(100 * conll(new Map(clusters.flatMap((one) => [...one.words])), truth).f1).toFixed(1)} (measured)`,
    },
  ]
}

const goldOf = ({ text, tokens, mentions }: GumReport): Gold => ({
  mentions: mentions
    .filter(({ type }) => TYPES.has(type))
    .map(({ cluster, first, last, head }) => {
      let from = head
      let to = head
      while (from > first && tokens[from - 1]!.upos === 'PROPN') from--
      while (to < last && tokens[to + 1]!.upos === 'PROPN') to++
      const named = tokens[head]?.upos === 'PROPN'
      return {
        span: named
          ? { start: tokens[from]!.span.start, end: tokens[to]!.span.end }
          : { start: tokens[first]!.span.start, end: tokens[last]!.span.end },
        cluster,
        name: named ? text.slice(tokens[from]!.span.start, tokens[to]!.span.end) : null,
        pronoun: first === last && NARRATED.has(tokens[first]!.lower),
      }
    }),
})

const TITLE =
  /^(?:(?:us|u\.s\.|former|prime|vice|deputy|home|foreign|shadow|chief|president|premier|minister|secretary|ambassador|chancellor|senator|governor|mayor|general|king|queen|prince|princess|sir|lord|judge|justice|mr|mrs|ms|dr)\b\.?\s*)+/i
/** A name without the titles before it, which are no part of it. */
const untitled = (name: string): string => name.replace(TITLE, '')

const wordsOf = (name: string): Set<string> => new Set(name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])

/** Pronouns whose cluster has a name, and names that are a part of a longer one in their cluster ("Lopez" of "Maria Lopez"). */
const resolved = ({ gold: { mentions }, reading }: Read<Gold>): Counts => {
  const counts: Record<string, number> = { mentions: mentions.length }
  const add = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  const layer = reading.layers?.mentions ?? []
  for (const { span, cluster, name, pronoun } of mentions) {
    const names = mentions
      .flatMap((one) => (one.cluster === cluster && one.name !== null ? [untitled(one.name)] : []))
      .filter((one) => one !== '')
    const short = name === null ? new Set<string>() : wordsOf(untitled(name))
    const full = names
      .filter((one) => pronoun || (wordsOf(one).size > short.size && [...short].every((word) => wordsOf(one).has(word))))
      .sort((a, b) => b.length - a.length)[0]
    const kind = full === undefined ? null : pronoun ? 'pronoun' : short.size > 0 ? 'short' : null
    if (kind === null) continue
    add(`${kind}.gold`)
    const one =
      layer.find((m) => m.span.start === span.start && m.span.end === span.end) ??
      (kind === 'short' ? layer.find((m) => overlaps(m.span, span)) : undefined)
    if (!one) continue
    add(`${kind}.found`)
    const mine = wordsOf(untitled(one.name))
    if (
      kind === 'pronoun'
        ? names.some((n) => [...wordsOf(n)].some((word) => mine.has(word)))
        : mine.size > short.size &&
          [...short].every((word) => mine.has(word)) &&
          [...mine].some((word) => !short.has(word) && wordsOf(full!).has(word))
    )
      add(`${kind}.right`)
  }
  return counts
}

/** Clusters of the mentions that gold and the program both have, by the same span. */
const clustersOf = ({ doc, text, gold, reading }: Read<Gold>) => {
  const layer = [...new Map((reading.layers?.mentions ?? []).map((m) => [`${m.span.start} ${m.span.end}`, m])).values()]
  const both = pairs(gold.mentions, layer, (g, f) => g.span.end === f.span.end)
  const map = (name: (pair: (typeof both)[number]) => string) =>
    new Map(both.map((pair) => [`${doc} ${pair[0].span.start} ${pair[0].span.end}`, `${doc} ${name(pair)}`]))
  return {
    truth: map(([g]) => g.cluster),
    found: map(([, f]) => f.entity),
    words: map(([g]) => text.slice(g.span.start, g.span.end).toLowerCase()),
  }
}
