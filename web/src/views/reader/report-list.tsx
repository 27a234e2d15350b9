import { path, usePages } from '../../api/client.js'
import type { ReportRow } from '../../api/types.js'
import { dateText } from '../../claims/words.js'
import { NoReports } from '../../parts/no-reports.js'
import { Failure, Waiting } from '../../parts/states.js'
import { VirtualList } from '../../parts/virtual-list.js'
import { hrefOf, setParams } from '../../url.js'

/** Reports to choose from, by words in them. */
export const ReportList = ({ selected, text }: { readonly selected: string | null; readonly text: string | null }) => {
  const { rows, error, more, settled } = usePages<ReportRow>(path('/reports', { text }))
  return (
    <nav className="report-list" aria-label="Reports">
      <search>
        <input
          type="search"
          defaultValue={text ?? ''}
          placeholder="Words in the report"
          aria-label="Words in the report"
          onChange={(event) => setParams({ text: event.currentTarget.value.trim() || null })}
        />
      </search>
      {error && !rows && <Failure error={error} />}
      {rows === null && !error && <Waiting what="reports" />}
      {rows?.length === 0 && settled && (text ? <p className="note nothing">No report has these words.</p> : <NoReports />)}
      {rows && rows.length > 0 && (
        <VirtualList
          rows={rows}
          height={66}
          label="Reports, the newest first"
          keyOf={({ id }) => id}
          selected={rows.findIndex(({ id }) => id === selected)}
          onEnd={more}
          render={(row) => (
            <a
              href={hrefOf('reader', row.id, { text })}
              aria-current={row.id === selected ? 'true' : undefined}
              className="report-row"
              data-keeps-scroll
            >
              <span className="title">{row.title ?? row.doc}</span>
              <span className="about">
                <span>{[row.publisher, row.published && dateText(row.published)].filter(Boolean).join(' · ')}</span>
                <span className="tally" title={`${row.claims} claims`}>
                  {row.copyOf && <span title="Copy of another report">copy · </span>}
                  {row.claims}
                </span>
              </span>
            </a>
          )}
        />
      )}
    </nav>
  )
}
