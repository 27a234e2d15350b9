import { readFileSync } from 'node:fs'
import { kilometresBetween } from '../resolve/place/distance.js'
import { gapBetween } from './interval.js'
import type { ActorTrait, PlaceTrait, Traits } from './traits.js'
import { shared } from './words.js'

/** What two claims are compared by, in a fixed order; each is 0 where it does not apply and at most 1. */
export const FEATURES = [
  'same-trigger', 'trigger-in-words', 'same-type', 'same-mode', 'other-mode',
  'same-place', 'near-place', 'containing-place', 'far-place', 'place-unknown', 'same-setting', 'other-setting',
  'same-day', 'meeting-time', 'apart-days', 'time-unknown', 'trigger-undated',
  'same-actor', 'like-actor', 'other-actor', 'same-recipient', 'like-recipient', 'other-recipient',
  'figures-meet', 'figures-near', 'figures-differ',
  'words', 'names', 'story', 'trigger-and-story', 'same-report', 'same-sentence', 'other-status', 'other-sign',
] as const // biome-ignore format: a list
export type Feature = (typeof FEATURES)[number]

const AT = Object.fromEntries(FEATURES.map((feature, i) => [feature, i])) as Readonly<Record<Feature, number>>

/** `knowledge/link-weights.json`: a logistic regression, learnt by `bench/link-weights.ts`. */
export interface Weights {
  readonly about: string
  readonly bias: number
  readonly weights: Readonly<Record<Feature, number>>
}

export const loadWeights = (): Weights =>
  JSON.parse(readFileSync(new URL('../../knowledge/link-weights.json', import.meta.url), 'utf8')) as Weights

/** Weights as an array in the order of `FEATURES`, the bias last. */
export const weightsArray = ({ bias, weights }: Weights): Float64Array =>
  Float64Array.from([...FEATURES.map((feature) => weights[feature]), bias])

/** Values of the features of a pair, written into `values`, in the order of `FEATURES`. */
export const compare = (a: Traits, b: Traits, values: Float64Array): void => {
  values.fill(0)
  const sameType = a.type === b.type
  if (a.lemma === b.lemma) values[AT['same-trigger']] = 1
  else if (holds(a.words, b.trigger) || holds(b.words, a.trigger)) values[AT['trigger-in-words']] = 1
  if (sameType) values[AT['same-type']] = 1
  if (a.mode !== null && b.mode !== null && sameType) values[a.mode === b.mode ? AT['same-mode'] : AT['other-mode']] = 1
  comparePlaces(a, b, values)
  compareTimes(a, b, values)
  if (a.lemma === b.lemma) values[AT['trigger-undated']] = values[AT['time-unknown']]!
  compareActors(a.actors, b.actors, values, AT['same-actor'])
  compareActors(a.recipients, b.recipients, values, AT['same-recipient'])
  compareFigures(a, b, values)
  values[AT.words] = cosine(a.words, b.words)
  values[AT.names] = cosine(a.names, b.names)
  if (a.report === b.report) {
    values[AT['same-report']] = 1
    if (a.sentence === b.sentence) values[AT['same-sentence']] = 1
  } else {
    values[AT.story] = cosine(a.story, b.story)
    if (a.lemma === b.lemma) values[AT['trigger-and-story']] = values[AT.story]!
  }
  if (a.actual !== b.actual) values[AT['other-status']] = 1
  if (a.negated !== b.negated) values[AT['other-sign']] = 1
}

/** Log-odds that two claims tell of one happening. */
export const logOdds = (values: Float64Array, weights: Float64Array): number => {
  let sum = weights[FEATURES.length]!
  for (let i = 0; i < FEATURES.length; i++) sum += values[i]! * weights[i]!
  return sum
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** Exactly told places this far apart, or stated days, are of two happenings whatever else agrees. */
const FAR = 60
const LATE = 4

/** Whether two claims cannot be of one happening. */
export const cannotLink = (a: Traits, b: Traits): boolean => {
  if (a.stated && b.stated && gapBetween(a, b) > LATE) return true
  if (!a.placed || !b.placed) return false
  for (const x of a.places) for (const y of b.places) if (mayBeOne(x, y)) return false
  return true
}

const mayBeOne = (a: PlaceTrait, b: PlaceTrait): boolean => {
  if (a.key === b.key) return true
  if (a.country !== null && b.country !== null && a.country !== b.country) return false
  if (a.lat === null || b.lat === null) return true
  return distance(a, b) <= FAR + a.radius + b.radius
}

const distance = (a: PlaceTrait, b: PlaceTrait): number => kilometresBetween({ lat: a.lat!, lon: a.lon! }, { lat: b.lat!, lon: b.lon! })

/** Places that were taken from the claims before say less: they are the setting only. */
const comparePlaces = (one: Traits, other: Traits, values: Float64Array): void => {
  const { places: a } = one
  const { places: b } = other
  if (a.length === 0 || b.length === 0) {
    values[AT['place-unknown']] = 1
    return
  }
  let same = 0
  let near = 0
  let containing = 0
  let far = 0
  for (const x of a)
    for (const y of b) {
      if (x.key === y.key) {
        if (x.radius <= 40) same = 1
        else containing = Math.max(containing, 0.5)
      } else if (x.lat !== null && y.lat !== null) {
        const apart = distance(x, y)
        const [fine, coarse] = x.radius < y.radius ? [x, y] : [y, x]
        if (coarse.radius > 40 && apart <= coarse.radius + fine.radius) containing = 1
        else if (apart < 30) near = Math.max(near, 1 - apart / 30)
        else far = Math.max(far, Math.min(1, Math.log10(apart / 30)))
      } else if (x.country !== null && x.country === y.country) containing = Math.max(containing, 0.5)
    }
  const met = same + near + containing > 0
  if (!one.placed || !other.placed) {
    values[met ? AT['same-setting'] : AT['other-setting']] = met ? Math.max(same, near, containing) : 1
    return
  }
  values[AT['same-place']] = same
  values[AT['near-place']] = near
  values[AT['containing-place']] = containing
  if (!met) values[AT['far-place']] = far
}

const compareTimes = (a: Traits, b: Traits, values: Float64Array): void => {
  if (!Number.isFinite(a.from + a.to) || !Number.isFinite(b.from + b.to)) {
    values[AT['time-unknown']] = 1
    return
  }
  const gap = gapBetween(a, b)
  if (gap > 0) values[AT['apart-days']] = Math.min(1, (a.stated && b.stated ? gap : gap / 2) / 5)
  else if (a.stated && b.stated && a.to - a.from < 1 && b.to - b.from < 1) values[AT['same-day']] = 1
  else values[AT['meeting-time']] = 3 / Math.max(3, a.to - a.from + 1, b.to - b.from + 1)
}

const compareActors = (a: readonly ActorTrait[], b: readonly ActorTrait[], values: Float64Array, at: number): void => {
  if (a.length === 0 || b.length === 0) return
  let like = false
  for (const x of a)
    for (const y of b) {
      if (x.key === y.key) {
        values[at] = x.named ? 1 : 0.7
        return
      }
      if (likeActors(x, y)) like = true
    }
  values[like ? at + 1 : at + 2] = 1
}

/** Whether two actors may be the same although their names differ. */
export const likeActors = (x: ActorTrait, y: ActorTrait): boolean => {
  if (x.key === y.key || x.key.endsWith(` ${y.key}`) || y.key.endsWith(` ${x.key}`)) return true
  if (x.named && y.named) return false
  if (x.code === null || y.code === null) return true
  const [country, sector] = x.code.split(':')
  const [otherCountry, otherSector] = y.code.split(':')
  return (
    country === otherCountry &&
    (sector === otherSector || sector === undefined || otherSector === undefined || sector === 'UNK' || otherSector === 'UNK')
  )
}

const compareFigures = (a: Traits, b: Traits, values: Float64Array): void => {
  for (const x of a.figures)
    for (const y of b.figures) {
      if (x.kind !== y.kind) continue
      if (x.low <= y.high && y.low <= x.high) values[AT['figures-meet']] = Number.isFinite(x.high + y.high) ? 1 : 0.5
      else {
        const ratio = Math.max(x.low, y.low) / Math.max(1, Math.min(x.high, y.high))
        if (ratio <= 2) values[AT['figures-near']] = 1
        else values[AT['figures-differ']] = Math.min(1, Math.log10(ratio))
      }
    }
  if (values[AT['figures-meet']]! > 0) values[AT['figures-near']] = values[AT['figures-differ']] = 0
}

const cosine = (a: Uint32Array, b: Uint32Array): number =>
  a.length === 0 || b.length === 0 ? 0 : shared(a, b) / Math.sqrt(a.length * b.length)

/** Whether an ascending list holds a number. */
const holds = (list: Uint32Array, wanted: number): boolean => {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = list[middle]!
    if (at === wanted) return true
    if (at < wanted) low = middle + 1
    else high = middle - 1
  }
  return false
}
