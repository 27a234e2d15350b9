import { readFileSync } from 'node:fs'
import { kilometresBetween } from '../resolve/place/distance.js'
import { gapBetween } from './interval.js'
import type { ActorTrait, PlaceTrait, Traits } from './traits.js'
import { shared } from './words.js'

/** What two claims are compared by, in a fixed order; each is 0 where it does not apply and at most 1. */
export const FEATURES = [
  'same-trigger', 'same-type', 'same-mode', 'other-mode',
  'same-place', 'near-place', 'containing-place', 'far-place', 'place-unknown',
  'same-day', 'meeting-time', 'apart-days', 'time-unknown',
  'same-actor', 'like-actor', 'other-actor', 'same-recipient', 'like-recipient', 'other-recipient',
  'figures-meet', 'figures-near', 'figures-differ',
  'words', 'names', 'story', 'same-report', 'same-sentence', 'other-status', 'other-sign',
] as const // biome-ignore format: a list
export type Feature = (typeof FEATURES)[number]

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
  values[0] = a.lemma === b.lemma ? 1 : 0
  values[1] = sameType ? 1 : 0
  if (a.mode !== null && b.mode !== null && sameType) values[a.mode === b.mode ? 2 : 3] = 1
  comparePlaces(a.places, b.places, values)
  compareTimes(a, b, values)
  compareActors(a.actors, b.actors, values, 13)
  compareActors(a.recipients, b.recipients, values, 16)
  compareFigures(a, b, values)
  values[22] = cosine(a.words, b.words)
  values[23] = cosine(a.names, b.names)
  if (a.report === b.report) {
    values[25] = 1
    if (a.sentence === b.sentence) values[26] = 1
  } else values[24] = cosine(a.story, b.story)
  if (a.actual !== b.actual) values[27] = 1
  if (a.negated !== b.negated) values[28] = 1
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
  if (a.places.length === 0 || b.places.length === 0) return false
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

const comparePlaces = (a: readonly PlaceTrait[], b: readonly PlaceTrait[], values: Float64Array): void => {
  if (a.length === 0 || b.length === 0) {
    values[8] = 1
    return
  }
  for (const x of a)
    for (const y of b) {
      if (x.key === y.key) {
        if (x.radius <= 40) values[4] = 1
        else values[6] = Math.max(values[6]!, 0.5)
      } else if (x.lat !== null && y.lat !== null) {
        const apart = distance(x, y)
        const [fine, coarse] = x.radius < y.radius ? [x, y] : [y, x]
        if (coarse.radius > 40 && apart <= coarse.radius + fine.radius) values[6] = 1
        else if (apart < 30) values[5] = Math.max(values[5]!, 1 - apart / 30)
        else values[7] = Math.max(values[7]!, Math.min(1, Math.log10(apart / 30)))
      } else if (x.country !== null && x.country === y.country) values[6] = Math.max(values[6]!, 0.5)
    }
  if (values[4]! + values[5]! + values[6]! > 0) values[7] = 0
}

const compareTimes = (a: Traits, b: Traits, values: Float64Array): void => {
  if (!Number.isFinite(a.from + a.to) || !Number.isFinite(b.from + b.to)) {
    values[12] = 1
    return
  }
  const gap = gapBetween(a, b)
  if (gap > 0) values[11] = Math.min(1, (a.stated && b.stated ? gap : gap / 2) / 5)
  else if (a.stated && b.stated && a.to - a.from < 1 && b.to - b.from < 1) values[9] = 1
  else values[10] = 3 / Math.max(3, a.to - a.from + 1, b.to - b.from + 1)
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
      if (x.low <= y.high && y.low <= x.high) values[19] = Number.isFinite(x.high + y.high) ? 1 : 0.5
      else {
        const ratio = Math.max(x.low, y.low) / Math.max(1, Math.min(x.high, y.high))
        if (ratio <= 2) values[20] = 1
        else values[21] = Math.min(1, Math.log10(ratio))
      }
    }
  if (values[19]! > 0) values[20] = values[21] = 0
}

const cosine = (a: Uint32Array, b: Uint32Array): number =>
  a.length === 0 || b.length === 0 ? 0 : shared(a, b) / Math.sqrt(a.length * b.length)
