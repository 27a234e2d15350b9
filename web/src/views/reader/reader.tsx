import { usePlace } from '../../url.js'
import { OneReport } from './one-report.js'
import { ReportList } from './report-list.js'

/** All reports, or one of them with its claims. */
export default function Reader() {
  const { id, params } = usePlace()
  return (
    <div className={`reader ${id === null ? 'without-report' : ''}`}>
      <ReportList selected={id} text={params.get('text')} />
      {id !== null && <OneReport key={id} id={id} />}
    </div>
  )
}
