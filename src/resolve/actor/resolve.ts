import { type Span, spanKey } from '../../report.js'
import { pronounOf } from '../coreference/pronouns.js'
import type { ActorValue, Entity } from '../resolution.js'
import { readBeside } from './beside.js'
import { type Ground, groundOf, isCountry, type PlacedSpan, type ReportText } from './ground.js'
import { codingOn, type KnownRow, knowledge } from './knowledge.js'
import { countryNear } from './local-country.js'
import { readPhrase } from './phrase.js'
import type { Reading } from './reading.js'
import { firstWordAt } from './words.js'

/** Words that fill an actor's place in a claim, with the model's reading of their sector. */
export interface ActorLink {
  readonly span: Span
  readonly text: string
  readonly sector: string | null
}

export interface ActorContext {
  readonly report: ReportText
  readonly sentences: readonly Span[]
  readonly entities: readonly Entity[]
  /** Places of the report, which tell what country it is about where it names none. */
  readonly places?: readonly PlacedSpan[]
}

/** What the whole report says of one entity. */
interface Evidence {
  readonly entity: Entity
  readonly row: KnownRow | null
  readonly country: string | null
  readonly sector: string | null
  /** True where the entity is named. */
  readonly named: boolean
  /** Its fullest words where it has no name. */
  readonly words: string
  readonly nothing: boolean
  readonly mixed: boolean
}

const WEIGHT: Readonly<Record<Reading['strength'], number>> = { known: 4, strong: 3, weak: 1, none: 0 }

const readSpan = (ground: Ground, span: Span): Reading =>
  readPhrase(ground, firstWordAt(ground.words, span.start), firstWordAt(ground.words, span.end))

const isPronoun = (text: string): boolean => pronounOf(text) !== null

/** Gathers what all mentions of an entity, and what stands beside its name, say of it. */
const evidenceOf = (ground: Ground, entity: Entity): Evidence => {
  let row: KnownRow | null = null
  let country: string | null = null
  let sector: string | null = null
  let countryWeight = -1
  let sectorWeight = -1
  let words = ''
  let things = 0
  let mixed = false
  let read = 0
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
    if (isPronoun(text)) continue
    const reading = readSpan(ground, span)
    read++
    if (reading.kind === 'event' || (reading.kind === 'thing' && reading.sector === null)) things++
    if (reading.mixed) mixed = true
    if (reading.known && row === null) row = reading.known.row
    weigh(reading, 1)
    if (text.length > words.length) words = text
    if (reading.name && !reading.known) {
      const beside = readBeside(ground, span)
      if (beside) weigh(beside, 0.9)
    }
  }
  return { entity, row, country, sector, named: entity.name !== null, words, nothing: read > 0 && things === read, mixed }
}

const knownValue = (row: KnownRow, name: string, how: string): ActorValue => ({
  ...{ name, code: `${row.country}:${row.sector}`, actor: row.id, wikidata: row.wikidata, how },
})

const stateOf = (country: string): string | null => {
  for (const actor of knowledge().actors.values())
    if (actor.rows[0]!.kind === 'state' && actor.rows[0]!.country === country) return actor.id
  return null
}

const nameOf = (text: string): string => text.replace(/^(?:the|a|an)\s+(?=\p{Lu})/iu, '')

const actorValue = (ground: Ground, link: ActorLink, evidence: Evidence | undefined, publisher: () => ActorValue | null): ActorValue => {
  const pronoun = pronounOf(link.text)
  const reading = pronoun ? null : readSpan(ground, link.span)
  const unresolved: ActorValue = { name: link.text, code: null, actor: null, wikidata: null, how: 'unresolved' }
  if (pronoun?.person === 'first' && !evidence) return publisher() ?? unresolved
  const name = evidence?.entity.name ?? (pronoun && evidence ? evidence.words : nameOf(link.text))
  if (reading && (reading.mixed || reading.kind === 'event')) return { ...unresolved, name }
  if (reading?.known) return knownValue(reading.known.row, name, 'known-actor')
  const plural = pronoun?.person === 'first' && pronoun.number === 'plural'
  if (evidence?.row && (pronoun || reading!.sector === null || reading!.name !== null)) {
    const { row } = evidence
    if (plural && row.kind === 'person' && isCountry(row.country) && (row.sector === 'GOV' || row.sector === 'MIL')) {
      const state = stateOf(row.country)
      if (state)
        return {
          ...knownValue(codingOn(knowledge().actors.get(state)!, ground.date), knowledge().actors.get(state)!.name, 'coreference'),
          code: `${row.country}:${row.sector}`,
        }
    }
    return knownValue(row, name, pronoun ? 'coreference' : 'known-actor')
  }
  if (evidence && (evidence.nothing || evidence.mixed) && pronoun) return { ...unresolved, name }
  const strong = reading !== null && reading.strength !== 'none' && reading.strength !== 'weak'
  const sector = (strong ? reading.sector : null) ?? evidence?.sector ?? reading?.sector ?? link.sector
  const country = reading?.country ?? evidence?.country ?? null
  if (sector === null) return { ...unresolved, name }
  const found =
    country ?? countryNear(ground, pronoun && evidence ? evidence.entity.spans[0]!.start : link.span.start, reading?.head ?? null)
  const how =
    pronoun || (reading?.sector === null && evidence?.sector)
      ? 'coreference'
      : reading?.sector === null
        ? 'model'
        : country === null
          ? 'words+report'
          : 'words'
  if (plural && isCountry(found) && (sector === 'GOV' || sector === 'MIL')) {
    const state = stateOf(found)
    if (state)
      return {
        name: knowledge().actors.get(state)!.name,
        code: `${found}:${sector}`,
        actor: state,
        wikidata: knowledge().actors.get(state)!.rows[0]!.wikidata,
        how,
      }
  }
  return { name, code: found === null ? null : `${found}:${sector}`, actor: null, wikidata: null, how }
}

/** The publisher as a speaker in its own release ("we", "I"), where it is known. */
const publisherValue = (report: ReportText): ActorValue | null => {
  if (report.publisher === null) return null
  const ground = groundOf({ text: report.publisher, published: report.published, publisher: null, title: null }, [
    { start: 0, end: report.publisher.length },
  ])
  const reading = readPhrase(ground, 0, ground.words.length)
  return reading.known && reading.known.row.sector !== 'JRN' ? knownValue(reading.known.row, reading.known.actor.name, 'publisher') : null
}

/**
 * Resolves actors, recipients and sources to a name, a country and a PLOVER sector. Keyed by `spanKey`.
 * `how` tells the way: `known-actor` (a name of `knowledge/`), `words` (country and sector from the phrase), `words+report` (sector from the
 * phrase, country from the report), `coreference`, `model` (the model's sector), `publisher`, `unresolved` (code null).
 */
export const resolveActors = (links: readonly ActorLink[], context: ActorContext): ReadonlyMap<string, ActorValue> => {
  const ground = groundOf(context.report, context.sentences, context.places)
  const bySpan = new Map<string, Entity>()
  for (const entity of context.entities) for (const span of entity.spans) bySpan.set(spanKey(span), entity)
  const gathered = new Map<Entity, Evidence>()
  const evidenceFor = (entity: Entity | undefined): Evidence | undefined => {
    if (!entity) return undefined
    const evidence = gathered.get(entity) ?? evidenceOf(ground, entity)
    gathered.set(entity, evidence)
    return evidence
  }
  let publisher: ActorValue | null | undefined
  const publisherOnce = (): ActorValue | null => {
    publisher ??= publisherValue(context.report)
    return publisher
  }
  const values = new Map<string, ActorValue>()
  for (const link of links) {
    const key = spanKey(link.span)
    if (!values.has(key) || values.get(key)!.code === null)
      values.set(key, actorValue(ground, link, evidenceFor(bySpan.get(key)), publisherOnce))
  }
  return values
}
