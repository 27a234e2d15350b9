import type { IncidentRow } from '../api/types.js'
import { FamilyMark } from '../parts/marks.js'
import { familyOf, typeName } from './family.js'
import { incidentWhen } from './words.js'

/** An incident in three short lines: what and where, who, and on whose word. */
export const IncidentLine = ({ row }: { readonly row: IncidentRow }) => {
  const who = [row.actors.slice(0, 2).join(', '), row.recipients.slice(0, 2).join(', ')]
  return (
    <span className="incident-line">
      <span className="first">
        <FamilyMark family={familyOf(row.type)} />
        <span className="type">{typeName(row.type)}</span>
        {row.mode && <span className="note">{row.mode}</span>}
        <span className="where">{row.place?.name ?? ''}</span>
        <span className="when">{incidentWhen(row) ?? 'undated'}</span>
      </span>
      <span className="who">{who.filter(Boolean).join(' → ') || <span className="note">nobody named</span>}</span>
      <span className="tally">
        {row.claims} {row.claims === 1 ? 'claim' : 'claims'} · {row.origins} {row.origins === 1 ? 'origin' : 'independent origins'}
        {row.contradictions > 0 && (
          <span className="contradicted">
            {' '}
            <span aria-hidden="true">≠</span> {row.contradictions} contradicted
          </span>
        )}
      </span>
    </span>
  )
}
