import type { ClaimType } from '../claim.js'
import type { SqlValue } from './database.js'
import { isoTime } from './days.js'
import type { ClaimKey, CorrectableField, Decision, DecisionKind, DecisionRole, DecisionTarget } from './decision.js'
import type { Record } from './record.js'

export interface DecisionColumns {
  readonly id: string
  readonly author: string
  readonly role: string
  readonly at: number
  readonly kind: string
  readonly target: string
  readonly field: string | null
  readonly before: string
  readonly after: string
  readonly reason: string | null
  readonly seen: string
}

export const decisionOf = (row: DecisionColumns): Decision => ({
  id: row.id,
  author: row.author,
  role: row.role as DecisionRole,
  at: isoTime(row.at),
  kind: row.kind as DecisionKind,
  target: JSON.parse(row.target) as DecisionTarget,
  field: row.field as CorrectableField | null,
  before: JSON.parse(row.before),
  after: JSON.parse(row.after),
  reason: row.reason,
  seen: JSON.parse(row.seen),
})

/** Appends a decision; false where the record has it already. `stored` is when this record got it, in milliseconds. */
export const insertDecision = (record: Record, decision: Decision, stored: number): boolean => {
  const { id, author, role, at, kind, target, field, before, after, reason, seen } = decision
  const key: ClaimKey | null = target.kind === 'claim' ? target.key : null
  const values: readonly SqlValue[] = [
    id,
    author,
    role,
    Date.parse(at),
    kind,
    target.kind,
    target.id,
    JSON.stringify(target),
    key?.text ?? null,
    key?.trigger.start ?? null,
    key?.trigger.end ?? null,
    key?.type ?? null,
    field,
    JSON.stringify(before ?? null),
    JSON.stringify(after ?? null),
    reason,
    JSON.stringify(seen ?? null),
    stored,
  ]
  const { changes } = record
    .prepared(`INSERT OR IGNORE INTO decision VALUES (${values.map(() => '?').join(', ')})`)
    .run(...(values as unknown[]))
  return changes > 0
}

/** Decisions on claims with these very words, by trigger and type, each with all that undo it; empty for most texts. */
export const decisionsOnText = (record: Record, text: string): ReadonlyMap<string, readonly Decision[]> => {
  const rows = record.all<DecisionColumns>('SELECT * FROM decision WHERE text_sha = ? ORDER BY at, id', text)
  const found = new Map<string, Decision[]>()
  for (const decision of rows.map(decisionOf)) {
    if (decision.target.kind !== 'claim') continue
    const key = keyText(decision.target.key)
    const list = found.get(key) ?? found.set(key, []).get(key)!
    list.push(decision, ...undosOf(record, decision.id))
  }
  return found
}

export const keyText = ({ trigger, type }: { readonly trigger: ClaimKey['trigger']; readonly type: ClaimType }): string =>
  `${trigger.start}-${trigger.end} ${type}`

/** Decisions that undo one, and those that undo these. */
export const undosOf = (record: Record, id: string): readonly Decision[] =>
  record
    .all<DecisionColumns>("SELECT * FROM decision WHERE target_kind = 'decision' AND target_id = ? ORDER BY at, id", id)
    .map(decisionOf)
    .flatMap((undo) => [undo, ...undosOf(record, undo.id)])
