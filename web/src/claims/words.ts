import type { ActorFiller, Claim, Figure, IncidentRow, PlaceFiller } from '../api/types.js'

const numbers = new Intl.NumberFormat('en')
export const number = (value: number): string => numbers.format(value)

/** "12", "at least 12", "up to 30", "3,000–5,000". */
export const rangeText = ({ low, high }: Pick<Figure, 'low' | 'high'>): string => {
  if (low !== null && high !== null) return low === high ? number(low) : `${number(low)}–${number(high)}`
  return low !== null ? `at least ${number(low)}` : high !== null ? `up to ${number(high)}` : 'not given'
}

export const figureText = (figure: Figure): string =>
  `${rangeText(figure)} ${figure.kind === 'other' ? (figure.of ?? '') : figure.kind}`.trim()

export const names = (fillers: readonly (ActorFiller | PlaceFiller)[]): string => fillers.map(({ name }) => name).join(', ')

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An ISO date of any precision, for people: `2016-11-04` is "4 Nov 2016". */
export const dateText = (iso: string): string => {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? []
  if (!year) return iso
  return [day && String(Number(day)), month && (MONTHS[Number(month) - 1] ?? month), year].filter(Boolean).join(' ')
}

/** EDTF for people: intervals with a dash, open ends in words. */
export const edtfText = (value: string): string => {
  const [from, to] = value.split('/')
  if (to === undefined) return dateText(value)
  if (from === '..' || from === '') return `until ${dateText(to)}`
  if (to === '..' || to === '') return `from ${dateText(from!)}`
  return from === to ? dateText(to) : `${dateText(from!)} – ${dateText(to)}`
}

export const incidentWhen = ({ from, to }: IncidentRow): string | null =>
  from === null && to === null ? null : from === to ? dateText(from!) : edtfText(`${from ?? '..'}/${to ?? '..'}`)

/** Who does what to whom, in one line. */
export const gloss = (claim: Claim): string => {
  const [who, whom, where] = [names(claim.actor), names(claim.recipient), names(claim.place)]
  const deed = `${who} ${claim.negated ? 'not ' : ''}${claim.trigger.text}`.trim()
  return [whom ? `${deed} → ${whom}` : deed, where].filter(Boolean).join(' · ')
}

export const saidBy = (claim: Claim): string | null =>
  claim.attribution.length === 0 ? null : claim.attribution.map(({ source }) => source?.name ?? 'nobody named').join(' › ')

export const PRECISION: { readonly [precision in PlaceFiller['precision']]: string } = {
  exact: 'exact point',
  near: 'near a point',
  town: 'town',
  district: 'district',
  province: 'province',
  region: 'region',
  country: 'country',
  unknown: 'not in the gazetteer',
}
