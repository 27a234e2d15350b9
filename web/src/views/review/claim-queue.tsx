import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { type ApiError, path, rule, undoLast, useApi, usePages } from '../../api/client.js'
import type { ClaimRow, ClaimThing, ReportThing, Span } from '../../api/types.js'
import { ClaimFields, ClaimLinks } from '../../claims/claim-fields.js'
import { ClaimLine } from '../../claims/claim-line.js'
import { FIELD_NAME, FIELDS, type Field } from '../../claims/fields.js'
import { filtersOf } from '../../claims/filters.js'
import { dateText } from '../../claims/words.js'
import { announce } from '../../parts/announce.js'
import { useKeys } from '../../parts/keys.js'
import { VerdictMark } from '../../parts/marks.js'
import { NoReports } from '../../parts/no-reports.js'
import { ReportText } from '../../parts/report-text.js'
import { Empty, Failure, Waiting } from '../../parts/states.js'
import { VirtualList } from '../../parts/virtual-list.js'
import { go, hrefOf, setParams, usePlace } from '../../url.js'
import { FieldEditor } from './field-editor.js'
import { MissedClaim } from './missed-claim.js'
import { useWordChoice } from './word-choice.js'

const ORDERS = [
  ['least-certain', 'least certain first'],
  ['contradicted', 'contradicted first'],
  ['newest', 'newest first'],
  ['oldest', 'oldest first'],
] as const

const WORDS = { accept: 'Accepted', reject: 'Rejected', hold: 'Held' } as const
type Verb = keyof typeof WORDS

/** The queue, the claim's report and its fields; made for the keyboard. */
export const ClaimQueue = ({ tabs }: { readonly tabs: ReactNode }) => {
  const { id, params } = usePlace()
  const order = ORDERS.find(([one]) => one === params.get('order'))?.[0] ?? 'least-certain'
  const ofReport = params.get('report')
  const queue = usePages<ClaimRow>(path('/queue', { ...filtersOf(params), report: ofReport, order }))
  /** Judged here, and perhaps still in the queue that was read before: the next key is never for one of these. */
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => (queue.rows ?? []).filter((one) => !judged.has(one.id)), [queue.rows, judged])
  const present = id ?? rows[0]?.id ?? null
  const { data: thing, error } = useApi<ClaimThing>(present && `/claims/${encodeURIComponent(present)}`)
  const row = thing?.row.id === present ? thing.row : (rows.find((one) => one.id === present) ?? null)
  const { data: report } = useApi<ReportThing>(row && `/reports/${encodeURIComponent(row.report.id)}`)
  const field = FIELDS.find((one) => one === params.get('field')) ?? null
  const [editing, setEditing] = useState<Field | null>(null)
  const [adding, setAdding] = useState(false)
  const [reason, setReason] = useState('')
  const text = report?.text ?? ''
  const words = useWordChoice(text, row?.claim.trigger.span ?? null, editing !== null || adding)
  const { clear } = words
  useEffect(() => {
    void present
    setEditing(null)
    setAdding(false)
    setReason('')
    clear()
  }, [present, clear])
  const open = useCallback((claim: string | null, on: Field | null = null) => {
    const { search } = location
    go(hrefOf('review', claim, { ...Object.fromEntries(new URLSearchParams(search)), field: on }), { replace: true })
  }, [])
  const at = rows.findIndex((one) => one.id === present)
  const after = rows[at + 1]?.id ?? rows[at - 1]?.id ?? null
  const step = (by: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, Math.max(0, at) + by))]
    if (next) open(next.id)
  }
  const judge = async (kind: Verb) => {
    if (!row) return
    setJudged(new Set([...judged, row.id]))
    open(after)
    try {
      await rule({ kind, claim: row.id, reason: reason.trim() || null, seen: { claim: row.claim, verdict: row.verdict } })
      announce(`${WORDS[kind]}: ${row.claim.trigger.text}`, () => void undo())
    } catch (thrown) {
      setJudged(new Set([...judged].filter((one) => one !== row.id)))
      announce((thrown as ApiError).message)
    }
  }
  const correct = async (on: Field | 'mode', value: unknown) => {
    if (!row) return
    try {
      await rule({
        kind: 'correct',
        claim: row.id,
        field: on,
        value,
        reason: reason.trim() || null,
        seen: { value: on === 'mode' ? row.claim.mode : row.claim[on] },
      })
      announce(`Corrected: ${on === 'mode' ? 'mode' : FIELD_NAME[on].toLowerCase()}`, () => void undo())
      setEditing(null)
      clear()
    } catch (thrown) {
      announce((thrown as ApiError).message)
    }
  }
  const leave = () => {
    if (editing || adding) {
      setEditing(null)
      setAdding(false)
      clear()
    } else if (field) open(present, null)
  }
  const undo = () =>
    undoLast().then(
      (decision) => {
        setJudged(new Set())
        if (decision?.target.kind === 'claim' && decision.kind !== 'add') open(decision.target.id)
        announce(decision ? `Undone: ${decision.kind}` : 'Nothing to undo on this page')
      },
      (error: ApiError) => announce(error.message),
    )
  const busy = editing !== null || adding
  const edit = (on: Field) => {
    open(present, on)
    setEditing(on)
  }
  const stepField = (by: number) =>
    open(present, FIELDS[(FIELDS.length + (field ? FIELDS.indexOf(field) : by > 0 ? -1 : 0) + by) % FIELDS.length]!)
  useKeys({
    j: busy ? undefined : () => step(1),
    k: busy ? undefined : () => step(-1),
    a: busy ? undefined : () => void judge('accept'),
    r: busy ? undefined : () => void judge('reject'),
    h: busy ? undefined : () => void judge('hold'),
    u: () => void undo(),
    m: busy ? undefined : () => setAdding(true),
    e: busy ? undefined : () => edit(field ?? 'actor'),
    f: busy ? undefined : () => stepField(1),
    F: busy ? undefined : () => stepField(-1),
    Escape: leave,
    ...(busy ? words.keys : {}),
  })
  const onPick = useCallback((claim: string, on: Field | null) => !busy && open(claim, on), [busy, open])
  const claims = useMemo(() => report?.claims ?? [], [report])
  return (
    <div className="review">
      <section className="queue" aria-label="Queue">
        {tabs}
        <div className="queue-tools">
          <select value={order} aria-label="Order" onChange={(event) => setParams({ order: event.currentTarget.value })}>
            {ORDERS.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
          <select
            value={params.get('verdict') ?? ''}
            aria-label="Which claims"
            onChange={(event) => setParams({ verdict: event.currentTarget.value || null })}
          >
            <option value="">not yet judged</option>
            <option value="held">held</option>
            <option value="accepted">accepted</option>
            <option value="rejected">rejected</option>
          </select>
          {ofReport && (
            <button type="button" onClick={() => setParams({ report: null })}>
              one report ✕
            </button>
          )}
        </div>
        {queue.error && !queue.rows && <Failure error={queue.error} />}
        {queue.rows === null && !queue.error && <Waiting what="the queue" />}
        {queue.rows?.length === 0 && <Done all={!params.get('verdict') && !ofReport} />}
        {rows.length > 0 && (
          <VirtualList
            rows={rows}
            height={58}
            label="Claims to review"
            selected={at}
            keyOf={(one) => one.id}
            onEnd={queue.more}
            render={(one) => (
              <button
                type="button"
                className="row-button"
                aria-current={one.id === present ? 'true' : undefined}
                onClick={() => open(one.id)}
              >
                <ClaimLine row={one} />
              </button>
            )}
          />
        )}
      </section>
      {error && !thing && <Failure error={error} />}
      {row && report && (
        <section className="paper" aria-labelledby="review-title">
          <header>
            <p className="dateline">
              {[row.report.publisher, row.report.published && dateText(row.report.published)].filter(Boolean).join(' · ')}
            </p>
            <h1 id="review-title">{row.report.title ?? row.report.doc}</h1>
            <p className="facts">
              <a href={hrefOf('reader', row.report.id, { claim: row.id })}>Open in the reader</a>
              {!ofReport && (
                <button type="button" onClick={() => setParams({ report: row.report.id })}>
                  Only this report
                </button>
              )}
            </p>
          </header>
          <ReportText
            text={text}
            claims={claims}
            selected={row}
            field={field}
            chosen={words.chosen}
            onPick={onPick}
            onChoose={busy ? words.choose : NOTHING}
            label="Text of the report"
          />
        </section>
      )}
      {!row && !error && queue.rows !== null && <section className="paper" aria-label="No claim" />}
      {row && (
        <aside className="claim-panel" aria-label="Judging the claim">
          {adding && report ? (
            <MissedClaim
              key={report.row.id}
              report={report}
              chosen={words.chosen}
              onClose={leave}
              onAdded={(claim) => {
                setAdding(false)
                clear()
                announce('Added the claim', () => void undo())
                if (claim) open(claim)
              }}
            />
          ) : (
            <>
              <div className="verdict-bar">
                <button type="button" onClick={() => void judge('accept')} className="accept">
                  <span aria-hidden="true">✓</span> Accept <kbd>a</kbd>
                </button>
                <button type="button" onClick={() => void judge('reject')} className="reject">
                  <span aria-hidden="true">✕</span> Reject <kbd>r</kbd>
                </button>
                <button type="button" onClick={() => void judge('hold')} className="hold">
                  <span aria-hidden="true">‖</span> Hold <kbd>h</kbd>
                </button>
                <VerdictMark verdict={row.verdict} />
              </div>
              <ClaimFields
                row={row}
                field={field}
                onField={(on) => open(present, on)}
                editor={(one) =>
                  one === editing ? (
                    <FieldEditor
                      key={`${row.id}${one}`}
                      claim={row.claim}
                      field={one}
                      text={text}
                      chosen={words.chosen}
                      onSave={(name, value) => void correct(name, value)}
                      onClose={leave}
                    />
                  ) : null
                }
              />
              <div className="review-tools">
                <button type="button" onClick={() => edit(field ?? 'actor')}>
                  Correct {field ? FIELD_NAME[field].toLowerCase() : 'a field'} <kbd>e</kbd>
                </button>
                <button type="button" onClick={() => setAdding(true)}>
                  Add a missed claim <kbd>m</kbd>
                </button>
                <button type="button" onClick={() => void undo()}>
                  Undo <kbd>u</kbd>
                </button>
                <label>
                  <span>Reason, kept with the decision</span>
                  <input value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
                </label>
              </div>
              <Trail thing={thing} />
              <ClaimLinks row={row} />
            </>
          )}
        </aside>
      )}
    </div>
  )
}

const NOTHING = (_: Span) => {}

/** Who decided what on this claim, and when. */
const Trail = ({ thing }: { readonly thing: ClaimThing | null }) =>
  thing && thing.decisions.length > 0 ? (
    <section className="trail" aria-label="Decisions on this claim">
      <h3>Decisions</h3>
      <ol>
        {thing.decisions.map(({ id, author, at, kind, field, reason }) => (
          <li key={id}>
            <span className="note">{at.slice(0, 16).replace('T', ' ')}</span> {author}: {kind}
            {field && ` ${field}`}
            {reason && <span className="note"> “{reason}”</span>}
          </li>
        ))}
      </ol>
    </section>
  ) : null

const Done = ({ all }: { readonly all: boolean }) => {
  const { data } = useApi<{ readonly reports: number }>('/summary')
  if (data?.reports === 0) return <NoReports />
  return (
    <Empty title={all ? 'Every claim has been judged' : 'No such claims'}>
      <p>
        {all
          ? 'What was accepted can be published; what was held waits under “held”. New reports bring new claims.'
          : 'Choose others above, or go on with the whole queue.'}
      </p>
      <p>
        <a href={all ? '/publish' : '/review'}>{all ? 'Publish' : 'The whole queue'}</a>
      </p>
    </Empty>
  )
}
