import type { z } from 'zod'
import type { Certainty, Claim, ClaimType, Codes } from '../claim.js'
import type { Span } from '../report.js'
import { ADDED, DECISION, FIELDS } from './claim-schema.js'
import { isoTime } from './days.js'
import type { ClaimKey, Decision, DecisionKind, DecisionTarget, Ruling, Verdict } from './decision.js'
import { type DecisionColumns, decisionOf, decisionsOnText, insertDecision, keyText, undosOf } from './decision-rows.js'
import { RecordError } from './errors.js'
import { decisionId } from './ids.js'
import { claimsOf } from './incident-rulings.js'
import { recount, regroup } from './incidents.js'
import { firstDay } from './query/conditions.js'
import { cursorOf, limitOf, positionOf } from './query/cursor.js'
import type { Found, Page } from './query/filters.js'
import type { Pending } from './query/rows.js'
import type { Record } from './record.js'
import { inForce, mayUndo, statesOf } from './states.js'
import { applyDecisions, reportRow } from './store.js'
import { maskDecision, TOMBSTONE, wordsAt } from './tombstone.js'

const refused = (message: string) => new RecordError('record/bad-decision', message)

/** Rules on something and gives the decision as stored. Throws `RecordError` where it cannot be. */
export const decide = (record: Record, ruling: Ruling): Decision =>
  record.transaction(() => {
    const { author, role = 'coder', reason = null, seen = null, at = Date.now() } = ruling
    if (author.trim() === '') throw refused('a decision needs an author')
    const content = { author, role, at: isoTime(at), kind: ruling.kind, ...bodyOf(record, ruling), reason, seen }
    if (ruling.kind === 'undo' && !mayUndo(content, decisionById(record, ruling.decision)))
      throw refused('only its author or an adjudicator can undo a decision')
    const decision: Decision = { id: decisionId(content), ...content }
    if (insertDecision(record, decision, at)) apply(record, [decision])
    return decision
  })

type Body = Pick<Decision, 'target' | 'field' | 'before' | 'after'>

const bodyOf = (record: Record, ruling: Ruling): Body => {
  const none = { field: null, before: null, after: null }
  switch (ruling.kind) {
    case 'accept':
    case 'reject':
    case 'hold': {
      const { target, verdict } = onClaim(record, ruling.claim)
      return { ...none, target, before: verdict }
    }
    case 'correct': {
      const { target, claim, text } = onClaim(record, ruling.claim)
      const after = checked(FIELDS[ruling.field], ruling.value, ruling.field)
      quoted(text, after)
      return { target, field: ruling.field, before: claim[ruling.field], after }
    }
    case 'add':
      return { ...none, ...addition(record, ruling.report, ruling.claim) }
    case 'merge': {
      const claims = ruling.incidents.map((id) => claimsOfIncident(record, id)[0]!)
      if (ruling.incidents[0] === ruling.incidents[1]) throw refused('an incident cannot be merged with itself')
      return { ...none, target: { kind: 'incident', id: ruling.incidents[0], claims }, after: ruling.incidents[1] }
    }
    case 'split': {
      const all = claimsOfIncident(record, ruling.incident)
      if (ruling.claims.length === 0 || !ruling.claims.every((id) => all.includes(id)))
        throw refused('only claims of the incident can be split off')
      if (new Set(ruling.claims).size === all.length) throw refused('a split must leave a claim in the incident')
      return { ...none, target: { kind: 'incident', id: ruling.incident, claims: ruling.claims } }
    }
    case 'different':
    case 'unsure': {
      const [id, other] = ruling.pair
      const sides = [sideOf(record, id), sideOf(record, other)] as const
      if (sides[0].some((claim) => sides[1].includes(claim))) throw refused('a pair has no claim on both sides: split the incident instead')
      return { ...none, target: { kind: 'pair', id, other, sides } }
    }
    case 'undo': {
      const before = decisionById(record, ruling.decision)
      if (before.kind === 'redact') throw refused('what was redacted is gone and cannot be brought back')
      return { ...none, target: { kind: 'decision', id: before.id }, before: before.kind }
    }
  }
}

interface ClaimColumns {
  readonly json: string
  readonly verdict: string
  readonly coded_type: ClaimType
  readonly trigger_start: number
  readonly trigger_end: number
  readonly text_sha: string
  readonly text: string
}

const CLAIM = `SELECT c.json, c.verdict, c.coded_type, c.trigger_start, c.trigger_end, r.text_sha, r.text
  FROM claim c JOIN report r ON r.key = c.report WHERE c.id = ? ORDER BY c.state DESC LIMIT 1`

const onClaim = (record: Record, id: string) => {
  const row = record.one<ClaimColumns>(CLAIM, id)
  if (!row) throw new RecordError('record/no-such-id', `there is no claim ${id}`)
  const target: DecisionTarget = { kind: 'claim', id, key: keyOf(row) }
  return { target, claim: JSON.parse(row.json) as Claim, verdict: row.verdict, text: row.text }
}

const keyOf = ({ text_sha, trigger_start, trigger_end, coded_type }: ClaimColumns): ClaimKey => ({
  text: text_sha,
  trigger: { start: trigger_start, end: trigger_end },
  type: coded_type,
})

const checked = (schema: z.ZodType, value: unknown, what: string): unknown => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw refused(`${[what, ...(issue?.path ?? [])].join('.')}: ${issue?.message ?? 'is not valid'}`)
}

/** That words are where they are said to be. */
const quoted = (text: string, value: unknown): void => {
  if (Array.isArray(value)) for (const item of value) quoted(text, item)
  else if (value !== null && typeof value === 'object') {
    const { span, text: words } = value as { readonly span?: Span | null; readonly text?: unknown }
    if (span && typeof words === 'string' && text.slice(span.start, span.end) !== words)
      throw refused(`the words "${words}" do not stand at ${span.start} to ${span.end} of the report`)
    for (const part of Object.values(value)) quoted(text, part)
  }
}

/** Another codebook's names are worked out when the claim is written. */
const NO_CODES: Codes = { plover: { type: null, mode: null, contexts: [] }, cameo: null, quadClass: null, acled: null }

const addition = (record: Record, id: string, given: unknown): Pick<Body, 'target' | 'after'> => {
  const report = reportRow(record, id)
  if (!report) throw new RecordError('record/no-such-id', `there is no report ${id}`)
  const claim = checked(ADDED, given, 'claim') as Omit<Claim, 'id' | 'codes' | 'confidence'>
  quoted(report.text, claim)
  const { sentence, trigger } = claim
  if (sentence.end > report.text.length || trigger.span.start < sentence.start || trigger.span.end > sentence.end)
    throw refused('the trigger must stand in the sentence, and the sentence in the report')
  const { start, end } = trigger.span
  const there = record.one(
    'SELECT 1 FROM claim WHERE report = ? AND trigger_start = ? AND trigger_end = ? AND coded_type = ? AND current = 1',
    report.key,
    start,
    end,
    claim.type,
  )
  if (there) throw refused('there is such a claim on these words already: correct it')
  const key: ClaimKey = { text: report.text_sha, trigger: trigger.span, type: claim.type }
  const coded = decisionId(['add', key]).slice(0, 16)
  return { target: { kind: 'claim', id: coded, key }, after: { ...claim, id: coded, codes: NO_CODES, confidence: 1 } }
}

const claimsOfIncident = (record: Record, id: string): readonly string[] => {
  const rows = record.all<{ id: string }>(
    'SELECT DISTINCT c.id FROM incident i JOIN claim c ON c.incident = i.key WHERE i.id = ? AND c.current = 1 ORDER BY c.id',
    id,
  )
  if (rows.length === 0) throw new RecordError('record/no-such-id', `there is no incident ${id}`)
  return rows.map((row) => row.id)
}

/** The claims of one side of a pair. */
const sideOf = (record: Record, id: string): readonly string[] =>
  record.one('SELECT 1 FROM claim WHERE id = ? AND current = 1', id) ? [id] : claimsOfIncident(record, id)

export const decisionById = (record: Record, id: string): Decision => {
  const row = record.one<DecisionColumns>('SELECT * FROM decision WHERE id = ?', id)
  if (!row) throw new RecordError('record/no-such-id', `there is no decision ${id}`)
  return decisionOf(row)
}

/** Brings claims and incidents up to date with new decisions. */
const apply = (record: Record, decisions: readonly Decision[]): void => {
  const words = new Map<string, Set<string>>()
  const bound = new Set<string>()
  for (const { target } of decisions.flatMap((decision) => rootOf(record, decision) ?? [])) {
    if (target.kind === 'claim')
      (words.get(target.key.text) ?? words.set(target.key.text, new Set()).get(target.key.text)!).add(keyText(target.key))
    for (const id of claimsOf({ target })) bound.add(id)
  }
  for (const [text, keys] of words) recount(record, applyDecisions(record, text, keys))
  if (bound.size > 0) regroup(record, [...bound], Date.now())
}

/** What an undo is about in the end; null where the record does not have it (yet). */
const rootOf = (record: Record, decision: Decision): Decision | null => {
  if (decision.target.kind !== 'decision') return decision
  const row = record.one<DecisionColumns>('SELECT * FROM decision WHERE id = ?', decision.target.id)
  return row ? rootOf(record, decisionOf(row)) : null
}

const OF_INCIDENT = 't.value IN (SELECT c.id FROM incident i JOIN claim c ON c.incident = i.key WHERE i.id = ?1)'

/** All decisions on a thing, in the order of time, undone ones and undos among them. */
export const decisionsOf = (record: Record, id: string): readonly Decision[] => {
  const row = record.one<ClaimColumns>(CLAIM, id)
  const key = row && keyOf(row)
  const direct = key
    ? (decisionsOnText(record, key.text).get(keyText(key)) ?? [])
    : record
        .all<DecisionColumns>(
          `SELECT * FROM decision d WHERE target_id = ?1
           OR (target_kind = 'incident' AND (after = json_quote(?1) OR EXISTS (SELECT 1 FROM json_each(d.target, '$.claims') t WHERE ${OF_INCIDENT})))
           OR (target_kind = 'pair' AND (target ->> 'other' = ?1 OR EXISTS (
             SELECT 1 FROM json_each(d.target, '$.sides') s, json_each(s.value) t WHERE ${OF_INCIDENT})))`,
          id,
        )
        .map(decisionOf)
        .flatMap((decision) => [decision, ...undosOf(record, decision.id)])
  const distinct = new Map(direct.map((decision) => [decision.id, decision]))
  return [...distinct.values()].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
}

/** The audit trail, newest first. */
export const listDecisions = (
  record: Record,
  of: { readonly author?: string | undefined; readonly kind?: DecisionKind | undefined; readonly since?: string | undefined } = {},
  page: Page = {},
): Found<Decision> => {
  const limit = limitOf(page.limit)
  const offset = positionOf('decisions', page.cursor)?.value ?? 0
  const rows = record.all<DecisionColumns>(
    `SELECT * FROM decision WHERE (?1 IS NULL OR author = ?1) AND (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR at >= ?3)
     ORDER BY at DESC, id DESC LIMIT ?4 OFFSET ?5`,
    of.author ?? null,
    of.kind ?? null,
    of.since === undefined ? null : instant(of.since),
    limit + 1,
    offset,
  )
  const next = rows.length > limit ? cursorOf('decisions', { value: offset + limit, key: 0 }) : null
  return { items: rows.slice(0, limit).map(decisionOf), next }
}

/** Milliseconds of a date or date-time in ISO 8601; a date is its first moment (UTC). */
export const instant = (text: string): number => {
  const time = text.includes('T') ? Date.parse(text) : firstDay(text) * 86_400_000
  if (Number.isNaN(time)) throw new RecordError('record/bad-query', `"${text}" is not a time such as 2016-11-04 or 2016-11-04T12:00Z`)
  return time
}

const NEAR = 200

/** Decisions in force that no claim of the present coding answers to. */
export const pendingDecisions = (record: Record): readonly Pending[] => {
  const rows = record.all<DecisionColumns & { readonly text_sha: string; readonly trigger_start: number; readonly trigger_end: number }>(
    `SELECT d.* FROM decision d WHERE d.target_kind = 'claim' AND NOT EXISTS (
       SELECT 1 FROM report r JOIN claim c ON c.report = r.key AND c.trigger_start = d.trigger_start AND c.trigger_end = d.trigger_end
         AND c.coded_type = d.type LEFT JOIN reading g ON g.key = c.reading
       WHERE r.text_sha = d.text_sha AND coalesce(g.present, 1) = 1) ORDER BY d.at, d.id`,
  )
  return rows.flatMap((row) => {
    const decision = decisionOf(row)
    if (inForce([decision, ...undosOf(record, decision.id)]).length === 0) return []
    const report = record.one<{ id: string }>('SELECT id FROM report WHERE text_sha = ? ORDER BY key LIMIT 1', row.text_sha)?.id ?? null
    const near = record.all<{ id: string; type: ClaimType; certainty: Certainty }>(
      `SELECT c.id, c.type, c.certainty FROM report r JOIN claim c ON c.report = r.key AND c.current = 1
       WHERE r.id = ? AND c.trigger_start BETWEEN ? AND ? ORDER BY abs(c.trigger_start - ?), c.id LIMIT 5`,
      report,
      row.trigger_start - NEAR,
      row.trigger_end + NEAR,
      row.trigger_start,
    )
    return [{ decision, report, near: near.map((claim) => ({ ...claim })) }]
  })
}

/** What one person made of a claim, nobody else's decisions applied: for coding blind and for agreement. */
export interface AuthorState {
  readonly claim: Claim
  readonly verdict: Verdict
  readonly decisions: readonly Decision[]
}

export const claimBy = (record: Record, claim: string, author: string): AuthorState => {
  onClaim(record, claim)
  const all = decisionsOf(record, claim)
  const own = all.filter((decision) => decision.author === author)
  const row = record.one<{ json: string; reading: number | null }>('SELECT json, reading FROM claim WHERE id = ? AND state = 0', claim)!
  const coded = JSON.parse(row.json) as Claim
  // What somebody else added is there to be judged, as what the coder found.
  const last = statesOf(coded, own).at(-1)!
  return { claim: { ...last.claim, id: claim }, verdict: last.verdict, decisions: own }
}

/** Every decision, in the order of time. */
export function* exportDecisions(record: Record): Generator<Decision> {
  for (const row of record.each<DecisionColumns>('SELECT * FROM decision ORDER BY at, id')) yield decisionOf(row)
}

/** Takes in decisions of another copy, all or none; those that are here already change nothing. Throws where one is not valid. */
export const importDecisions = (
  record: Record,
  decisions: Iterable<unknown>,
  now: () => number = Date.now,
): { readonly added: number; readonly known: number } =>
  record.transaction(() => {
    const time = now()
    const added: Decision[] = []
    let known = 0
    let number = 0
    for (const given of decisions) {
      number++
      const decision = checked(DECISION, given, `decision ${number}`) as Decision
      const { id, ...content } = decision
      if (id !== decisionId(content) && !JSON.stringify(content).includes(TOMBSTONE))
        throw refused(`decision ${number} was changed after it was taken`)
      if (decision.kind === 'correct' && decision.field) checked(FIELDS[decision.field], decision.after, `decision ${number}.after`)
      if (decision.kind === 'add') checked(ADDED, decision.after, `decision ${number}.after`)
      const kept = withoutRedacted(record, decision)
      if (insertDecision(record, kept, time)) added.push(kept)
      else known++
    }
    apply(record, added)
    return { added: added.length, known }
  })

/** Words that were removed here do not come back from another copy. */
const withoutRedacted = (record: Record, decision: Decision): Decision => {
  if (decision.target.kind !== 'claim') return decision
  const rows = record.all<{ target: string }>(
    `SELECT d.target FROM report r CROSS JOIN decision d ON d.target_kind = 'report' AND d.target_id = r.id
     WHERE r.text_sha = ? AND r.redacted = 1 AND d.kind = 'redact'`,
    decision.target.key.text,
  )
  return rows
    .map(({ target }) => (JSON.parse(target) as { readonly span: Span }).span)
    .reduce((rest, span) => maskDecision(rest, span, wordsAt([rest.after, rest.before, rest.seen], span) ?? ''), decision)
}
