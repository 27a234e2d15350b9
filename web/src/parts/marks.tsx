import type { ClaimRow, ClaimType, Verdict } from '../api/types.js'
import { definitionOf, FAMILY, type Family, familyOf, typeName } from '../claims/family.js'

/** One shape a family, so that nothing rests on colour. */
const SHAPES: { readonly [family in Family]: string } = {
  force: 'M8 1 15 14H1Z',
  dispute: 'M8 1 15 8 8 15 1 8Z',
  accord: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13Z',
  help: 'M6 1.5h4V6h4.5v4H10v4.5H6V10H1.5V6H6Z',
  people: 'M8 1.5a3 3 0 0 1 0 6.2a3 3 0 0 1 0-6.2ZM2 15c0-4 2.5-6 6-6s6 2 6 6Z',
  standing: 'M2 2h12v12H2Z',
}

export const FamilyMark = ({ family }: { readonly family: Family }) => (
  <svg className={`family-mark f-${family}`} viewBox="0 0 16 16" aria-hidden="true">
    <path d={SHAPES[family]} />
  </svg>
)

/** Type and mode of a claim with the shape of its family. */
export const TypeMark = ({ type, mode }: { readonly type: ClaimType; readonly mode: string | null }) => (
  <span className={`type-mark f-${familyOf(type)}`} title={`${FAMILY[familyOf(type)].name}. ${definitionOf(type)}`}>
    <FamilyMark family={familyOf(type)} />
    {typeName(type)}
    {mode && <span className="mode">{mode}</span>}
  </span>
)

const VERDICTS: { readonly [verdict in Verdict]: readonly [sign: string, word: string] } = {
  none: ['', ''],
  accepted: ['✓', 'accepted'],
  rejected: ['✕', 'rejected'],
  held: ['‖', 'held'],
}

export const VerdictMark = ({ verdict }: { readonly verdict: Verdict }) =>
  verdict === 'none' ? null : (
    <span className={`verdict v-${verdict}`}>
      <span aria-hidden="true">{VERDICTS[verdict][0]}</span> {VERDICTS[verdict][1]}
    </span>
  )

/** What makes a claim less than a plain fact: status, denial, doubt, background, contradiction. */
export const Qualities = ({ row }: { readonly row: Pick<ClaimRow, 'claim' | 'contradicted' | 'corrected'> }) => {
  const { status, negated, certainty, background } = row.claim
  const words = [
    status === 'actual' ? null : status,
    negated ? 'not so' : null,
    certainty === 'certain' ? null : certainty,
    background ? 'background' : null,
  ]
  return (
    <span className="qualities">
      {words.map((word) => word && <span key={word}>{word}</span>)}
      {row.corrected.length > 0 && <span title={`corrected: ${row.corrected.join(', ')}`}>corrected</span>}
      {row.contradicted && (
        <span className="contradicted">
          <span aria-hidden="true">≠</span> contradicted
        </span>
      )}
    </span>
  )
}

/** How sure the reading is, as a bar and a number. */
export const Confidence = ({ value }: { readonly value: number }) => (
  <span className="confidence" title="How likely it is that the text says this, as the reading judges">
    <span className="bar" aria-hidden="true">
      <span style={{ inlineSize: `${Math.round(value * 100)}%` }} />
    </span>
    {Math.round(value * 100)}%
  </span>
)
