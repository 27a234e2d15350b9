import { chanceOf } from '../generate/random.js'

/** What was counted in one document, by name. */
export type Counts = Readonly<Record<string, number>>

const ROUNDS = 1000

/** The sums of counts by name. */
export const total = (documents: readonly Counts[]): Record<string, number> => {
  const sum: Record<string, number> = {}
  for (const counts of documents) for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** A share of counts as a percentage; NaN where there is nothing to share. */
export type Figure = (total: Counts) => number

/** F1 of the counts `NAME.hits`, `NAME.found`, `NAME.gold`. */
export const f1 =
  (name: string): Figure =>
  (t) =>
    (200 * (t[`${name}.hits`] ?? 0)) / ((t[`${name}.found`] ?? 0) + (t[`${name}.gold`] ?? 0))

/** Mean of the F1 of several names that gold has. */
export const macroF1 =
  (names: readonly string[]): Figure =>
  (t) => {
    const there = names.filter((name) => (t[`${name}.gold`] ?? 0) > 0)
    return there.reduce((sum, name) => sum + f1(name)(t), 0) / there.length
  }

/** Share of `part` in `whole`, in per cent. */
export const share =
  (part: string, whole: string): Figure =>
  (t) =>
    (100 * (t[part] ?? 0)) / (t[whole] ?? 0)

const show = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : '–')

/** A figure over documents, without its interval. */
export const plain = (documents: readonly Counts[], figure: Figure): string => show(figure(total(documents)))

/** A figure over documents with its 95% interval: percentile bootstrap over documents (Efron 1979), the same in every run. */
export const withInterval = (documents: readonly Counts[], figure: Figure): string => {
  const chance = chanceOf(7)
  const drawn = Array.from({ length: ROUNDS }, () => figure(total(documents.map(() => chance.pick(documents)))))
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const at = (quantile: number) => drawn[Math.min(drawn.length - 1, Math.floor(quantile * drawn.length))] ?? Number.NaN
  return `**${show(figure(total(documents)))}** (${show(at(0.025))}–${show(at(0.975))})`
}

/** Sum of one count. */
export const sum = (documents: readonly Counts[], name: string): number => total(documents)[name] ?? 0
