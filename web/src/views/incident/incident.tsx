import { path, usePages } from '../../api/client.js'
import type { IncidentRow } from '../../api/types.js'
import { filtersOf } from '../../claims/filters.js'
import { IncidentLine } from '../../claims/incident-line.js'
import { FilterBar } from '../../parts/filter-bar.js'
import { Empty, Failure, Waiting } from '../../parts/states.js'
import { VirtualList } from '../../parts/virtual-list.js'
import { hrefOf, usePlace } from '../../url.js'
import { OneIncident } from './one-incident.js'

/** All incidents, or one with its accounts side by side. */
export default function Incident() {
  const { id } = usePlace()
  return id === null ? <AllIncidents /> : <OneIncident key={id} id={id} />
}

const AllIncidents = () => {
  const { params } = usePlace()
  const { rows, error, more } = usePages<IncidentRow>(path('/incidents', filtersOf(params)))
  return (
    <div className="listing">
      <h1 className="visually-hidden">Incidents</h1>
      <FilterBar />
      {error && !rows && <Failure error={error} />}
      {!rows && !error && <Waiting what="incidents" />}
      {rows?.length === 0 && (
        <Empty title="No incidents">
          <p>Claims of one happening are joined into an incident as reports are added. Add reports, or take a filter away.</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <VirtualList
          rows={rows}
          height={76}
          label="Incidents, the newest first"
          keyOf={(row) => row.id}
          onEnd={more}
          className="wide"
          render={(row) => (
            <a className="row-link" href={hrefOf('incident', row.id)}>
              <IncidentLine row={row} />
            </a>
          )}
        />
      )}
    </div>
  )
}
