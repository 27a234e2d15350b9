import type { ActorFiller, ClaimType, FigureKind, PlaceFiller, PlacePrecision } from '../claim.js'
import type { LinkClaim, LinkReport } from './input.js'
import { dayOfIso, intervalOf } from './interval.js'
import { contentOf, hashOf, keyOf, namesOf, stemOf, wordsOf } from './words.js'

/** Types that different reports may give one happening. States are no happenings. */
export const FAMILIES = {
  ASSAULT: 'force', TOLL: 'force',
  COERCE: 'ground', MOBILIZE: 'ground', RETREAT: 'ground',
  DISPLACE: 'flight', PROTEST: 'protest',
  AGREE: 'accord', CONSULT: 'accord', SUPPORT: 'accord', CONCEDE: 'accord', COOPERATE: 'accord', AID: 'accord',
  REQUEST: 'quarrel', ACCUSE: 'quarrel', REJECT: 'quarrel', THREATEN: 'quarrel', SANCTION: 'quarrel',
  STRENGTH: null, CONTROL: null, WHEREABOUTS: null, AFFILIATION: null, CONDITION: null,
} as const satisfies Record<ClaimType, string | null> // biome-ignore format: a table

/** What claims are compared by: small, of plain values, and the same wherever it is computed. */
export interface Traits {
  /** The claim's. */
  readonly id: string
  readonly report: string
  readonly family: string
  readonly type: ClaimType
  readonly mode: string | null
  /** Stem of the trigger. */
  readonly lemma: string
  /** Hash of that stem, as in `words`. */
  readonly trigger: number
  readonly sentence: number
  /** Days since 1970-01-01, infinite where open; `stated` is false where they were taken from the publication date. */
  readonly from: number
  readonly to: number
  readonly stated: boolean
  readonly places: readonly PlaceTrait[]
  /** False where the places were taken from the claims before it in the report. */
  readonly placed: boolean
  readonly actors: readonly ActorTrait[]
  readonly recipients: readonly ActorTrait[]
  readonly figures: readonly { readonly kind: FigureKind; readonly low: number; readonly high: number }[]
  /** Hashes of the sentence's content words and names, ascending. */
  readonly words: Uint32Array
  readonly names: Uint32Array
  /** Hashes of names of the report, ascending: what story it tells. */
  readonly story: Uint32Array
  readonly actual: boolean
  readonly negated: boolean
  readonly background: boolean
  /** Claims of one signature say the same in the same words, as copies do. */
  readonly signature: number
  /** Blocks it is a candidate in, ascending. */
  readonly blocks: readonly number[]
}

export interface PlaceTrait {
  /** GeoNames number, or the name where there is none. */
  readonly key: number | string
  readonly country: string | null
  readonly lat: number | null
  readonly lon: number | null
  /** Kilometres within which the happening lies. */
  readonly radius: number
}

export interface ActorTrait {
  readonly key: string
  readonly code: string | null
  /** Whether the words name somebody rather than describe. */
  readonly named: boolean
}

/** How far from its coordinate a place of that precision may reach, in kilometres. */
export const RADIUS: Readonly<Record<PlacePrecision, number>> = {
  exact: 1,
  near: 10,
  town: 10,
  district: 40,
  province: 150,
  region: 300,
  country: 800,
  unknown: 20_000,
}

/** Days before publication that an undated claim is looked for in. */
const RECENT = 2
const STORY = 24

/** The traits of every claim that tells of a happening; claims of states have none. */
export const traitsOf = (
  { id, report: reportId, claim, sentence }: LinkClaim,
  report: LinkReport,
  { names: story, settingAt }: Story,
): Traits | null => {
  const family = FAMILIES[claim.type]
  if (family === null) return null
  const when = intervalOf(claim.time.value)
  const published = dayOfIso(report.published)
  const assumed = when === null && published !== null && !claim.background
  const placed = claim.place.length > 0
  const places = (placed ? claim.place : settingAt(claim.trigger.span.start)).slice(0, 3).map(placeTrait)
  const actors = claim.actor.slice(0, 4).map(actorTrait)
  const recipients = claim.recipient.slice(0, 4).map(actorTrait)
  const figures = claim.figures.map(({ kind, low, high }) => ({ kind, low: low ?? 0, high: high ?? Number.POSITIVE_INFINITY }))
  const from = when?.from ?? (assumed ? published - RECENT : Number.NEGATIVE_INFINITY)
  const to = when?.to ?? (assumed ? published : Number.POSITIVE_INFINITY)
  const lemma = lemmaOf(claim.trigger.text)
  const traits = {
    id,
    report: reportId,
    family,
    type: claim.type,
    mode: claim.mode,
    lemma,
    trigger: hashOf(lemma),
    sentence: claim.sentence.start,
    from,
    to,
    stated: when !== null,
    places,
    placed,
    actors,
    recipients,
    figures,
    words: contentOf(sentence),
    names: namesOf(sentence),
    story,
    actual: claim.status === 'actual' || claim.status === 'ongoing' || claim.status === 'attempted',
    negated: claim.negated,
    background: claim.background,
  }
  const signature = keyOf(
    JSON.stringify([
      ...[family, claim.type, claim.mode, lemma, from, to, when !== null, placed, places, actors, recipients, figures],
      ...[claim.status, claim.negated, claim.background, wordsOf(sentence), claim.trigger.span.start - claim.sentence.start],
    ]),
  )
  return { ...traits, signature, blocks: blocksOf(traits) }
}

/** What surrounds the claims of a report. */
export interface Story {
  /** Hashes of the names at the report's beginning, ascending. */
  readonly names: Uint32Array
  /** Places of the nearest claim before that offset that has any, else of the first one that has. */
  readonly settingAt: (offset: number) => readonly PlaceFiller[]
}

/** The story of a report, from all its claims. */
export const storyOf = ({ title, text }: LinkReport, claims: readonly LinkClaim[]): Story => {
  const placed = claims
    .filter(({ claim }) => claim.place.some(({ precision }) => precision !== 'country') && !claim.background)
    .map(({ claim }) => ({ at: claim.trigger.span.start, place: claim.place }))
    .sort((a, b) => a.at - b.at)
  return {
    names: namesOf(`${title ?? ''}\n${text.slice(0, 2000)}`).slice(0, STORY),
    settingAt: (offset) => (placed.findLast(({ at }) => at < offset) ?? placed[0])?.place ?? [],
  }
}

/** Stem of a trigger's first content word. */
export const lemmaOf = (trigger: string): string => stemOf(wordsOf(trigger)[0] ?? '')

const placeTrait = ({ name, country, geonameid, lat, lon, precision }: PlaceFiller): PlaceTrait => ({
  key: geonameid ?? name.toLowerCase(),
  country,
  lat,
  lon,
  radius: RADIUS[precision],
})

const actorTrait = ({ name, code, actor, text }: ActorFiller): ActorTrait => ({
  key: actor ?? name.toLowerCase().replace(/^(?:the|an?|some)\s+/, ''),
  code,
  named: actor !== null || /\p{Lu}/u.test(name.replace(/^(?:The|An?)\s/, '')) || name !== text,
})

// A cell is half a degree, a period three days; near their edges a claim lies in the next one too.
const CELL = 0.5
const CELL_EDGE = 0.1
const PERIOD = 3
/** Precision, in kilometres, to which a place has a cell, and days to which a time has periods. */
const LOCAL = 40
const DATED = 5

/**
 * The blocks that a claim is compared within: type family, with cell and period; with country, period and trigger;
 * with cell or country, month and trigger for what is dated loosely; with names and period for what has no place; and with the report.
 */
const blocksOf = ({
  report,
  family,
  places,
  from,
  to,
  lemma,
  actors,
  recipients,
  names,
}: Omit<Traits, 'signature' | 'blocks'>): readonly number[] => {
  const keys = new Set([`r${report}`])
  const periods = to - from < DATED ? spread(from, to, PERIOD, 1).map((period) => `d${period}`) : []
  const months = Number.isFinite(from) && to - from < 400 ? spread(from, Math.min(to, from + 62), 31, 0).map((month) => `m${month}`) : []
  const cells = places.filter(({ lat, radius }) => lat !== null && radius <= LOCAL).flatMap(({ lat, lon }) => cellsOf(lat!, lon!))
  const countries = [...new Set(places.flatMap(({ country }) => country ?? []))]
  for (const period of periods) {
    for (const cell of cells) keys.add(`${cell}|${period}`)
    for (const country of countries) keys.add(`${country}|${period}|${lemma}`)
    for (const { key, lat } of places) if (lat === null) keys.add(`${key}|${period}`)
    if (places.length === 0) {
      for (const { key, named } of [...actors, ...recipients].slice(0, 3))
        keys.add(named ? `${key}|${period}` : `${key}|${period}|${lemma}`)
      for (const name of names.subarray(0, 2)) keys.add(`${name}|${period}|${lemma}`)
      if (names.length === 0) keys.add(`${period}|${lemma}`)
    } else for (const { key } of [...actors, ...recipients].filter(({ named }) => named).slice(0, 2)) keys.add(`${key}|${period}`)
  }
  for (const month of months) {
    for (const cell of cells.slice(0, 1)) keys.add(`${cell}|${month}|${lemma}`)
    for (const { key } of places.slice(0, 1)) keys.add(`${key}|${month}|${lemma}`)
  }
  if (periods.length === 0 && months.length === 0) for (const { key } of places.slice(0, 1)) keys.add(`${key}|${lemma}`)
  return [...keys].map((key) => keyOf(`${family}|${key}`)).sort((a, b) => a - b)
}

const spread = (from: number, to: number, size: number, edge: number): readonly number[] => {
  const found: number[] = []
  for (let at = Math.floor((from - edge) / size); at <= Math.floor((to + edge) / size); at++) found.push(at)
  return found
}

const cellsOf = (lat: number, lon: number): readonly string[] => {
  const rows = [...new Set([lat - CELL_EDGE, lat + CELL_EDGE].map((degrees) => Math.floor(degrees / CELL)))]
  const columns = [...new Set([lon - CELL_EDGE, lon + CELL_EDGE].map((degrees) => Math.floor(degrees / CELL)))]
  return rows.flatMap((row) => columns.map((column) => `${row},${column}`))
}
