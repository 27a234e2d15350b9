import { useState } from 'react'
import { type ApiError, path, refresh, send, useApi } from '../../api/client.js'
import type { Assignment, BlindClaim, ReportThing } from '../../api/types.js'
import { ClaimFields } from '../../claims/claim-fields.js'
import { ClaimLine } from '../../claims/claim-line.js'
import { FIELDS, type Field } from '../../claims/fields.js'
import { announce } from '../../parts/announce.js'
import { useKeys } from '../../parts/keys.js'
import { VerdictMark } from '../../parts/marks.js'
import { ReportText } from '../../parts/report-text.js'
import { Failure, Waiting } from '../../parts/states.js'
import { VirtualList } from '../../parts/virtual-list.js'
import { go, hrefOf, setParams, usePlace } from '../../url.js'
import { FieldEditor } from '../review/field-editor.js'
import { useWordChoice } from '../review/word-choice.js'

/** One coder's work: what others decided is not applied and not shown. */
export const BlindCoding = ({ assignment, coder }: { readonly assignment: Assignment; readonly coder: string }) => {
  const { params } = usePlace()
  const { data, error } = useApi<{ readonly items: readonly BlindClaim[] }>(
    path(`/double-coding/${assignment.id}/claims`, { author: coder }),
  )
  const rows = data?.items ?? []
  const at = Math.max(
    0,
    rows.findIndex(({ row }) => row.id === params.get('claim')),
  )
  const item = rows[at] ?? null
  const row = item?.row ?? null
  const { data: report } = useApi<ReportThing>(row && `/reports/${row.report.id}`)
  const field = FIELDS.find((one) => one === params.get('field')) ?? null
  const [editing, setEditing] = useState<Field | null>(null)
  const words = useWordChoice(report?.text ?? '', row?.claim.trigger.span ?? null, editing !== null)
  const open = (claim: string | undefined, on: Field | null = null) => {
    setEditing(null)
    words.clear()
    if (claim) setParams({ claim, field: on })
  }
  const decide = async (ruling: object, said: string, next: boolean) => {
    if (!row) return
    try {
      await send('/decisions', { ...ruling, claim: row.id, author: coder, seen: { assignment: assignment.id, claim: row.claim } })
      announce(said)
      refresh()
      if (next) open(rows[at + 1]?.row.id)
      else {
        setEditing(null)
        words.clear()
      }
    } catch (thrown) {
      announce((thrown as ApiError).message)
    }
  }
  const undo = async () => {
    const last = item?.decisions.findLast(({ kind }) => kind !== 'undo')
    if (!last) return announce('You have not judged this claim')
    await send('/decisions', { kind: 'undo', decision: last.id, author: coder }).catch((thrown: ApiError) => announce(thrown.message))
    refresh()
  }
  const finish = async () => {
    try {
      await send(`/double-coding/${assignment.id}/done`, { author: coder })
      refresh()
      go(hrefOf('double-coding'))
      announce('Finished. Agreement is shown when all coders have.')
    } catch (thrown) {
      announce((thrown as ApiError).message)
    }
  }
  const leave = () => {
    setEditing(null)
    words.clear()
  }
  const busy = editing !== null
  useKeys({
    j: busy ? undefined : () => open(rows[at + 1]?.row.id),
    k: busy ? undefined : () => open(rows[at - 1]?.row.id),
    a: busy ? undefined : () => void decide({ kind: 'accept' }, 'Accepted', true),
    r: busy ? undefined : () => void decide({ kind: 'reject' }, 'Rejected', true),
    h: busy ? undefined : () => void decide({ kind: 'hold' }, 'Held', true),
    e: busy ? undefined : () => setEditing(field ?? 'type'),
    u: () => void undo(),
    Escape: leave,
    ...(busy ? words.keys : {}),
  })
  if (error && !data) return <Failure error={error} />
  if (!data) return <Waiting what="the claims" />
  const judged = rows.filter(({ decisions }) => decisions.length > 0).length
  return (
    <div className="review">
      <section className="queue" aria-label="Claims to code">
        <div className="queue-tools">
          <p>
            <strong>{assignment.title}</strong> as {coder}
            <br />
            <span className="note">
              {judged} of {rows.length} judged
            </span>
          </p>
        </div>
        <div className="queue-tools">
          <button type="button" className="primary" onClick={() => void finish()}>
            I have finished
          </button>
          <a href="/double-coding">All assignments</a>
        </div>
        <VirtualList
          rows={rows}
          height={58}
          label="Claims to code"
          selected={at}
          keyOf={(one) => one.row.id}
          render={(one) => (
            <button
              type="button"
              className="row-button"
              aria-current={one.row.id === row?.id ? 'true' : undefined}
              onClick={() => open(one.row.id)}
            >
              <ClaimLine row={one.row} />
            </button>
          )}
        />
      </section>
      {row && report ? (
        <section className="paper" aria-labelledby="blind-title">
          <header>
            <h1 id="blind-title">{row.report.title ?? row.report.doc}</h1>
          </header>
          <ReportText
            text={report.text}
            claims={[row]}
            selected={row}
            field={field}
            chosen={words.chosen}
            onPick={(_, on) => open(row.id, on)}
            onChoose={words.choose}
            label="Text of the report"
          />
        </section>
      ) : (
        <Waiting what="the report" />
      )}
      {row && (
        <aside className="claim-panel" aria-label="Judging the claim">
          <div className="verdict-bar">
            <button type="button" className="accept" onClick={() => void decide({ kind: 'accept' }, 'Accepted', true)}>
              <span aria-hidden="true">✓</span> Accept <kbd>a</kbd>
            </button>
            <button type="button" className="reject" onClick={() => void decide({ kind: 'reject' }, 'Rejected', true)}>
              <span aria-hidden="true">✕</span> Reject <kbd>r</kbd>
            </button>
            <button type="button" className="hold" onClick={() => void decide({ kind: 'hold' }, 'Held', true)}>
              <span aria-hidden="true">‖</span> Hold <kbd>h</kbd>
            </button>
            <VerdictMark verdict={row.verdict} />
          </div>
          <ClaimFields
            row={row}
            field={field}
            onField={(on) => open(row.id, on)}
            editor={(one) =>
              one === editing ? (
                <FieldEditor
                  key={`${row.id}${one}`}
                  claim={row.claim}
                  field={one}
                  text={report?.text ?? ''}
                  chosen={words.chosen}
                  onSave={(name, value) => void decide({ kind: 'correct', field: name, value }, 'Corrected', false)}
                  onClose={leave}
                />
              ) : null
            }
          />
          <div className="review-tools">
            <button type="button" onClick={() => setEditing(field ?? 'type')}>
              Correct {field ?? 'a field'} <kbd>e</kbd>
            </button>
            <button type="button" onClick={() => void undo()}>
              Undo my last on this <kbd>u</kbd>
            </button>
          </div>
        </aside>
      )}
    </div>
  )
}
