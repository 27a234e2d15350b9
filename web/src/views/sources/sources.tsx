import { path, useApi } from '../../api/client.js'
import type { SourceRow } from '../../api/types.js'
import { number } from '../../claims/words.js'
import { NoReports } from '../../parts/no-reports.js'
import { Failure, Waiting } from '../../parts/states.js'
import { hrefOf, setParams, usePlace } from '../../url.js'

const COLUMNS = [
  ['claims', 'Claims'],
  ['corroborated', 'Corroborated'],
  ['contradicted', 'Contradicted'],
  ['corrected', 'Corrected'],
  ['rejected', 'Rejected'],
  ['copies', 'Copies'],
] as const

/** Publishers and origins in counts, never in a single score. */
export default function Sources() {
  const { params } = usePlace()
  const kind = params.get('kind') === 'origin' ? 'origin' : 'publisher'
  const { data, error } = useApi<{ readonly items: readonly SourceRow[] }>(path('/sources', { kind, limit: 300 }))
  return (
    <div className="page">
      <header>
        <h1>Sources</h1>
        <p className="lede">
          How often each is borne out by an independent origin, contradicted, or corrected here. Counts of what is in this record, not a
          judgement of anybody.
        </p>
        <fieldset className="switch">
          <legend className="visually-hidden">Show</legend>
          <button type="button" aria-pressed={kind === 'publisher'} onClick={() => setParams({ kind: null })}>
            Publishers
          </button>
          <button type="button" aria-pressed={kind === 'origin'} onClick={() => setParams({ kind: 'origin' })}>
            Origins
          </button>
        </fieldset>
      </header>
      {error && !data && <Failure error={error} />}
      {!data && !error && <Waiting what="sources" />}
      {data?.items.length === 0 && <NoReports />}
      {data && data.items.length > 0 && (
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">{kind === 'publisher' ? 'Publisher' : 'Origin'}</th>
              <th scope="col" className="number">
                Reports
              </th>
              {COLUMNS.map(([key, name]) => (
                <th scope="col" className="number" key={key}>
                  {name}
                </th>
              ))}
              <th scope="col">Relies most on</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <a href={hrefOf('overview', null, { [kind === 'publisher' ? 'source' : 'origin']: row.name, list: 'claims' })}>
                    {row.name}
                  </a>{' '}
                  {kind === 'origin' && <span className="note">{row.kind}</span>}
                </th>
                <td className="number">{number(row.reports)}</td>
                {COLUMNS.map(([key]) => (
                  <td className="number" key={key}>
                    {key === 'claims' || row[key] === 0 ? (
                      number(row[key])
                    ) : (
                      <Share n={row[key]} of={key === 'copies' ? row.reports : row.claims} />
                    )}
                  </td>
                ))}
                <td className="relies">
                  {row.reliesOn
                    .slice(0, 3)
                    .map(({ name, claims }) => `${name} ${claims}`)
                    .join(' · ') || <span className="note">nobody named</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const Share = ({ n, of }: { readonly n: number; readonly of: number }) => (
  <span className="share">
    <span className="bar" aria-hidden="true">
      <span style={{ inlineSize: `${of === 0 ? 0 : Math.round((n / of) * 100)}%` }} />
    </span>
    {number(n)} <span className="note">{of === 0 ? '' : `${Math.round((n / of) * 100)}%`}</span>
  </span>
)
