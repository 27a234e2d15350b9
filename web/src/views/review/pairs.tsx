import { type ReactNode, useState } from 'react'
import { type ApiError, path, rule, undoLast, useApi } from '../../api/client.js'
import type { IncidentRow, IncidentThing } from '../../api/types.js'
import { IncidentLine } from '../../claims/incident-line.js'
import { edtfText, figureText, gloss, number, saidBy } from '../../claims/words.js'
import { announce } from '../../parts/announce.js'
import { useKeys } from '../../parts/keys.js'
import { TypeMark } from '../../parts/marks.js'
import { Empty, Failure, Waiting } from '../../parts/states.js'
import { hrefOf } from '../../url.js'

type Pair = readonly [IncidentRow, IncidentRow]

const undo = () =>
  undoLast().then(
    (decision) => announce(decision ? `Undone: ${decision.kind}` : 'Nothing to undo on this page'),
    (error: ApiError) => announce(error.message),
  )

/** Pairs asked for at once. */
const SHOWN = 100

/** Incidents that may be one happening, pair after pair. */
export const Pairs = ({ tabs }: { readonly tabs: ReactNode }) => {
  const { data, error } = useApi<{ readonly items: readonly Pair[] }>(path('/pairs', { limit: SHOWN }))
  const [busy, setBusy] = useState(false)
  const pair = data?.items[0] ?? null
  const judge = async (kind: 'merge' | 'different' | 'unsure', word: string) => {
    if (!pair || busy) return
    setBusy(true)
    const [a, b] = pair
    const both = [a.id, b.id]
    try {
      await rule({ kind, [kind === 'merge' ? 'incidents' : 'pair']: both, seen: { a, b } })
      announce(word, () => void undo())
    } catch (thrown) {
      announce((thrown as ApiError).message)
    }
    setBusy(false)
  }
  const same = () => void judge('merge', 'Joined into one incident')
  const different = () => void judge('different', 'Kept apart')
  const unsure = () => void judge('unsure', 'Left open')
  useKeys({ y: same, n: different, h: unsure, u: () => void undo() })
  return (
    <div className="pairs">
      {tabs}
      {error && !data && <Failure error={error} />}
      {!data && !error && <Waiting what="incidents" />}
      {data && !pair && (
        <Empty title="No pair to judge">
          <p>
            Pairs are incidents of one type whose place and time allow that they are the same happening. To take one apart, open it and
            choose the claims that belong elsewhere.
          </p>
          <p>
            <a href="/incident">All incidents</a>
          </p>
        </Empty>
      )}
      {pair && (
        <>
          <header>
            <h1>One happening, or two?</h1>
            <p className="note">
              {data!.items.length < SHOWN ? number(data!.items.length) : `${SHOWN} or more`} {data!.items.length === 1 ? 'pair' : 'pairs'}{' '}
              that nobody judged yet
            </p>
            <div className="verdict-bar">
              <button type="button" onClick={same}>
                The same <kbd>y</kbd>
              </button>
              <button type="button" onClick={different}>
                Different <kbd>n</kbd>
              </button>
              <button type="button" onClick={unsure}>
                Cannot tell <kbd>h</kbd>
              </button>
              <button type="button" onClick={() => void undo()}>
                Undo <kbd>u</kbd>
              </button>
            </div>
          </header>
          <div className="two">
            <Side key={pair[0].id} row={pair[0]} />
            <Side key={pair[1].id} row={pair[1]} />
          </div>
        </>
      )}
    </div>
  )
}

const Side = ({ row }: { readonly row: IncidentRow }) => {
  const { data } = useApi<IncidentThing>(`/incidents/${row.id}`)
  return (
    <section className="side" aria-label="Incident">
      <a className="row-link" href={hrefOf('incident', row.id)}>
        <IncidentLine row={row} />
      </a>
      <ol>
        {data?.accounts.flatMap(({ claims }) =>
          claims.map(({ id, claim, sentence, report }) => (
            <li key={id}>
              <p>
                <TypeMark type={claim.type} mode={claim.mode} /> {gloss(claim)}
              </p>
              <blockquote>{sentence}</blockquote>
              <p className="note">
                {[report.publisher, saidBy(claim), claim.time.value && edtfText(claim.time.value), ...claim.figures.map(figureText)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          )),
        )}
      </ol>
    </section>
  )
}
