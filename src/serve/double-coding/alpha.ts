import type { Reliability } from '../answers.js'
/**
 * Krippendorff's alpha for nominal values and any number of people, some of whose values may be missing.
 * `units` holds for each unit the values given, as text.
 *
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), by the matrix of coincidences.
 */
export const reliability = (units: readonly (readonly string[])[]): Reliability => {
  const paired = units.filter((values) => values.length >= 2)
  const totals = new Map<string, number>()
  let pairs = 0
  let unequal = 0
  let agreed = 0
  let observed = 0
  let n = 0
  for (const values of paired) {
    const counts = new Map<string, number>()
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
    const m = values.length
    const equal = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0)
    const different = m * (m - 1) - equal
    observed += different / (m - 1)
    pairs += m * (m - 1)
    unequal += different
    agreed += Number(different === 0)
    n += m
    for (const [value, count] of counts) totals.set(value, (totals.get(value) ?? 0) + count)
  }
  const expected = n < 2 ? 0 : (n * n - [...totals.values()].reduce((sum, count) => sum + count * count, 0)) / (n - 1)
  return {
    alpha: expected === 0 ? null : 1 - observed / expected,
    percent: pairs === 0 ? null : 1 - unequal / pairs,
    units: paired.length,
    agreed,
  }
}
