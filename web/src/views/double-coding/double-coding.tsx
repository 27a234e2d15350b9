import { type FormEvent, useState } from 'react'
import { type ApiError, ask, authorName, refresh, send, useApi } from '../../api/client.js'
import type { Assignment, Found, ReportRow } from '../../api/types.js'
import { announce } from '../../parts/announce.js'
import { useSession } from '../../parts/session.js'
import { Empty, Failure, Waiting } from '../../parts/states.js'
import { hrefOf, usePlace } from '../../url.js'
import { Adjudication } from './adjudication.js'
import { BlindCoding } from './blind-coding.js'

/** Two people code the same reports blind; then their disagreements are settled on one screen. */
export default function DoubleCoding() {
  const { id, params } = usePlace()
  const session = useSession()
  const { data, error } = useApi<{ readonly items: readonly Assignment[] }>('/double-coding')
  const [making, setMaking] = useState(false)
  const one = data?.items.find((assignment) => assignment.id === id)
  if (error && !data) return <Failure error={error} />
  if (!data) return <Waiting what="the assignments" />
  if (one && params.get('as')) return <BlindCoding assignment={one} coder={params.get('as')!} />
  if (one && !one.open) return <Adjudication assignment={one} />
  return (
    <div className="page">
      <header>
        <h1>Double coding</h1>
        <p className="lede">
          Two or more people judge the same claims without seeing each other’s decisions. Then agreement is computed for each field, and
          what they differ on is settled.
        </p>
        {session.administers && (
          <button type="button" className="primary" aria-expanded={making} onClick={() => setMaking(!making)}>
            New assignment
          </button>
        )}
      </header>
      {making && <NewAssignment onMade={() => setMaking(false)} />}
      {data.items.length === 0 && !making && (
        <Empty title="No assignment yet">
          <p>Choose a few reports and two coders. As long as both have not finished, nobody sees what the other decided.</p>
        </Empty>
      )}
      <ul className="assignments">
        {data.items.map((assignment) => (
          <li key={assignment.id}>
            <h2>{assignment.title}</h2>
            <p className="note">
              {assignment.reports.length} {assignment.reports.length === 1 ? 'report' : 'reports'} · {assignment.claims} claims ·{' '}
              {assignment.made.slice(0, 10)}
            </p>
            <ul className="coders">
              {assignment.coders.map((coder) => (
                <li key={coder}>
                  <strong>{coder}</strong>{' '}
                  <span className="note">
                    {assignment.finished.includes(coder)
                      ? 'has finished'
                      : coder in assignment.ruled
                        ? `${assignment.ruled[coder]} of ${assignment.claims} judged`
                        : 'at work'}
                  </span>{' '}
                  {assignment.open && !assignment.finished.includes(coder) && (!session.accounts || session.name === coder) && (
                    <a href={hrefOf('double-coding', assignment.id, { as: coder })}>Code as {coder}</a>
                  )}
                </li>
              ))}
            </ul>
            {assignment.open ? (
              <p className="note">Agreement is shown when all have finished.</p>
            ) : (
              <a href={hrefOf('double-coding', assignment.id)}>Agreement and disagreements</a>
            )}
            {session.administers && (
              <button
                type="button"
                onClick={() =>
                  void ask(`/double-coding/${assignment.id}`, { method: 'DELETE' }).then(
                    () => {
                      announce('Ended the assignment; its decisions stay')
                      refresh()
                    },
                    (thrown: ApiError) => announce(thrown.message),
                  )
                }
              >
                End it
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const NewAssignment = ({ onMade }: { readonly onMade: () => void }) => {
  const { data } = useApi<Found<ReportRow>>('/reports?limit=200')
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const coders = String(form.get('coders'))
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    try {
      await send('/double-coding', { title: form.get('title'), reports: form.getAll('report'), coders })
      refresh()
      onMade()
    } catch (thrown) {
      setError((thrown as ApiError).message)
    }
  }
  return (
    <form className="new-assignment" onSubmit={(event) => void submit(event)}>
      <label>
        Title
        <input name="title" required defaultValue="Agreement check" />
      </label>
      <label>
        Coders, with commas between
        <input name="coders" required placeholder="Amal, Bea" defaultValue={authorName.get() && `${authorName.get()}, `} />
      </label>
      <fieldset>
        <legend>Reports</legend>
        {data?.items.map(({ id, title, doc, claims }) => (
          <label key={id} className="check">
            <input type="checkbox" name="report" value={id} /> {title ?? doc} <span className="tally">{claims}</span>
          </label>
        ))}
      </fieldset>
      {error && <p role="alert">{error}</p>}
      <button type="submit" className="primary">
        Assign
      </button>
    </form>
  )
}
