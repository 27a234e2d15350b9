import type { ClaimRow } from '../api/types.js'
import { FamilyMark, Qualities, VerdictMark } from '../parts/marks.js'
import { familyOf, typeName } from './family.js'
import { edtfText, figureText, gloss, saidBy } from './words.js'

/** A claim in two lines. */
export const ClaimLine = ({ row, withReport = false }: { readonly row: ClaimRow; readonly withReport?: boolean }) => {
  const { claim, report } = row
  const said = saidBy(claim)
  const details = [
    claim.time.value && edtfText(claim.time.value),
    ...claim.figures.map(figureText),
    said && `says ${said}`,
    withReport && (report.publisher ?? report.title ?? report.doc),
  ]
  return (
    <span className="claim-line">
      <span className="first">
        <FamilyMark family={familyOf(claim.type)} />
        <span className="type">{typeName(claim.type)}</span>
        <span className="gloss">{gloss(claim)}</span>
      </span>
      <span className="second">
        <VerdictMark verdict={row.verdict} />
        <Qualities row={row} />
        <span className="details">{details.filter(Boolean).join(' · ')}</span>
      </span>
    </span>
  )
}
