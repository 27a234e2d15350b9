import type { ActorFiller } from '../claim.js'

/** PLOVER's labels of actors across borders and its sectors of those who act in public; the rest may be private people. */
const LABELS = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'IMG', 'MNC'])
const SECTORS = new Set(['GOV', 'MIL', 'PRM', 'REB', 'UAF', 'COP', 'SPY', 'JUD', 'LEG', 'PTY', 'OPP', 'CRM', 'SOC'])

const PROPER = /(?:^|\s)(?!(?:The|A|An|Some|Many|Several|Most|Other)\b)\p{Lu}/u

/**
 * Whether somebody may be followed from report to report: a known actor, one who acts for a body, or people described without a name.
 * A named person of whom nothing else is known stays in the report that names them.
 */
export const isPublic = ({ actor, code, name }: Pick<ActorFiller, 'actor' | 'code' | 'name'>): boolean => {
  if (actor !== null) return true
  const [country, sector] = code?.split(':') ?? []
  if (country !== undefined && (LABELS.has(country) || SECTORS.has(sector ?? ''))) return true
  return !PROPER.test(name)
}
