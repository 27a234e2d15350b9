import { overlaps, type Span, spanKey } from '../../src/report.js'

/** A span with its type. */
export interface Labelled {
  readonly span: Span
  readonly type: string
}

const key = ({ span, type }: Labelled): string => `${type} ${spanKey(span)}`

/** Each span and type once. */
export const distinct = <L extends Labelled>(items: readonly L[]): L[] => [...new Map(items.map((item) => [key(item), item])).values()]

/** Pairs of gold and found that `fits`, one to one, those with the same span first and then in text order. */
export const pairs = <G extends { readonly span: Span }, F extends { readonly span: Span }>(
  gold: readonly G[],
  found: readonly F[],
  fits: (gold: G, found: F) => boolean,
): [G, F][] => {
  const out: [G, F][] = []
  const usedGold = new Set<G>()
  const usedFound = new Set<F>()
  for (const near of [(g: G, f: F) => spanKey(g.span) === spanKey(f.span), (g: G, f: F) => overlaps(g.span, f.span)])
    for (const g of gold) {
      if (usedGold.has(g)) continue
      const f = found.find((one) => !usedFound.has(one) && near(g, one) && fits(g, one))
      if (!f) continue
      usedGold.add(g)
      usedFound.add(f)
      out.push([g, f])
    }
  return out
}

/** Exact and overlap hits of one type and of all, as counts for `f1`: `exact.person`, `overlap.person`, `exact`, `overlap`. */
export const spanCounts = (gold: readonly Labelled[], found: readonly Labelled[], types: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  const add = (name: string, count: number) => {
    counts[name] = (counts[name] ?? 0) + count
  }
  for (const type of types) {
    const mine = distinct(gold.filter((item) => item.type === type))
    const theirs = distinct(found.filter((item) => item.type === type))
    const keys = new Set(mine.map(key))
    const hits = { exact: theirs.filter((item) => keys.has(key(item))).length, overlap: pairs(mine, theirs, () => true).length }
    for (const [how, count] of Object.entries(hits))
      for (const name of [how, `${how}.${type}`]) {
        add(`${name}.hits`, count)
        add(`${name}.found`, theirs.length)
        add(`${name}.gold`, mine.length)
      }
  }
  return counts
}
