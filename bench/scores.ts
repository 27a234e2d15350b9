/**
 * Scores of a clustering against the truth, each a map from item to the name of its cluster. All are F1, from 0 to 1. Items that only one
 * of both has count against it, as in the scorer of the CoNLL tasks (Pradhan et al. 2014).
 */
type Clusters = ReadonlyMap<string, string>

const grouped = (clusters: Clusters): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>()
  for (const [item, name] of clusters) {
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const scoreOf = (precision: number, recall: number): Score => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
})

/** How many of the items are in each cluster of the other side; what that has not got is in none. */
const countsIn = (items: readonly string[], theirs: Clusters): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const item of items) {
    const name = theirs.get(item)
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** B³ (Bagga and Baldwin 1998). */
export const bCubed = (found: Clusters, truth: Clusters): Score => {
  const side = (mine: Clusters, theirs: Clusters): number => {
    let sum = 0
    for (const items of grouped(mine).values()) for (const count of countsIn(items, theirs).values()) sum += (count * count) / items.length
    return sum / mine.size
  }
  return scoreOf(side(found, truth), side(truth, found))
}

/** MUC (Vilain et al. 1995): links needed. */
export const muc = (found: Clusters, truth: Clusters): Score => {
  const side = (mine: Clusters, theirs: Clusters): number => {
    let links = 0
    let held = 0
    for (const items of grouped(mine).values()) {
      links += items.length - 1
      held += items.length - new Set(items.map((item) => theirs.get(item) ?? `alone ${item}`)).size
    }
    return links === 0 ? 0 : held / links
  }
  return scoreOf(side(found, truth), side(truth, found))
}

/** CEAF over entities (Luo 2005, φ4): the best one-to-one assignment of clusters. */
export const ceafE = (found: Clusters, truth: Clusters): Score => {
  const mine = [...grouped(found).entries()]
  const theirs = grouped(truth)
  const names = [...theirs.keys()]
  const column = new Map(names.map((name, i) => [name, i]))
  const similarity = mine.map(([, items]) => {
    const row = new Map<number, number>()
    for (const [name, count] of countsIn(items, truth)) row.set(column.get(name)!, (2 * count) / (items.length + theirs.get(name)!.length))
    return row
  })
  const total = bestAssignment(similarity, names.length)
  return scoreOf(total / mine.length, total / names.length)
}

/** The greatest sum of a one-to-one assignment; components that share no cell are solved apart (Hungarian method). */
const bestAssignment = (rows: readonly ReadonlyMap<number, number>[], columns: number): number => {
  const rowsOf: number[][] = Array.from({ length: columns }, () => [])
  for (const [i, row] of rows.entries()) for (const j of row.keys()) rowsOf[j]!.push(i)
  const seen = new Set<number>()
  let total = 0
  for (let start = 0; start < rows.length; start++) {
    if (seen.has(start)) continue
    seen.add(start)
    const component = [start]
    const members = new Set<number>()
    for (let at = 0; at < component.length; at++)
      for (const j of rows[component[at]!]!.keys()) {
        members.add(j)
        for (const i of rowsOf[j]!) if (!seen.has(i)) component.push(seen.add(i) && i)
      }
    const list = [...members]
    total += hungarian(component.map((i) => list.map((j) => rows[i]!.get(j) ?? 0)))
  }
  return total
}

const hungarian = (gain: readonly (readonly number[])[]): number => {
  const n = Math.max(gain.length, gain[0]?.length ?? 0)
  const cost = (i: number, j: number) => -(gain[i]?.[j] ?? 0)
  const u = new Float64Array(n + 1)
  const v = new Float64Array(n + 1)
  const match = new Int32Array(n + 1)
  const way = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    match[0] = i
    let j0 = 0
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(n + 1)
    do {
      used[j0] = 1
      const i0 = match[j0]!
      let delta = Number.POSITIVE_INFINITY
      let j1 = 0
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue
        const reduced = cost(i0 - 1, j - 1) - u[i0]! - v[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          way[j] = j0
        }
        if (least[j]! < delta) {
          delta = least[j]!
          j1 = j
        }
      }
      for (let j = 0; j <= n; j++)
        if (used[j]) {
          u[match[j]!]! += delta
          v[j]! -= delta
        } else least[j]! -= delta
      j0 = j1
    } while (match[j0] !== 0)
    do {
      const j1 = way[j0]!
      match[j0] = match[j1]!
      j0 = j1
    } while (j0)
  }
  let total = 0
  for (let j = 1; j <= n; j++) total += gain[match[j]! - 1]?.[j - 1] ?? 0
  return total
}

/** CoNLL F1: the mean of MUC, B³ and CEAF over entities. */
export const conll = (
  found: Clusters,
  truth: Clusters,
): { readonly muc: Score; readonly bCubed: Score; readonly ceafE: Score; readonly f1: number } => {
  const scores = { muc: muc(found, truth), bCubed: bCubed(found, truth), ceafE: ceafE(found, truth) }
  return { ...scores, f1: (scores.muc.f1 + scores.bCubed.f1 + scores.ceafE.f1) / 3 }
}
