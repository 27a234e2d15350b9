import { type Span, spanKey } from '../../report.js'
import { type Pronoun, pronounOf } from '../coreference/pronouns.js'
import type { ActorValue, Entity } from '../resolution.js'
import { type Evidence, evidenceOf, readSpan } from './evidence.js'
import { type Ground, groundOf, type PlacedSpan, type ReportText } from './ground.js'
import { type KnownRow, stateOf } from './knowledge.js'
import { armedGroupNear, countryNear } from './local-country.js'
import { readPhrase } from './phrase.js'
import type { Reading } from './reading.js'
import { isCountry } from './recognise.js'
import { wordSet } from './word-sets.js'
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

/** Everything that a report's actors are resolved by. */
interface Scene {
  readonly ground: Ground
  readonly evidence: (span: Span) => Evidence | null
  readonly publisher: () => ActorValue | null
  readonly titleSpeaker: () => ActorValue | null
}

const unresolved = (name: string): ActorValue => ({ name, code: null, actor: null, wikidata: null, how: 'unresolved' })

const knownValue = (row: KnownRow, name: string, how: string): ActorValue => ({
  name,
  code: `${row.country}:${row.sector}`,
  actor: row.id,
  wikidata: row.wikidata,
  how,
})

const coded = (name: string, country: string | null, sector: string, how: string): ActorValue => ({
  name,
  code: country === null ? null : `${country}:${sector}`,
  actor: null,
  wikidata: null,
  how: country === null ? 'unresolved' : how,
})

/** "We" of a government or its forces is the state, with the speaker's sector. */
const stateSpeaking = (value: ActorValue): ActorValue => {
  const [country, sector] = value.code?.split(':') ?? []
  const state = country && (sector === 'GOV' || sector === 'MIL') ? stateOf(country) : null
  return state ? { ...value, name: state.name, actor: state.id, wikidata: state.rows[0]!.wikidata } : value
}

const pronounValue = (scene: Scene, link: ActorLink, pronoun: Pronoun): ActorValue => {
  const evidence = scene.evidence(link.span)
  const collective = pronoun.person === 'first' && pronoun.number === 'plural'
  if (!evidence) {
    const own = pronoun.person === 'first' ? ((collective ? null : scene.titleSpeaker()) ?? scene.publisher()) : null
    if (own) return collective ? stateSpeaking(own) : own
    return link.sector === null ? unresolved(link.text) : coded(link.text, countryNear(scene.ground, link.span.start), link.sector, 'model')
  }
  const name = evidence.entity.name ?? evidence.words
  if (evidence.row) {
    const value = knownValue(evidence.row, name, 'coreference')
    return collective && evidence.row.kind === 'person' ? stateSpeaking(value) : value
  }
  if (evidence.thing || evidence.mixed) return unresolved(name)
  const sector = evidence.sector ?? link.sector ?? (evidence.person && !evidence.expert ? 'CVL' : null)
  if (sector === null) return unresolved(name)
  const country = evidence.country ?? countryNear(scene.ground, evidence.entity.spans[0]!.start)
  const value = coded(name, country, sector, 'coreference')
  return collective ? stateSpeaking(value) : value
}

/** Who owns what a phrase names by a pronoun ("his forces"): the country and sector of the pronoun's antecedent. */
const ownerOf = (
  scene: Scene,
  link: ActorLink,
): { readonly country: string | null; readonly sector: string | null; readonly state: boolean } | null => {
  const { ground } = scene
  const word = ground.words[firstWordAt(ground.words, link.span.start)]
  if (!word || pronounOf(word.text)?.use !== 'possessive') return null
  const evidence = scene.evidence(word)
  if (!evidence) return null
  const { row } = evidence
  return row
    ? { country: row.country, sector: row.sector, state: row.sector === 'GOV' && isCountry(row.country) }
    : { country: evidence.country ?? countryNear(ground, link.span.start), sector: evidence.sector, state: evidence.sector === 'GOV' }
}

/** An armed group's guards, judges and commanders are its own. */
const ARMED = new Set<string | null>(['UAF', 'REB'])
const OF_FORCE = new Set<string>(['MIL', 'COP', 'GOV', 'PRM', 'SPY', 'JUD', 'UAF'])

/** Without its article where it is a name. */
const bare = (text: string): string => text.replace(/^(?:the|a|an)\s+(?=\p{Lu})/iu, '')

const phraseValue = (scene: Scene, link: ActorLink): ActorValue => {
  const { ground } = scene
  const reading = readSpan(ground, link.span)
  const evidence = scene.evidence(link.span)
  const name = evidence?.entity.name ?? bare(link.text)
  if (reading.mixed || reading.kind === 'event') return unresolved(name)
  if (reading.known) return knownValue(reading.known.row, name, 'known-actor')
  if (reading.nation) return nationValue(reading, name)
  if (evidence?.row && (reading.sector === null || reading.name !== null)) return knownValue(evidence.row, name, 'known-actor')
  const tells = reading.strength === 'known' || reading.strength === 'strong'
  const owner = ownerOf(scene, link)
  if (owner && !tells && reading.country === null && reading.head !== null && wordSet('relational').has(reading.head))
    return unresolved(name)
  const armed = owner !== null && ARMED.has(owner.sector) && reading.sector !== null && OF_FORCE.has(reading.sector)
  if (owner && armed && reading.country === null) return coded(name, owner.country, owner.sector!, 'coreference')
  if (owner && !tells && reading.sector !== 'CVL' && owner.sector !== null && !(owner.state && reading.sector !== null))
    return coded(name, reading.country ?? owner.country, owner.sector, 'coreference')
  const sector =
    (tells ? reading.sector : null) ??
    evidence?.sector ??
    reading.sector ??
    link.sector ??
    (evidence?.person && !evidence.expert ? 'CVL' : null) ??
    (reading.head === 'others' && /\d|\b(?:several|many|dozens|hundreds)\b/.test(link.text) ? 'CVL' : null)
  if (sector === null)
    return isWholeCountry(reading, link) ? coded(name, countryNear(ground, link.span.start), 'GOV', 'words+report') : unresolved(name)
  const said = reading.country ?? owner?.country ?? evidence?.country
  if (said === null && reading.head !== null) {
    if (!tells && wordSet('vague-people').has(reading.head) && isVague(ground, link)) return unresolved(name)
    if (wordSet('vague-migrants').has(reading.head) && ground.share < ONE_COUNTRY && !isDefinite(link)) return unresolved(name)
  }
  const group = said === null && (sector === 'UAF' || sector === 'REB') ? armedGroupNear(ground, sector, link.span.start) : null
  const country = said ?? group?.country ?? countryNear(ground, link.span.start, reading.head, sector)
  return coded(name, country, sector, howOf(reading, evidence, said !== null))
}

/** Share of a report's mentions of countries that makes its people that country's. */
const ONE_COUNTRY = 0.75

const isDefinite = (link: ActorLink): boolean => /^(?:the|these|those|his|her|their|its|our)\b/i.test(link.text)

/** True for "at least 12 people" and, in a report on several countries, bare "people": the text does not tell whose they are. */
const isVague = (ground: Ground, link: ActorLink): boolean => !isDefinite(link) && ground.share < ONE_COUNTRY

/** "The country" acts as its government does. */
const isWholeCountry = (reading: Reading, link: ActorLink): boolean =>
  (reading.head === 'country' || reading.head === 'nation') && reading.country === null && /^the (?:country|nation)$/i.test(link.text)

const howOf = (reading: Reading, evidence: Evidence | null, said: boolean): string => {
  if (reading.sector !== null) return said ? 'words' : 'words+report'
  if (evidence?.sector) return 'coreference'
  return evidence?.person ? 'person' : 'model'
}

const nationValue = (reading: Reading, name: string): ActorValue => {
  const state = reading.sector === 'CVL' || reading.country === null ? null : stateOf(reading.country)
  const value = coded(name, reading.country, reading.sector ?? 'GOV', 'words')
  return state ? { ...value, actor: state.id, wikidata: state.rows[0]!.wikidata } : value
}

/** The person who speaks in a release of that title ("Statement by Defense Secretary NAME on …"), where known. */
const titleSpeaker = (report: ReportText): ActorValue | null => {
  const title = /^(?:.*\b)?(?:statement|remarks|speech|address|testimony|interview)\b.*?\b(?:by|of|from|with)\s+(.*)$/i.exec(
    report.title ?? '',
  )?.[1]
  if (!title) return null
  const ground = groundOf({ ...report, text: title, publisher: null, title: null }, [{ start: 0, end: title.length }])
  const person = [...ground.known.values()].find(({ actor }) => actor.person)
  return person ? knownValue(person.row, person.actor.name, 'title') : null
}

/** The publisher as a speaker in its own release ("we", "I"), where it is known and no newsroom. */
const publisherOf = (report: ReportText): ActorValue | null => {
  const { publisher } = report
  if (publisher === null) return null
  const ground = groundOf({ ...report, text: publisher, publisher: null, title: null }, [{ start: 0, end: publisher.length }])
  const { known } = readPhrase(ground, 0, ground.words.length)
  return known && known.row.sector !== 'JRN' ? knownValue(known.row, known.actor.name, 'publisher') : null
}

/**
 * Resolves actors, recipients and sources to a name, a country and a PLOVER sector. Keyed by `spanKey`; every link has a value.
 * `how` tells the way: `known-actor` (a name of `knowledge/`), `words` (country and sector from the phrase), `words+report` (sector
 * from the phrase, country from the report), `coreference` (from what the words refer to), `person` (a named person of whom nothing
 * else is said: a civilian of the report's country), `model` (the model's sector), `publisher`, `unresolved` (code null).
 */
export const resolveActors = (links: readonly ActorLink[], context: ActorContext): ReadonlyMap<string, ActorValue> => {
  const ground = groundOf(context.report, context.sentences, context.places)
  const entities = new Map(context.entities.flatMap((entity) => entity.spans.map((span) => [spanKey(span), entity] as const)))
  const gathered = new Map<Entity, Evidence>()
  const scene: Scene = {
    ground,
    evidence: (span) => {
      const entity = entities.get(spanKey(span))
      if (!entity) return null
      const evidence = gathered.get(entity) ?? evidenceOf(ground, entity)
      gathered.set(entity, evidence)
      return evidence
    },
    publisher: () => publisherOf(context.report),
    titleSpeaker: () => titleSpeaker(context.report),
  }
  const values = new Map<string, ActorValue>()
  for (const link of links) {
    const key = spanKey(link.span)
    if (values.get(key)?.code) continue
    const pronoun = pronounOf(link.text)
    values.set(key, pronoun ? pronounValue(scene, link, pronoun) : phraseValue(scene, link))
  }
  return values
}
