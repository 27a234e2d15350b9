import type { Candidate, DateFields, Reading } from '../meaning.js'

/** Reads two neighbours as one expression, or null where they stay two. `between` is the text that parts them. */
type Join = (left: Candidate, right: Candidate, between: string) => Reading | null

const fieldsOf = (candidate: Candidate): DateFields | null =>
  candidate.meaning.type === 'date' || candidate.meaning.type === 'adjacent' ? candidate.meaning.fields : null

const isDay = ({ meaning }: Candidate): boolean =>
  meaning.type === 'shift'
    ? meaning.unit === 'day'
    : (meaning.type === 'date' || meaning.type === 'adjacent') &&
      (meaning.fields.day ?? meaning.fields.weekday ?? meaning.fields.holiday) !== undefined

const isClock = ({ meaning, clock, part }: Candidate): boolean =>
  meaning.type === 'shift' && meaning.anchor === 'nearby' && (clock !== undefined || part !== undefined)

/** `Tuesday, Oct. 25`, `last Saturday, 10 December`, `Saturday night, 1 October`. */
const weekdayAndDate: Join = (left, right, between) => {
  const [a, b] = [fieldsOf(left), fieldsOf(right)]
  if (a?.weekday === undefined || b?.day === undefined || b.weekday !== undefined || right.meaning.type !== 'date') return null
  return /^,?\s+(?:the\s+)?$/.test(between) ? { ...right, ...timeOf(left), meaning: right.meaning } : null
}

/** `9 a.m. Tuesday`, `noon on Thursday`, `the night of 12 October`, `0100 on 26 August`, `5 p.m. EST, Nov. 6`. */
const clockAndDay: Join = (left, right, between) =>
  isClock(left) && isDay(right) && right.clock === undefined && /^,?\s+(?:on\s+|of\s+)?$/.test(between)
    ? { ...timeOf(right), ...timeOf(left), meaning: right.meaning }
    : null

/** `July last year`, `2 May this year`, `the third quarter of 2016`, `the summer of nineteen ninety-four`, `the first half of last year`. */
const dateAndYear: Join = (left, right, between) => {
  if (left.meaning.type !== 'date' || !/^,?\s+(?:of\s+)?$/.test(between)) return null
  const { fields } = left.meaning
  if (fields.year !== undefined || fields.yearFrom !== undefined || fields.weekday !== undefined) return null
  const year = yearOf(right)
  return year === null ? null : { ...timeOf(left), meaning: { type: 'date', fields: { ...fields, ...year } } }
}

/** `last year's third quarter`, `this year's summer`, `1994's second half`. */
const yearAndDate: Join = (left, right, between) => {
  const fields = fieldsOf(right)
  if (right.meaning.type !== 'date' || !/^['’]s\s+$/.test(between) || (fields?.quarter ?? fields?.half ?? fields?.season) === undefined)
    return null
  const year = yearOf(left)
  return year === null || fields!.year !== undefined ? null : { meaning: { type: 'date', fields: { ...fields, ...year } } }
}

/** `year-ago third quarter`, `the third quarter a year ago`. */
const yearOf = ({ meaning }: Candidate): DateFields | null => {
  if (meaning.type === 'date' && meaning.fields.year !== undefined && Object.keys(meaning.fields).length === 1)
    return { year: meaning.fields.year }
  if (meaning.type === 'shift' && meaning.unit === 'year') return { yearFrom: { shift: meaning.count, anchor: meaning.anchor } }
  return null
}

const timeOf = ({ clock, part, modifier }: Candidate): Partial<Reading> => ({
  ...(clock === undefined ? {} : { clock }),
  ...(part === undefined ? {} : { part }),
  ...(modifier === undefined ? {} : { modifier }),
})

/** `the year-earlier third quarter`, `the quarter a year ago`. */
const yearAgoAndDate: Join = (left, right, between) => {
  const [date, ago] = left.rule === 'year-ago' ? [right, left] : [left, right]
  if (!/^\s+$/.test(between) || ago.meaning.type !== 'offset' || ago.meaning.length.unit !== 'year' || ago.meaning.direction !== -1)
    return null
  const fields = date.meaning.type === 'date' ? date.meaning.fields : null
  if (
    (fields?.quarter ?? fields?.month) === undefined ||
    fields!.day !== undefined ||
    fields!.year !== undefined ||
    ago.meaning.length.amount === null
  )
    return null
  return { meaning: { type: 'date', fields: { ...fields, yearFrom: { shift: -ago.meaning.length.amount, anchor: 'published' } } } }
}

/** `the week of March 6`. */
const weekOf: Join = (left, right, between) =>
  left.rule === 'week-of' && between === ' ' && right.meaning.type === 'date' && right.meaning.fields.day !== undefined
    ? { meaning: { type: 'date', fields: { ...right.meaning.fields, week: true } } }
    : null

const JOINS: readonly Join[] = [weekdayAndDate, clockAndDay, dateAndYear, yearAndDate, yearAgoAndDate, weekOf]

/** Joins neighbours until none can be joined; candidates in text order. */
export const joinNeighbours = (text: string, candidates: readonly Candidate[]): Candidate[] => {
  const joined: Candidate[] = []
  for (const candidate of candidates) {
    let right = candidate
    for (let left = joined.at(-1); left !== undefined; left = joined.at(-1)) {
      const between = text.slice(left.span.end, right.span.start)
      const reading = between.length > 12 ? null : JOINS.map((join) => join(left!, right, between)).find((found) => found !== null)
      if (!reading) break
      right = { ...reading, rule: `${left.rule}+${right.rule}`, span: { start: left.span.start, end: right.span.end } }
      joined.pop()
    }
    joined.push(right)
  }
  return joined
}
