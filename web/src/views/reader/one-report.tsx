import { useCallback, useMemo, useState } from 'react'
import { useApi } from '../../api/client.js'
import type { ClaimRow, ReportThing, Span } from '../../api/types.js'
import { ClaimFields, ClaimLinks } from '../../claims/claim-fields.js'
import { ClaimLine } from '../../claims/claim-line.js'
import { FAMILIES, FAMILY, type Family, familyOf } from '../../claims/family.js'
import { FIELDS, type Field } from '../../claims/fields.js'
import { dateText } from '../../claims/words.js'
import { useKeys } from '../../parts/keys.js'
import { FamilyMark } from '../../parts/marks.js'
import { ReportText } from '../../parts/report-text.js'
import { useSession } from '../../parts/session.js'
import { Empty, Failure, Waiting } from '../../parts/states.js'
import { VirtualList } from '../../parts/virtual-list.js'
import { hrefOf, setParams, usePlace } from '../../url.js'
import { useWordChoice } from '../review/word-choice.js'
import { coversByDefault, violentSpans } from './covering.js'
import { Redaction, Tombstones } from './redaction.js'

/** The text with its claims beside it. */
export const OneReport = ({ id }: { readonly id: string }) => {
  const { params } = usePlace()
  const { data, error } = useApi<ReportThing>(`/reports/${encodeURIComponent(id)}`)
  const family = FAMILIES.find((one) => one === params.get('family')) ?? null
  const [covering, setCovering] = useState(coversByDefault.get)
  const [uncovered, setUncovered] = useState<readonly number[]>([])
  const claims = useMemo(() => byFamily(data?.claims ?? [], family), [data, family])
  const chosen = params.get('claim')
  const selected = claims.find((row) => row.id === chosen) ?? null
  const field = FIELDS.find((one) => one === params.get('field')) ?? null
  const select = useCallback((claim: string | null, on: Field | null = null) => setParams({ claim, field: on }), [])
  const step = (by: number) => {
    if (claims.length === 0) return
    const at = selected ? claims.indexOf(selected) : by > 0 ? -1 : claims.length
    select(claims[Math.min(claims.length - 1, Math.max(0, at + by))]!.id)
  }
  const toggleCover = () => {
    coversByDefault.set(!covering)
    setCovering(!covering)
    setUncovered([])
  }
  const { administers } = useSession()
  const [redacting, setRedacting] = useState(false)
  const { chosen: marked, choose, clear, keys } = useWordChoice(data?.text ?? '', selected?.claim.trigger.span ?? null, redacting)
  const leave = () => {
    if (!redacting) return select(null)
    if (document.querySelector('dialog[open]')) return
    setRedacting(false)
    clear()
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    c: toggleCover,
    Escape: leave,
    ...(administers && { x: () => setRedacting(true) }),
    ...keys,
  })
  const covered = useMemo(
    () => (covering && data ? violentSpans(data.claims).filter(({ start }) => !uncovered.includes(start)) : []),
    [covering, data, uncovered],
  )
  const uncover = useCallback(({ start }: Span) => setUncovered((before) => [...before, start]), [])
  if (error && !data) return <Failure error={error} />
  if (!data) return <Waiting what="the report" />
  const { row } = data
  return (
    <>
      <section className="paper" aria-labelledby="report-title">
        <header>
          <p className="dateline">{[row.publisher, row.published && dateText(row.published), row.byline].filter(Boolean).join(' · ')}</p>
          <h1 id="report-title">{row.title ?? row.doc}</h1>
          <p className="facts">
            {row.url && (
              <a href={row.url} target="_blank" rel="noreferrer noopener">
                Where it was published ↗
              </a>
            )}
            {row.copyOf && <a href={hrefOf('reader', row.copyOf)}>Copy of another report</a>}
            {data.copies.map((copy, index) => (
              <a key={copy} href={hrefOf('reader', copy)}>
                Copied by {index + 1}
              </a>
            ))}
            {row.redacted && <Tombstones decisions={data.decisions} />}
            {data.problems.length > 0 && (
              <details>
                <summary>
                  {data.problems.length} {data.problems.length === 1 ? 'problem' : 'problems'}
                </summary>
                <ul>
                  {data.problems.map(({ code, message, span }) => (
                    <li key={`${code} ${span?.start} ${message}`}>{message}</li>
                  ))}
                </ul>
              </details>
            )}
            <button type="button" aria-pressed={covering} onClick={toggleCover} title="Cover passages that tell of violence (c)">
              {covering ? 'Violent passages covered' : 'Cover violent passages'}
            </button>
            {administers && (
              <button
                type="button"
                aria-pressed={redacting}
                onClick={redacting ? leave : () => setRedacting(true)}
                title="Remove words for good (x)"
              >
                Redact words
              </button>
            )}
          </p>
        </header>
        <ReportText
          text={data.text}
          claims={claims}
          selected={selected}
          field={field}
          chosen={marked}
          covered={covered}
          onUncover={uncover}
          onPick={select}
          {...(redacting && { onChoose: choose })}
          label="Text of the report"
        />
      </section>
      <aside className="claim-panel" aria-label="Claims of the report">
        {redacting && <Redaction report={data} chosen={marked} onClose={leave} />}
        <Families claims={data.claims} family={family} />
        {selected ? (
          <>
            <nav className="stepper" aria-label="Claims one by one">
              <button type="button" onClick={() => step(-1)}>
                ← <kbd>k</kbd>
              </button>
              <span>
                {claims.indexOf(selected) + 1} of {claims.length}
              </span>
              <button type="button" onClick={() => step(1)}>
                <kbd>j</kbd> →
              </button>
              <button type="button" onClick={() => select(null)}>
                All claims
              </button>
            </nav>
            <ClaimFields row={selected} field={field} onField={(on) => select(selected.id, on)} />
            <ClaimLinks row={selected} />
          </>
        ) : claims.length === 0 ? (
          <Empty title="No claims here">
            <p>
              {family ? 'None of this family.' : 'Nothing was found that somebody says happened. In Review you can add what was missed.'}
            </p>
          </Empty>
        ) : (
          <VirtualList
            rows={claims}
            height={58}
            label="Claims in the order of the text"
            keyOf={({ id: key }) => key}
            render={(claim) => (
              <button type="button" className="row-button" onClick={() => select(claim.id)}>
                <ClaimLine row={claim} />
              </button>
            )}
          />
        )}
      </aside>
    </>
  )
}

const byFamily = (claims: readonly ClaimRow[], family: Family | null) =>
  family === null ? claims : claims.filter(({ claim }) => familyOf(claim.type) === family)

const Families = ({ claims, family }: { readonly claims: readonly ClaimRow[]; readonly family: Family | null }) => (
  <fieldset className="families">
    <legend className="visually-hidden">Families of claims shown</legend>
    {FAMILIES.map((one) => {
      const count = claims.filter(({ claim }) => familyOf(claim.type) === one).length
      return (
        <button
          type="button"
          key={one}
          disabled={count === 0}
          aria-pressed={one === family}
          title={FAMILY[one].about}
          onClick={() => setParams({ family: one === family ? null : one, claim: null })}
        >
          <FamilyMark family={one} />
          {FAMILY[one].name} <span className="tally">{count}</span>
        </button>
      )
    })}
  </fieldset>
)
