import { type ReactNode, useMemo, useState } from 'react'
import { type ApiError, path, rule, undoLast, useApi, usePages } from '../../api/client.js'
import type { IncidentRow, IncidentThing } from '../../api/types.js'
import { IncidentLine } from '../../claims/incident-line.js'
import { edtfText, figureText, gloss, saidBy } from '../../claims/words.js'
import { announce } from '../../parts/announce.js'
import { useKeys } from '../../parts/keys.js'
import { TypeMark } from '../../parts/marks.js'
import { Empty, Failure, Waiting } from '../../parts/states.js'
import { hrefOf } from '../../url.js'

interface Pair {
  readonly key: string
  readonly a: IncidentRow
  readonly b: IncidentRow
}

const undo = () =>
  undoLast().then(
    (decision) => announce(decision ? `Undone: ${decision.kind}` : 'Nothing to undo on this page'),
    (error: ApiError) => announce(error.message),
  )

/** Incidents that may be one happening, pair after pair. */
export const Pairs = ({ tabs }: { readonly tabs: ReactNode }) => {
  const { rows, error } = usePages<IncidentRow>(path('/incidents'))
  const [passed, setPassed] = useState<ReadonlySet<string>>(seen)
  const pairs = useMemo(() => pairsOf(rows ?? []).filter(({ key }) => !passed.has(key)), [rows, passed])
  const pair = pairs[0] ?? null
  const pass = (word: string) => {
    if (!pair) return
    setPassed(remember(pair.key))
    announce(word)
  }
  const same = async () => {
    if (!pair) return
    try {
      await rule({ kind: 'merge', incidents: [pair.a.id, pair.b.id], seen: { a: pair.a, b: pair.b } })
      announce('Joined into one incident', () => void undo())
    } catch (thrown) {
      announce((thrown as ApiError).message)
    }
  }
  useKeys({ y: () => void same(), n: () => pass('Different: left apart'), h: () => pass('Cannot tell: left apart'), u: () => void undo() })
  return (
    <div className="pairs">
      {tabs}
      {error && !rows && <Failure error={error} />}
      {!rows && !error && <Waiting what="incidents" />}
      {rows && !pair && (
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
            <p className="note">{pairs.length} pairs</p>
            <div className="verdict-bar">
              <button type="button" onClick={() => void same()}>
                The same <kbd>y</kbd>
              </button>
              <button type="button" onClick={() => pass('Different: left apart')}>
                Different <kbd>n</kbd>
              </button>
              <button type="button" onClick={() => pass('Cannot tell: left apart')}>
                Cannot tell <kbd>h</kbd>
              </button>
              <button type="button" onClick={() => void undo()}>
                Undo <kbd>u</kbd>
              </button>
            </div>
          </header>
          <div className="two">
            <Side row={pair.a} />
            <Side row={pair.b} />
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

const DAY = 86_400_000
const days = ({ from, to, firstPublished }: IncidentRow): readonly [number, number] | null => {
  const [low, high] = [from ?? to ?? firstPublished, to ?? from ?? firstPublished]
  return low && high ? [Date.parse(low) / DAY, Date.parse(high) / DAY] : null
}

const PAIRS = 200

/** Incidents of one type and place, at most two days apart; those with most claims first. */
const pairsOf = (rows: readonly IncidentRow[]): readonly Pair[] => {
  const pairs: Pair[] = []
  for (const [index, a] of rows.entries())
    for (const b of rows.slice(index + 1)) {
      if (a.type !== b.type || !a.place || a.place.id !== b.place?.id) continue
      const [one, other] = [days(a), days(b)]
      if (!one || !other || one[0] > other[1] + 2 || other[0] > one[1] + 2) continue
      pairs.push({ key: [a.id, b.id].sort().join(' '), a, b })
    }
  return pairs.sort((x, y) => y.a.claims + y.b.claims - x.a.claims - x.b.claims).slice(0, PAIRS)
}

/** Pairs that this person left apart; they are not asked again on this machine. */
const seen = (): ReadonlySet<string> => new Set(JSON.parse(localStorage.getItem('pairs') ?? '[]') as string[])
const remember = (key: string): ReadonlySet<string> => {
  const all = new Set([...seen(), key])
  localStorage.setItem('pairs', JSON.stringify([...all].slice(-5000)))
  return all
}
