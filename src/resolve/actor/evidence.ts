import type { Span } from '../../report.js'
import { genderOf } from '../coreference/gender.js'
import { pronounOf } from '../coreference/pronouns.js'
import type { Entity } from '../resolution.js'
import { readBeside } from './beside.js'
import type { Ground } from './ground.js'
import type { KnownRow, Sector } from './knowledge.js'
import { readPhrase } from './phrase.js'
import type { Reading } from './reading.js'
import { wordSet } from './word-sets.js'
import { firstWordAt, wordsOf } from './words.js'

/** What all mentions of an entity say of it together. */
export interface Evidence {
  readonly entity: Entity
  /** The known actor that one of them names. */
  readonly row: KnownRow | null
  readonly country: string | null
  readonly sector: Sector | null
  /** Its fullest words, for one without a name. */
  readonly words: string
  /** True where it is a person, by first name, title or pronoun. */
  readonly person: boolean
  /** True where every mention is of an event or a thing. */
  readonly thing: boolean
  readonly mixed: boolean
  /** True for an analyst and the like, who speaks for no one. */
  readonly expert: boolean
}

const WEIGHT: Readonly<Record<Reading['strength'], number>> = { known: 4, strong: 3, weak: 1, none: 0 }
/** What stands beside a name counts a little less than words within the mention. */
const BESIDE = 0.9

export const readSpan = (ground: Ground, span: Span): Reading =>
  readPhrase(ground, firstWordAt(ground.words, span.start), firstWordAt(ground.words, span.end))

const isExpert = (reading: Reading): boolean => reading.head !== null && wordSet('experts').has(reading.head)

const isPersonal = (text: string): boolean => /^(?:he|she|him|his|her|hers|himself|herself)$/i.test(text)

const hasFirstName = (name: string | null): boolean =>
  name !== null && /\s/.test(name) && genderOf(wordsOf(name).map((word) => word.norm)) !== null

/** Gathers what all mentions of an entity, and what stands beside its name, say of it. */
export const evidenceOf = (ground: Ground, entity: Entity): Evidence => {
  let row: KnownRow | null = null
  let country: string | null = null
  let sector: Sector | null = null
  let countryWeight = -1
  let sectorWeight = -1
  let words = ''
  let things = 0
  let read = 0
  let mixed = false
  let expert = false
  let person = hasFirstName(entity.name)
  const weigh = (reading: Reading, factor: number): void => {
    const weight = WEIGHT[reading.strength] * factor
    if (reading.sector !== null && weight > sectorWeight) {
      sector = reading.sector
      sectorWeight = weight
    }
    if (reading.country !== null && weight > countryWeight) {
      country = reading.country
      countryWeight = weight
    }
  }
  for (const span of entity.spans) {
    const text = ground.text.slice(span.start, span.end)
    if (pronounOf(text)) {
      if (isPersonal(text)) person = true
      continue
    }
    const reading = readSpan(ground, span)
    read++
    if (reading.kind === 'event' || (reading.kind === 'thing' && reading.sector === null)) things++
    if (reading.mixed) mixed = true
    if (reading.known && row === null) row = reading.known.row
    if (text.length > words.length) words = text
    weigh(reading, 1)
    const beside = reading.name && !reading.known ? readBeside(ground, span) : null
    if (beside) weigh(beside, BESIDE)
    if (isExpert(reading) || (beside && isExpert(beside))) expert = true
  }
  return { entity, row, country, sector, words, person, thing: read > 0 && things === read, mixed, expert }
}
