import { path, usePages } from '../../api/client.js'
import type { ClaimRow, IncidentRow, PlaceRow } from '../../api/types.js'
import { ClaimLine } from '../../claims/claim-line.js'
import { type FilterValues, placeFilter } from '../../claims/filters.js'
import { IncidentLine } from '../../claims/incident-line.js'
import { PRECISION } from '../../claims/words.js'
import { Failure, Waiting } from '../../parts/states.js'
import { VirtualList } from '../../parts/virtual-list.js'
import { hrefOf, setParams, usePlace } from '../../url.js'

const LISTS = ['incidents', 'claims', 'places'] as const
const NAMES = { incidents: 'Incidents', claims: 'Claims', places: 'Places' }

/** What the filters let through, as incidents, claims or places. */
export const ResultList = ({ filters }: { readonly filters: FilterValues }) => {
  const { params } = usePlace()
  const list = LISTS.find((one) => one === params.get('list')) ?? 'incidents'
  return (
    <section className="results" aria-label="What was found">
      <div className="tabs" role="tablist" aria-label="List of">
        {LISTS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === list}
            onClick={() => setParams({ list: one === 'incidents' ? null : one })}
          >
            {NAMES[one]}
          </button>
        ))}
      </div>
      {list === 'incidents' && <Incidents filters={filters} />}
      {list === 'claims' && <Claims filters={filters} />}
      {list === 'places' && <Places filters={filters} />}
    </section>
  )
}

const Nothing = () => <p className="note nothing">Nothing fits these filters. Take one away above.</p>

const Incidents = ({ filters }: { readonly filters: FilterValues }) => {
  const { rows, more, error } = usePages<IncidentRow>(path('/incidents', filters))
  if (error && !rows) return <Failure error={error} />
  if (!rows) return <Waiting what="incidents" />
  if (rows.length === 0) return <Nothing />
  return (
    <VirtualList
      rows={rows}
      height={76}
      label="Incidents, the newest first"
      keyOf={({ id }) => id}
      onEnd={more}
      render={(row) => (
        <a className="row-link" href={hrefOf('incident', row.id)}>
          <IncidentLine row={row} />
        </a>
      )}
    />
  )
}

const Claims = ({ filters }: { readonly filters: FilterValues }) => {
  const { rows, more, error } = usePages<ClaimRow>(path('/claims', filters))
  if (error && !rows) return <Failure error={error} />
  if (!rows) return <Waiting what="claims" />
  if (rows.length === 0) return <Nothing />
  return (
    <VirtualList
      rows={rows}
      height={58}
      label="Claims, the newest first"
      keyOf={({ id }) => id}
      onEnd={more}
      render={(row) => (
        <a className="row-link" href={hrefOf('reader', row.report.id, { claim: row.id })}>
          <ClaimLine row={row} withReport />
        </a>
      )}
    />
  )
}

const Places = ({ filters }: { readonly filters: FilterValues }) => {
  const { rows, more, error } = usePages<PlaceRow>(path('/places', filters))
  if (error && !rows) return <Failure error={error} />
  if (!rows) return <Waiting what="places" />
  if (rows.length === 0) return <Nothing />
  return (
    <VirtualList
      rows={rows}
      height={48}
      label="Places, those with most claims first"
      keyOf={({ id }) => id}
      onEnd={more}
      render={(row) => (
        <button type="button" className="row-button place-row" onClick={() => setParams({ place: placeFilter(row) })}>
          <span>
            <strong>{row.name}</strong>{' '}
            <span className="note">{[row.admin1, row.country].filter((part) => part && part !== row.name).join(', ')}</span>
          </span>
          <span className="note">
            {PRECISION[row.precision]} · {row.claims}
          </span>
        </button>
      )}
    />
  )
}
