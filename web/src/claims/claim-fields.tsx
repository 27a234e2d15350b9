import type { ReactNode } from 'react'
import { useApi } from '../api/client.js'
import type { ActorFiller, Claim, ClaimRow, PlaceFiller } from '../api/types.js'
import { Confidence, TypeMark } from '../parts/marks.js'
import { hrefOf } from '../url.js'
import { FIELD_NAME, FIELDS, type Field } from './fields.js'
import { edtfText, PRECISION, rangeText } from './words.js'

interface Props {
  readonly row: ClaimRow
  readonly field: Field | null
  readonly onField: (field: Field | null) => void
  /** What stands in the place of a field's value while it is corrected. */
  readonly editor?: ((field: Field) => ReactNode) | undefined
}

/** A claim field by field: what is said, in which words, and how it was found. */
export const ClaimFields = ({ row, field, onField, editor }: Props) => (
  <div className="claim-fields">
    {FIELDS.map((one) => {
      const edited = editor?.(one)
      const empty = isEmpty(row.claim, one)
      return (
        <div key={one} className={`claim-field ${one === field ? 'current' : ''} ${empty ? 'is-empty' : ''}`}>
          {edited ?? (
            <button type="button" aria-expanded={one === field} onClick={() => onField(one === field ? null : one)}>
              <span className="name">{FIELD_NAME[one]}</span>
              <span className="value">
                <Value claim={row.claim} field={one} />
                {row.corrected.includes(one) && <span className="by-person">corrected</span>}
              </span>
            </button>
          )}
          {one === field && !edited && <Why id={row.id} field={one} />}
        </div>
      )
    })}
    <p className="reading">
      <Confidence value={row.claim.confidence} />
      <span>{row.coder ? `${row.coder.name} ${row.coder.version}` : 'added by a person'}</span>
    </p>
  </div>
)

const isEmpty = (claim: Claim, field: Field): boolean => {
  if (field === 'negated' || field === 'background') return !claim[field]
  if (field === 'time') return claim.time.value === null && claim.time.text === null
  const value = claim[field]
  return field !== 'attribution' && Array.isArray(value) && value.length === 0
}

const Words = ({ text }: { readonly text: string }) => <q className="words">{text}</q>

const Filler = ({ filler }: { readonly filler: ActorFiller | PlaceFiller }) => (
  <span className="filler">
    <strong>{filler.name}</strong>
    {'code' in filler && filler.code && <code title="Country and sector">{filler.code}</code>}
    {'precision' in filler && (
      <span className="note">
        {[filler.admin1, filler.country].filter((part) => part && part !== filler.name).join(', ')}
        {filler.precision !== 'unknown' ? ` · ${PRECISION[filler.precision]}` : ` · ${PRECISION.unknown}`}
      </span>
    )}
    {filler.text !== filler.name && <Words text={filler.text} />}
  </span>
)

const Value = ({ claim, field }: { readonly claim: Claim; readonly field: Field }) => {
  if (field === 'type')
    return (
      <span className="filler">
        <TypeMark type={claim.type} mode={claim.mode} />
        <Words text={claim.trigger.text} />
      </span>
    )
  if (field === 'actor' || field === 'recipient' || field === 'place') {
    const fillers = claim[field]
    return fillers.length === 0 ? <None /> : fillers.map((filler) => <Filler key={`${filler.span.start}`} filler={filler} />)
  }
  if (field === 'time') {
    const { value, text, how } = claim.time
    if (value === null && text === null) return <None />
    return (
      <span className="filler">
        <strong>{value === null ? 'undated' : edtfText(value)}</strong>
        {value && <code>{value}</code>}
        {text && <Words text={text} />}
        {!text && <span className="note">{how.replaceAll('-', ' ')}</span>}
      </span>
    )
  }
  if (field === 'figures')
    return claim.figures.length === 0 ? (
      <None />
    ) : (
      claim.figures.map((figure) => (
        <span className="filler" key={figure.span.start}>
          <strong className="figure">{rangeText(figure)}</strong>
          <span>
            {figure.kind === 'other' ? '' : figure.kind} {figure.of && <span className="note">{figure.of}</span>}
          </span>
          <Words text={figure.text} />
        </span>
      ))
    )
  if (field === 'attribution')
    return claim.attribution.length === 0 ? (
      <span className="note">the publisher itself</span>
    ) : (
      <ol className="chain">
        {claim.attribution.map(({ source, cue }) => (
          <li key={`${source?.span.start} ${cue?.span.start}`}>
            <strong>{source?.name ?? 'nobody named'}</strong>
            {source?.code && <code>{source.code}</code>} {cue && <Words text={cue.text} />}
          </li>
        ))}
      </ol>
    )
  if (field === 'negated') return claim.negated ? <strong>yes: said not to be so</strong> : <span className="note">no</span>
  if (field === 'background') return claim.background ? <strong>yes: told as history</strong> : <span className="note">no</span>
  return <strong className="plain">{claim[field]}</strong>
}

const None = () => <span className="note">not given</span>

interface WhyAnswer {
  readonly how: readonly string[]
  readonly alternatives: readonly { readonly name?: string; readonly admin1?: string | null; readonly country?: string | null }[]
  readonly decisions: readonly {
    readonly id: string
    readonly author: string
    readonly at: string
    readonly kind: string
    readonly reason: string | null
  }[]
}

/** How a value came about. */
const Why = ({ id, field }: { readonly id: string; readonly field: Field }) => {
  const { data } = useApi<WhyAnswer>(`/claims/${id}/why?field=${field}`)
  if (!data) return null
  return (
    <div className="why">
      <p>Found by: {data.how.map((rule) => rule.replaceAll('-', ' ')).join(', ') || 'the reading'}</p>
      {data.alternatives.length > 0 && (
        <p>
          Could also be:{' '}
          {data.alternatives
            .slice(0, 4)
            .map(({ name, admin1, country }) => [name, admin1, country].filter(Boolean).join(', '))
            .join(' · ')}
        </p>
      )}
      {data.decisions.map(({ id: key, author, at, kind, reason }) => (
        <p key={key}>
          {author} · {kind} · {at.slice(0, 10)}
          {reason && <> · “{reason}”</>}
        </p>
      ))}
    </div>
  )
}

/** Links from a claim to where else it stands. */
export const ClaimLinks = ({ row }: { readonly row: ClaimRow }) => (
  <p className="claim-links">
    {row.incident && <a href={hrefOf('incident', row.incident, { claim: row.id })}>The incident</a>}
    <a href={hrefOf('review', row.id)}>Review it</a>
    {row.origin && (
      <a href={hrefOf('sources', null, { kind: 'origin' })} title={`Origin: ${row.origin.kind}`}>
        Origin: {row.origin.name}
      </a>
    )}
  </p>
)
