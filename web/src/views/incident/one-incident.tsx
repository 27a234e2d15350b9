import { useState } from 'react'
import { type ApiError, path, rule, undoLast, useApi } from '../../api/client.js'
import type { Account, ClaimRow, Contradiction, IncidentThing } from '../../api/types.js'
import { edtfText, figureText, gloss, incidentWhen, names, PRECISION, saidBy } from '../../claims/words.js'
import { announce } from '../../parts/announce.js'
import { useKeys } from '../../parts/keys.js'
import { Qualities, TypeMark, VerdictMark } from '../../parts/marks.js'
import { Failure, Waiting } from '../../parts/states.js'
import { go, hrefOf, usePlace } from '../../url.js'
import { CitationGraph } from './citation-graph.js'
import { FigureAxis } from './figure-axis.js'
import { RuleChoice, ruleNamed, USUAL } from './rule-choice.js'

/** Who says what of one happening. */
export const OneIncident = ({ id }: { readonly id: string }) => {
  const { params } = usePlace()
  const estimateRule = ruleNamed(params.get('rule'))
  const { data, error } = useApi<IncidentThing>(
    path(`/incidents/${encodeURIComponent(id)}`, { rule: estimateRule === USUAL ? null : estimateRule }),
  )
  const [taken, setTaken] = useState<readonly string[]>([])
  const undo = () =>
    undoLast().then(
      (decision) => announce(decision ? `Undone: ${decision.kind}` : 'Nothing to undo on this page'),
      (thrown: ApiError) => announce(thrown.message),
    )
  useKeys({ u: () => void undo() })
  if (error && !data) return <Failure error={error} />
  if (!data) return <Waiting what="the incident" />
  const { row, accounts, contradictions } = data
  const claims = accounts.flatMap((account) => account.claims)
  const split = async () => {
    try {
      const { claims: after } = await rule({ kind: 'split', incident: row.id, claims: taken, seen: { row } })
      setTaken([])
      announce('Taken out as another happening', () => void undo())
      const kept = after.find((one) => !taken.includes(one.id))?.incident ?? after[0]?.incident
      if (kept && kept !== row.id) go(hrefOf('incident', kept))
    } catch (thrown) {
      announce((thrown as ApiError).message)
    }
  }
  return (
    <div className="incident">
      <header className="incident-head">
        <p>
          <TypeMark type={row.type} mode={row.mode} />
        </p>
        <h1>{[row.actors[0], row.recipients[0]].filter(Boolean).join(' → ') || row.place?.name || 'Nobody named'}</h1>
        <p className="lede">
          {[row.place && `${row.place.name} (${PRECISION[row.place.precision]})`, incidentWhen(row) ?? 'undated']
            .filter(Boolean)
            .join(' · ')}
        </p>
        <dl className="counts">
          <Count n={row.claims} of="claim" />
          <Count n={row.reports} of="report" />
          <Count n={row.origins} of="independent origin" />
          <Count n={row.contradictions} of="contradiction" warn />
        </dl>
      </header>
      {contradictions.length > 0 && <Contradictions contradictions={contradictions} claims={claims} />}
      <section aria-labelledby="accounts">
        <div className="section-head">
          <h2 id="accounts">Accounts</h2>
          <p className="note">Each column is one independent origin, with those who carry its word.</p>
          {taken.length > 0 && (
            <button type="button" className="primary" onClick={() => void split()}>
              Take {taken.length === 1 ? 'this claim' : `these ${taken.length} claims`} out as another happening
            </button>
          )}
        </div>
        <Accounts accounts={accounts} contradictions={contradictions} present={params.get('claim')} taken={taken} setTaken={setTaken} />
      </section>
      {data.figures.length > 0 && (
        <section aria-labelledby="figures">
          <div className="section-head">
            <h2 id="figures">Figures</h2>
            <p className="note">As each gives them; never merged or averaged.</p>
            <RuleChoice chosen={estimateRule} />
          </div>
          <FigureAxis figures={data.figures} estimates={data.estimates} />
        </section>
      )}
      {data.citations.edges.length > 0 && (
        <section aria-labelledby="chain">
          <div className="section-head">
            <h2 id="chain">Who relies on whom</h2>
          </div>
          <CitationGraph citations={data.citations} />
        </section>
      )}
      {data.links.some(({ reasons }) => reasons.length > 0) && (
        <details className="why-linked">
          <summary>Why these claims are taken for one happening</summary>
          <ul>
            {data.links.map(({ claim, score, reasons }) => {
              const one = claims.find((other) => other.id === claim)
              return one && reasons.length > 0 ? (
                <li key={claim}>
                  “{one.claim.trigger.text}” {score !== null && <span className="note">{Math.round(score * 100)}% the same</span>}:{' '}
                  {reasons
                    .filter(({ rule: name }) => name !== 'linked-to')
                    .map(
                      ({ rule: name, weight }) =>
                        `${name.replaceAll('-', ' ')}${weight === null ? '' : ` ${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(1)}`}`,
                    )
                    .join(', ')}
                </li>
              ) : null
            })}
          </ul>
        </details>
      )}
    </div>
  )
}

const Count = ({ n, of, warn = false }: { readonly n: number; readonly of: string; readonly warn?: boolean }) => (
  <div className={warn && n > 0 ? 'warn' : ''}>
    <dt>{n === 1 ? of : `${of}s`}</dt>
    <dd>
      {warn && n > 0 && <span aria-hidden="true">≠ </span>}
      {n}
    </dd>
  </div>
)

const FIELD_WORDS: Readonly<Record<string, string>> = {
  figures: 'how many',
  actor: 'who',
  negated: 'whether it happened',
  place: 'where',
  time: 'when',
}

const said = ({ claim }: ClaimRow, field: string): string => {
  if (field === 'figures') return claim.figures.map(figureText).join(', ') || 'no figure'
  if (field === 'actor') return names(claim.actor) || 'nobody'
  if (field === 'place') return names(claim.place) || 'no place'
  if (field === 'time') return claim.time.value ? edtfText(claim.time.value) : 'no date'
  if (field === 'negated') return claim.negated ? 'it did not' : 'it did'
  return gloss(claim)
}

const voice = (row: ClaimRow) => saidBy(row.claim) ?? row.report.publisher ?? row.report.doc

const Contradictions = ({
  contradictions,
  claims,
}: {
  readonly contradictions: readonly Contradiction[]
  readonly claims: readonly ClaimRow[]
}) => (
  <section className="contradictions" aria-labelledby="contradictions">
    <h2 id="contradictions">Contradictions</h2>
    <ul>
      {contradictions.map(({ id, field, claims: [a, b] }) => {
        const [one, other] = [claims.find((row) => row.id === a), claims.find((row) => row.id === b)]
        if (!one || !other) return null
        return (
          <li key={id}>
            <span className="sign" aria-hidden="true">
              ≠
            </span>
            <span className="note">They differ on {FIELD_WORDS[field] ?? field}:</span> <Saying row={one} field={field} />{' '}
            <span className="note">but</span> <Saying row={other} field={field} />
          </li>
        )
      })}
    </ul>
  </section>
)

const Saying = ({ row, field }: { readonly row: ClaimRow; readonly field: string }) => (
  <a href={hrefOf('reader', row.report.id, { claim: row.id, field: field === 'negated' ? null : field })}>
    {voice(row)}: <strong>{said(row, field)}</strong>
  </a>
)

interface AccountsProps {
  readonly accounts: readonly Account[]
  readonly contradictions: readonly Contradiction[]
  readonly present: string | null
  readonly taken: readonly string[]
  readonly setTaken: (claims: readonly string[]) => void
}

const ROWS: readonly (readonly [name: string, field: string, value: (row: ClaimRow) => string | null])[] = [
  ['When', 'time', ({ claim }) => claim.time.value && edtfText(claim.time.value)],
  ['Where', 'place', ({ claim }) => names(claim.place) || null],
  ['Who', 'actor', ({ claim }) => names(claim.actor) || null],
  ['To whom', 'recipient', ({ claim }) => names(claim.recipient) || null],
  ['How many', 'figures', ({ claim }) => claim.figures.map(figureText).join(', ') || null],
]

/** What each origin says, column beside column; every value leads to its words. */
const Accounts = ({ accounts, contradictions, present, taken, setTaken }: AccountsProps) => {
  const disputed = (claims: readonly ClaimRow[], field: string) =>
    contradictions.some((one) => one.field === field && claims.some(({ id }) => one.claims.includes(id)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="accounts" tabIndex={0} aria-label="Accounts side by side">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Part</span>
            </th>
            {accounts.map(({ origin, reports, claims }) => (
              <th scope="col" key={origin?.id ?? 'unknown'}>
                <span className="origin">{origin?.name ?? 'Origin unknown'}</span>
                <span className="note">
                  {origin?.kind} · {reports} {reports === 1 ? 'report' : 'reports'} · {claims.length}{' '}
                  {claims.length === 1 ? 'claim' : 'claims'}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([name, field, value]) => (
            <tr key={field}>
              <th scope="row">{name}</th>
              {accounts.map(({ origin, claims }) => (
                <td key={origin?.id ?? 'unknown'} className={disputed(claims, field) ? 'disputed' : ''}>
                  <Values claims={claims} field={field} value={value} />
                  {disputed(claims, field) && (
                    <span className="contradicted">
                      <span aria-hidden="true">≠</span> contradicted
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">In their words</th>
            {accounts.map(({ origin, claims }) => (
              <td key={origin?.id ?? 'unknown'}>
                <ul className="account-claims">
                  {claims.map((row) => (
                    <li key={row.id} className={row.id === present ? 'current' : ''}>
                      <a href={hrefOf('reader', row.report.id, { claim: row.id })}>
                        <q>{row.sentence}</q>
                      </a>
                      <p className="note">
                        {row.report.publisher ?? row.report.doc}
                        {saidBy(row.claim) && ` · ${saidBy(row.claim)}`} <VerdictMark verdict={row.verdict} /> <Qualities row={row} />
                      </p>
                      <label className="check">
                        <input
                          type="checkbox"
                          checked={taken.includes(row.id)}
                          onChange={(event) =>
                            setTaken(event.currentTarget.checked ? [...taken, row.id] : taken.filter((one) => one !== row.id))
                          }
                        />{' '}
                        another happening
                      </label>
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

interface ValuesProps {
  readonly claims: readonly ClaimRow[]
  readonly field: string
  readonly value: (row: ClaimRow) => string | null
}

/** The different values that an origin's claims give, each once. */
const Values = ({ claims, field, value }: ValuesProps) => {
  const found = new Map<string, ClaimRow>()
  for (const row of claims) {
    const text = value(row)
    if (text && !found.has(text)) found.set(text, row)
  }
  if (found.size === 0) return <span className="note">not said</span>
  return (
    <ul>
      {[...found].map(([text, row]) => (
        <li key={text}>
          <a href={hrefOf('reader', row.report.id, { claim: row.id, field })}>{text}</a>
        </li>
      ))}
    </ul>
  )
}
