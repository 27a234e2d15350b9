import type { ActorFiller, Claim, PlaceFiller, PlacePrecision } from '../claim.js'
import { type Codebook, loadCodebook } from '../code/codebook.js'
import { codesOf } from '../code/codes.js'
import { sliceOf } from '../report.js'
import { daysOf, NO_DAY } from './days.js'
import type { Decision, Verdict } from './decision.js'
import { actorId, claimId, placeId } from './ids.js'
import { isPublic } from './public-actor.js'
import type { Record } from './record.js'
import { type State, statesOf } from './states.js'

/** What a claim's rows need to know of its report. */
export interface ClaimReport {
  readonly key: number
  readonly id: string
  readonly text: string
  readonly publishedDay: number
  /** Whether it is the latest version. */
  readonly latest: boolean
}

/** Longer intervals than these days are looked for on their own. */
export const LONG = 31

/**
 * Writes a claim with all its states; `coded` is null for one that a person added in `decisions`. `key` is that of the last state, so that
 * a claim keeps its place in lists. Gives the record's id, null for nothing.
 */
export const writeClaim = (
  record: Record,
  report: ClaimReport,
  reading: { readonly key: number; readonly present: boolean } | null,
  coded: Claim | null,
  decisions: readonly Decision[],
  key: number | null = null,
): string | null => {
  const states = statesOf(coded, decisions)
  const first = states[0]
  if (!first) return null
  const id = claimId(report.id, first.claim.id)
  const codedType = coded?.type ?? first.claim.type
  const linked = linksOf(record, id)
  // The last first, before its key is taken by another.
  for (const [number, state] of [...states.entries()].reverse()) {
    const own = state.to === null ? key : null
    const current = state.to === null && report.latest && (reading?.present ?? true)
    insertState(record, own, current, report, reading?.key ?? null, id, number, codedType, recoded(state, coded, report.text), linked)
  }
  return id
}

/** Takes out all states of a claim; gives the key of the last, for the claim that takes its place. */
export const removeClaim = (record: Record, id: string): number => {
  const { key } = record.one<{ key: number }>('SELECT key FROM claim WHERE id = ? ORDER BY state DESC LIMIT 1', id)!
  record.run('UPDATE claim SET current = 0 WHERE id = ? AND current = 1', id)
  record.run('DELETE FROM claim_words WHERE rowid IN (SELECT key FROM claim WHERE id = ?)', id)
  record.run('DELETE FROM claim WHERE id = ?', id)
  return key
}

interface Linked {
  readonly incident: number | null
  readonly contradicted: number
}

/** Links outlive the states of a claim. */
const linksOf = (record: Record, id: string): Linked => ({
  incident:
    record.one<{ key: number }>('SELECT i.key FROM incident_claim ic JOIN incident i ON i.id = ic.incident WHERE ic.claim = ?', id)?.key ??
    null,
  contradicted: record.one('SELECT 1 FROM contradiction WHERE a = ? UNION ALL SELECT 1 FROM contradiction WHERE b = ?', id, id) ? 1 : 0,
})

let codebook: Codebook | undefined

/** Other codebooks' names for a claim follow what people corrected. */
const recoded = (state: State, coded: Claim | null, text: string): State => {
  if (state.corrected.length === 0 && state.claim.codes === coded?.codes) return state
  codebook ??= loadCodebook()
  return { ...state, claim: { ...state.claim, codes: codesOf(codebook, state.claim, sliceOf(text, state.claim.sentence)) } }
}

const COLUMNS = `key, id, state, coded_id, report, reading, state_from, state_to, current, verdict, corrected, coded_type, trigger_start, trigger_end,
  sentence_start, sentence_end, type, mode, status, negated, background, certainty, confidence, day, day_from, day_to, long, published_day,
  incident, contradicted, json`
const INSERT = `INSERT INTO claim (${COLUMNS}) VALUES (${COLUMNS.split(',').map(() => '?')})`

const insertState = (
  record: Record,
  own: number | null,
  current: boolean,
  report: ClaimReport,
  reading: number | null,
  id: string,
  number: number,
  codedType: string,
  { from, to, claim, verdict, corrected }: State,
  { incident, contradicted }: Linked,
): void => {
  const days = daysOf(claim.time.value)
  const day = days.from ?? days.to ?? NO_DAY
  const long = day !== NO_DAY && (days.to === null || (days.from !== null && days.to - days.from > LONG))
  const key = record.run(
    INSERT,
    own,
    id,
    number,
    claim.id,
    report.key,
    reading,
    from,
    to,
    Number(current),
    verdict,
    JSON.stringify(corrected),
    codedType,
    claim.trigger.span.start,
    claim.trigger.span.end,
    claim.sentence.start,
    claim.sentence.end,
    claim.type,
    claim.mode,
    claim.status,
    Number(claim.negated),
    Number(claim.background),
    claim.certainty,
    claim.confidence,
    day,
    days.from,
    days.to,
    Number(long),
    report.publishedDay,
    incident,
    contradicted,
    JSON.stringify(claim),
  )
  insertParts(record, key, claim)
  record.run('INSERT INTO claim_words (rowid, sentence, names) VALUES (?, ?, ?)', key, sliceOf(report.text, claim.sentence), names(claim))
  if (current) countClaim(record, key, report.key, verdict)
}

/** As the triggers do where a claim that is there comes to hold; setting `current` on insertion saves writing the row twice. */
const countClaim = (record: Record, key: number, report: number, verdict: Verdict): void => {
  record.run('UPDATE report SET claims = claims + 1 WHERE key = ?', report)
  if (verdict === 'rejected') return
  for (const table of ['actor', 'place'])
    record.run(`UPDATE ${table} SET claims = claims + 1 WHERE key IN (SELECT ${table} FROM filler WHERE claim = ?)`, key)
}

const names = ({ actor, recipient, place, attribution }: Claim): string =>
  [...actor, ...recipient, ...place, ...attribution.flatMap(({ source }) => source ?? [])].map(({ name }) => name).join('\n')

const FILLER =
  'INSERT INTO filler (claim, role, position, start, "end", text, name, code, actor, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

const insertParts = (record: Record, claim: number, { actor, recipient, place, figures, attribution }: Claim): void => {
  for (const [role, fillers] of [
    ['actor', actor],
    ['recipient', recipient],
  ] as const)
    for (const [position, filler] of fillers.entries()) {
      const { span, text, name, code } = filler
      record.run(FILLER, claim, role, position, span.start, span.end, text, name, code, actorKey(record, filler), null)
    }
  for (const [position, filler] of place.entries()) {
    const { span, text, name } = filler
    record.run(FILLER, claim, 'place', position, span.start, span.end, text, name, null, null, placeKey(record, filler))
  }
  for (const [position, { span, text, kind, of, low, high }] of figures.entries())
    record.run('INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', claim, position, span.start, span.end, text, kind, of, low, high)
  for (const [position, { source, cue }] of attribution.entries())
    record.run(
      'INSERT INTO attribution VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      claim,
      position,
      source?.span.start ?? null,
      source?.span.end ?? null,
      source?.text ?? null,
      source?.name ?? null,
      source?.code ?? null,
      cue?.span.start ?? null,
      cue?.span.end ?? null,
      cue?.text ?? null,
    )
}

const actorKey = (record: Record, filler: ActorFiller): number => {
  const { actor, name, code, wikidata } = filler
  const id = actor ?? actorId(name, code)
  const known = record.one<{ key: number }>('SELECT key FROM actor WHERE id = ?', id)
  if (known) return known.key
  return record.run(
    'INSERT INTO actor (id, name, code, wikidata, public) VALUES (?, ?, ?, ?, ?)',
    id,
    name,
    code,
    wikidata,
    Number(isPublic(filler)),
  )
}

const placeKey = (record: Record, { geonameid, name, country, admin1, lat, lon, precision }: PlaceFiller): number => {
  const id = geonameid === null ? placeId(name, country, admin1) : `geonames:${geonameid}`
  const known = record.one<{ key: number }>('SELECT key FROM place WHERE id = ?', id)
  if (known) return known.key
  const key = record.run(
    'INSERT INTO place (id, geonameid, name, country, admin1, lat, lon, precision) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    geonameid,
    name,
    country,
    admin1,
    lat,
    lon,
    ownPrecision(precision, geonameid),
  )
  if (lat !== null && lon !== null) record.run('INSERT INTO place_box VALUES (?, ?, ?, ?, ?)', key, lat, lat, lon, lon)
  return key
}

/** "Near Mosul" is not a place of its own: the place is the town. */
const ownPrecision = (precision: PlacePrecision, geonameid: number | null): PlacePrecision =>
  geonameid !== null && precision === 'near' ? 'town' : precision
