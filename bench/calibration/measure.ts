import type { Compared } from '../coded.js'

/** A claim that is right or wrong, with the confidence it was given. */
export interface Judged {
  readonly confidence: number
  readonly right: boolean
}

/** The claims of one step of confidence: their mean confidence and the share that is right, both 0 to 1. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly mean: number
  readonly right: number
}

/** What is left where claims of less confidence are left out; shares 0 to 1, NaN where nothing is left. */
export interface Kept {
  readonly least: number
  readonly n: number
  readonly precision: number
  readonly recall: number
}

/** The claims found, less those that gold has as optional, which are neither right nor wrong. */
export const judgedOf = (compared: readonly Compared[]): Judged[] =>
  compared.flatMap(({ confidence, optional, typed }) => (confidence === null || optional ? [] : [{ confidence, right: typed }]))

/** Bins of equal width over 0 to 1, the last with both ends; those without a claim are left out. */
export const binsOf = (judged: readonly Judged[], count: number): Bin[] =>
  Array.from({ length: count }, (_, i) => {
    const mine = judged.filter(({ confidence }) => Math.min(count - 1, Math.floor(confidence * count + 1e-9)) === i)
    const n = mine.length
    return {
      from: i / count,
      to: (i + 1) / count,
      n,
      mean: mine.reduce((sum, { confidence }) => sum + confidence, 0) / n,
      right: mine.filter(({ right }) => right).length / n,
    }
  }).filter(({ n }) => n > 0)

/** Mean distance of confidence from the share that is right, weighted by the claims of each bin (Naeini, Cooper and Hauskrecht 2015). */
export const expectedError = (judged: readonly Judged[], count: number): number =>
  binsOf(judged, count).reduce((sum, { n, mean, right }) => sum + (n / judged.length) * Math.abs(mean - right), 0)

/** Precision and recall of finding and typing with `--min-confidence` at `least`. */
export const keptFrom = (compared: readonly Compared[], least: number): Kept => {
  const shown = judgedOf(compared).filter(({ confidence }) => confidence >= least)
  const right = shown.filter((one) => one.right).length
  const wanted = compared.filter(({ gold, optional }) => gold !== null && !optional).length
  return { least, n: shown.length, precision: right / shown.length, recall: right / wanted }
}
