import type { Claim, Figure } from '../claim.js'
import type { IncidentRow } from '../record/query/rows.js'

/** The parts of a claim as plain words for a cell. */
export const actorsOf = (fillers: Claim['actor']): string => fillers.map(({ name }) => name).join('; ')

export const placesOf = ({ place }: Claim): string =>
  place.map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join('; ')

export const figuresOf = ({ figures }: Claim): string => figures.map(figureWords).join('; ')

const figureWords = ({ low, high, kind, of }: Figure): string => {
  const [from, to] = [low?.toLocaleString('en'), high?.toLocaleString('en')]
  const count = low === high ? from : low === null ? `up to ${to}` : high === null ? `${from} or more` : `${from}–${to}`
  return [count, of, kind === 'other' ? null : kind].filter((part) => part !== null && part !== undefined).join(' ')
}

/** Status, certainty and the rest, as far as they are not plain. */
export const remarksOf = ({ status, negated, background, certainty }: Claim): string =>
  [
    ...(status === 'actual' ? [] : [status]),
    ...(negated ? ['negated'] : []),
    ...(background ? ['background'] : []),
    ...(certainty === 'certain' ? [] : [certainty]),
  ].join(', ')

/** Who says so, the innermost source first. */
export const sourcesOf = ({ attribution }: Claim): string =>
  attribution
    .map(({ source }) => source?.name ?? 'somebody unnamed')
    .reverse()
    .join(' via ')

export const typeOf = ({ type, mode }: { readonly type: string; readonly mode: string | null }): string =>
  mode === null ? type : `${type}/${mode}`

export const daysWords = ({ from, to }: Pick<IncidentRow, 'from' | 'to'>): string =>
  from === to ? (from ?? '') : `${from ?? ''}..${to ?? ''}`
