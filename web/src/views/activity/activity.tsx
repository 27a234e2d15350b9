import { path, usePages } from '../../api/client.js'
import type { Decision } from '../../api/types.js'
import { Empty, Failure, Waiting } from '../../parts/states.js'
import { VirtualList } from '../../parts/virtual-list.js'
import { hrefOf, setParams, usePlace } from '../../url.js'

const KINDS = ['accept', 'correct', 'reject', 'hold', 'add', 'merge', 'split', 'different', 'unsure', 'undo', 'redact'] as const

/** Who decided what, when, why, before and after. */
export default function Activity() {
  const { params } = usePlace()
  const kind = params.get('kind')
  const { rows, error, more } = usePages<Decision>(path('/decisions', { kind, author: params.get('author') }))
  return (
    <div className="page fixed">
      <header>
        <h1>Activity</h1>
        <p className="lede">Every decision, the newest first. None is ever overwritten: undoing is a decision too.</p>
        <div className="row">
          <label>
            <span className="visually-hidden">Kind of decision</span>
            <select value={kind ?? ''} onChange={(event) => setParams({ kind: event.currentTarget.value || null })}>
              <option value="">all kinds</option>
              {KINDS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          {params.get('author') && (
            <button type="button" onClick={() => setParams({ author: null })}>
              by {params.get('author')} ✕
            </button>
          )}
        </div>
      </header>
      {error && !rows && <Failure error={error} />}
      {!rows && !error && <Waiting what="decisions" />}
      {rows?.length === 0 && (
        <Empty title="Nothing has been decided yet">
          <p>
            In <a href="/review">Review</a> each claim can be accepted, corrected, rejected or held. What you decide is listed here with
            your reasons.
          </p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <VirtualList
          rows={rows}
          height={54}
          label="Decisions"
          keyOf={({ id }) => id}
          onEnd={more}
          render={(decision) => <DecisionLine decision={decision} />}
        />
      )}
    </div>
  )
}

const DecisionLine = ({ decision: { at, author, role, kind, field, before, after, reason, target } }: { readonly decision: Decision }) => (
  <div className="decision-line">
    <time dateTime={at}>{at.slice(0, 16).replace('T', ' ')}</time>
    <button type="button" className="quiet" onClick={() => setParams({ author })}>
      {author}
      {role === 'adjudicator' && ' (adjudicator)'}
    </button>
    <strong>
      {kind} {field}
    </strong>
    <span className="change">
      {kind === 'correct' && (
        <>
          <del>{short(before)}</del> → <ins>{short(after)}</ins>
        </>
      )}
      {reason && <q>{reason}</q>}
    </span>
    {target.kind === 'claim' && <a href={hrefOf('review', target.id)}>claim</a>}
    {target.kind === 'incident' && <a href={hrefOf('incident', target.id)}>incident</a>}
    {target.kind === 'pair' && (
      <>
        <a href={hrefOf('incident', target.id)}>incident</a> <a href={hrefOf('incident', target.other)}>other</a>
      </>
    )}
    {target.kind === 'report' && <a href={hrefOf('reader', target.id)}>report</a>}
  </div>
)

/** A value in a few words. */
const short = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(short).join(', ')
  if (value === null || value === undefined) return 'nothing'
  if (typeof value !== 'object') return String(value)
  const { name, value: date, text, source } = value as { name?: string; value?: string; text?: string; source?: { name: string } | null }
  return name ?? date ?? source?.name ?? text ?? 'nothing'
}
