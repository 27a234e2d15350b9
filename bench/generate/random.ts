/** A source of chance that gives the same from the same seed (Mulberry32). */
export interface Chance {
  /** At least 0, below 1. */
  readonly next: () => number
  readonly below: (count: number) => number
  readonly pick: <T>(items: readonly T[]) => T
  readonly happens: (probability: number) => boolean
  /** `count` different items, in random order. */
  readonly some: <T>(items: readonly T[], count: number) => readonly T[]
}

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    pick: (items) => items[below(items.length)]!,
    happens: (probability) => next() < probability,
    some: (items, count) => {
      const left = [...items]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
  }
}
