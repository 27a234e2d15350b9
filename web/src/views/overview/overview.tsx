import { lazy, Suspense } from 'react'
import { path, useApi } from '../../api/client.js'
import type { Count, MapAnswer, Summary } from '../../api/types.js'
import { filtersOf } from '../../claims/filters.js'
import { number } from '../../claims/words.js'
import { FilterBar } from '../../parts/filter-bar.js'
import { NoReports } from '../../parts/no-reports.js'
import { Failure } from '../../parts/states.js'
import { usePlace } from '../../url.js'
import { KnownWhen } from './known-when.js'
import { ResultList } from './result-list.js'
import { Timeline } from './timeline.js'

const ClaimMap = lazy(() => import('./map.js'))

/** Where and when: map, timeline and list of one selection. */
export default function Overview() {
  const { params } = usePlace()
  const filters = filtersOf(params)
  const { data: summary } = useApi<Summary>('/summary')
  const { data: map, error } = useApi<MapAnswer>(path('/map', filters))
  const { data: claims } = useApi<Count>(path('/claims/count', filters))
  const { data: incidents } = useApi<Count>(path('/incidents/count', filters))
  if (summary?.reports === 0) return <NoReports />
  return (
    <div className="overview">
      <h1 className="visually-hidden">Overview</h1>
      <FilterBar>
        <p className="totals" role="status">
          <Tally of={claims} one="claim" /> in <Tally of={incidents} one="incident" />
          {summary && <span className="note"> from {number(summary.reports)} reports</span>}
        </p>
      </FilterBar>
      <div className="map-area">
        {error ? (
          <Failure error={error} />
        ) : (
          <Suspense fallback={<p className="waiting">Drawing the map…</p>}>
            <ClaimMap answer={map} />
          </Suspense>
        )}
      </div>
      <ResultList filters={filters} />
      <div className="time-area">
        <Timeline />
        <KnownWhen />
      </div>
    </div>
  )
}

const Tally = ({ of, one }: { readonly of: Count | null; readonly one: string }) =>
  of === null ? (
    <span>…</span>
  ) : (
    <span>
      <strong>
        {number(of.count)}
        {of.atLeast && '+'}
      </strong>{' '}
      {of.count === 1 ? one : `${one}s`}
    </span>
  )
