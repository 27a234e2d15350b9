import type { Span } from '../../report.js'
import type { Candidate } from './meaning.js'
import { type CalendarUnit, isLonger, type Moment } from './moment.js'

/** `news` counts from its day of publication; a `narrative` (an encyclopaedic text, a history) from the date it told last. */
export type Genre = 'news' | 'narrative'

/** A date told, and where. */
export interface Told {
  readonly moment: Moment
  readonly span: Span
  readonly sentence: number
  /** Whether its year stood in the words. */
  readonly yearStated: boolean
}

/** The last date told that is at least as exact as the unit, within `reach` sentences back; null where there is none. */
export const lastTold = (told: readonly Told[], unit: CalendarUnit, sentence: number, reach = Number.POSITIVE_INFINITY): Moment | null =>
  told.findLast((one) => !isLonger(one.moment.unit, unit) && sentence - one.sentence <= reach)?.moment ?? null

const isDeictic = ({ meaning }: Candidate): boolean =>
  (meaning.type === 'shift' && meaning.anchor === 'published') ||
  (meaning.type === 'offset' && meaning.anchor === 'published') ||
  (meaning.type === 'adjacent' && meaning.anchor === 'published') ||
  (meaning.type === 'date' && meaning.fields.weekday !== undefined && meaning.fields.day === undefined)

const statesYear = ({ meaning }: Candidate): boolean =>
  (meaning.type === 'date' && meaning.fields.year !== undefined) || meaning.type === 'era'

/** Without a date of publication, or where stated years outnumber words like "Tuesday" and "last week" by far, a text is a narrative. */
export const genreOf = (candidates: readonly Candidate[], published: Moment | null): Genre => {
  if (published === null) return 'narrative'
  const years = candidates.filter(statesYear).length
  const deictic = candidates.filter(isDeictic).length
  return years >= 10 && years > 4 * deictic ? 'narrative' : 'news'
}
