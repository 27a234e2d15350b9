import { type ApiError, rule, useApi } from '../../api/client.js'
import type { Agreement, Assignment, Disagreement } from '../../api/types.js'
import { gloss } from '../../claims/words.js'
import { announce } from '../../parts/announce.js'
import { TypeMark } from '../../parts/marks.js'
import { Failure, Waiting } from '../../parts/states.js'
import { hrefOf } from '../../url.js'

/** How far the coders agree, and what they differ on, to be settled. */
export const Adjudication = ({ assignment }: { readonly assignment: Assignment }) => {
  const base = `/double-coding/${assignment.id}`
  const { data: agreement, error } = useApi<{ readonly fields: readonly Agreement[] }>(`${base}/agreement`)
  const { data: found } = useApi<{ readonly items: readonly Disagreement[] }>(`${base}/disagreements`)
  if (error && !agreement) return <Failure error={error} />
  if (!agreement || !found) return <Waiting what="the agreement" />
  const open = found.items.filter(({ settled }) => settled === null).length
  return (
    <div className="page">
      <header>
        <p>
          <a href="/double-coding">Double coding</a>
        </p>
        <h1>{assignment.title}</h1>
        <p className="lede">
          {assignment.coders.join(', ')} · {assignment.claims} claims ·{' '}
          {open === 0 ? 'all settled' : `${open} of ${found.items.length} disagreements to settle`}
        </p>
      </header>
      <section aria-labelledby="agreement">
        <h2 id="agreement">Agreement</h2>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col" className="number">
                Krippendorff’s α
              </th>
              <th scope="col" className="number">
                Equal
              </th>
              <th scope="col" className="number">
                Claims
              </th>
            </tr>
          </thead>
          <tbody>
            {agreement.fields.map(({ field, alpha, percent, units }) => (
              <tr key={field}>
                <th scope="row">{field === 'claim' ? 'whether there is a claim' : field}</th>
                <td className="number">{alpha === null ? <span className="note">nothing varies</span> : alpha.toFixed(2)}</td>
                <td className="number">{percent === null ? '–' : `${Math.round(percent * 100)}%`}</td>
                <td className="number">{units}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="disagreements">
        <h2 id="disagreements">Disagreements</h2>
        {found.items.length === 0 && <p className="note">The coders agree on everything.</p>}
        <ol className="disagreements">
          {found.items.map((one) => (
            <One key={`${one.row.id} ${one.field}`} one={one} />
          ))}
        </ol>
      </section>
    </div>
  )
}

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(shown).join(', ')
  if (value === null || value === undefined) return 'nothing'
  if (typeof value !== 'object') return String(value)
  const { name, value: date, text, source } = value as { name?: string; value?: string; text?: string; source?: { name: string } | null }
  return name ?? date ?? source?.name ?? text ?? 'nothing'
}

const One = ({ one: { row, field, values, settled } }: { readonly one: Disagreement }) => {
  const settle = async (value: unknown) => {
    const ruling = field === 'claim' ? { kind: value === true ? 'accept' : 'reject' } : { kind: 'correct', field, value }
    try {
      await rule({ ...ruling, claim: row.id, role: 'adjudicator' })
      announce('Settled')
    } catch (thrown) {
      announce((thrown as ApiError).message)
    }
  }
  return (
    <li className={settled ? 'settled' : ''}>
      <p>
        <TypeMark type={row.claim.type} mode={row.claim.mode} /> {gloss(row.claim)}{' '}
        <a href={hrefOf('reader', row.report.id, { claim: row.id })}>in the text</a>
      </p>
      <blockquote>{row.sentence}</blockquote>
      <div className="row">
        <strong>{field === 'claim' ? 'Is it a claim of the text?' : field}</strong>
        {values.map(({ author, value }) => (
          <button type="button" key={author} onClick={() => void settle(value)}>
            <span className="note">{author}:</span>{' '}
            {field === 'claim' ? (value === true ? 'the text says this' : 'it does not') : shown(value)}
          </button>
        ))}
        {settled && (
          <span className="verdict v-accepted">
            <span aria-hidden="true">✓</span> settled by {settled.author}
          </span>
        )}
      </div>
    </li>
  )
}
