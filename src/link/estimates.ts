import type { Figure, FigureKind } from '../claim.js'
import { countedHead, highOf, lowOf } from './figures.js'
import { byCodeUnit } from './input.js'
import { byTelling, isAsserted, type Told } from './told.js'

/** Named ways to come from figures to an estimate; `docs/linking.md` gives the source of each. */
export const ESTIMATE_RULES = ['ged', 'ibc', 'latest', 'median'] as const
export type EstimateRule = (typeof ESTIMATE_RULES)[number]

/** Null where the rule gives no figure. */
export interface Estimate {
  readonly rule: EstimateRule
  readonly kind: FigureKind
  readonly best: number | null
  readonly low: number | null
  readonly high: number | null
  /** Origins with a figure of this kind. */
  readonly origins: number
  /** Claims that it rests on. */
  readonly claims: readonly string[]
}

/** The figure of one origin as it stands: that of its latest report. */
interface Said {
  readonly told: Told
  readonly low: number
  readonly high: number
  /** Whether it speaks for itself rather than for a side of the conflict. */
  readonly own: boolean
}

/** Best, low and high figure of an incident by a rule; null where nobody gives a figure of that kind. */
export const estimate = (incident: readonly Told[], kind: FigureKind, rule: EstimateRule): Estimate | null => {
  const said = standing(incident, kind)
  if (said.length === 0) return null
  return { rule, kind, ...RULES[rule](said), origins: said.length, claims: said.map(({ told }) => told.id) }
}

/** One figure an origin: of its latest report the total, which is that of people in general or else the sum of its parts. */
const standing = (incident: readonly Told[], kind: FigureKind): readonly Said[] => {
  const byOrigin = new Map<string, Said>()
  const told = incident
    .filter((one) => isAsserted(one) && !one.claim.negated && one.claim.figures.some((figure) => figure.kind === kind))
    .sort(byTelling)
  for (const one of told) {
    const [low, high] = total(one.claim.figures.filter((figure) => figure.kind === kind))
    const before = byOrigin.get(one.origin)
    // Of one report, the claim with the greater figure is the total.
    if (before && before.told.report === one.report && before.low >= low) continue
    byOrigin.set(one.origin, { told: one, low, high, own: !one.origin.startsWith('party:') })
  }
  return [...byOrigin.values()].sort((a, b) => byTelling(a.told, b.told))
}

const total = (figures: readonly Figure[]): readonly [number, number] => {
  const general = figures.filter((figure) => countedHead(figure) === null)
  if (general.length > 0) return [Math.max(...general.map(lowOf)), Math.max(...general.map(highOf))]
  const sum = (bound: (figure: Figure) => number) => figures.reduce((so, figure) => so + bound(figure), 0)
  return [sum(lowOf), sum(highOf)]
}

type Bounds = Pick<Estimate, 'best' | 'low' | 'high'>

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
const least = (said: readonly Said[]): number => Math.min(...said.map(centre))
const greatest = (said: readonly Said[]): number => Math.max(...said.map(({ low, high }) => (Number.isFinite(high) ? high : low)))
const lowest = (said: readonly Said[]): number => Math.min(...said.map(({ low, high }) => (low === 0 && Number.isFinite(high) ? 0 : low)))

/** The one number that a range stands for: its stated end where one is open, else its lower end, as counts are read cautiously. */
const centre = ({ low, high }: Said): number => (low === 0 && Number.isFinite(high) ? high : low)

const RULES: Readonly<Record<EstimateRule, (said: readonly Said[]) => Bounds>> = {
  /** Of origins that are no side of the conflict the figure most of them give, else the lowest; without such, the lowest of the sides'. */
  ged: (said) => {
    const own = said.filter((one) => one.own)
    const trusted = own.length > 0 ? own : said
    const counts = new Map<number, number>()
    for (const one of trusted) counts.set(centre(one), (counts.get(centre(one)) ?? 0) + 1)
    const most = Math.max(...counts.values())
    const best = most > 1 ? Math.min(...[...counts].filter(([, count]) => count === most).map(([value]) => value)) : least(trusted)
    return { best, low: Math.min(best, lowest(said)), high: Math.max(best, greatest(said)) }
  },
  /** The lowest and the highest figure given; no best one. */
  ibc: (said) => ({ best: null, low: lowest(said), high: greatest(said) }),
  /** What was published last; of equal dates the origin that is no side, then the lower. */
  latest: (said) => {
    const last = said.reduce<string | null>(
      (so, { told }) => (told.published !== null && (so === null || told.published > so) ? told.published : so),
      null,
    )
    const newest = said.filter(({ told }) => told.published === last)
    const chosen = [...newest].sort(
      (a, b) => Number(b.own) - Number(a.own) || centre(a) - centre(b) || byCodeUnit(a.told.id, b.told.id),
    )[0]!
    return { best: centre(chosen), low: chosen.low, high: finite(chosen.high) }
  },
  /** The median of the origins' figures, the lower one of two middles; low and high are the quartiles. */
  median: (said) => {
    const values = said.map(centre).sort((a, b) => a - b)
    const at = (share: number) => values[Math.floor((values.length - 1) * share)]!
    return { best: at(0.5), low: at(0.25), high: values[Math.ceil((values.length - 1) * 0.75)]! }
  },
}
