import { z } from '@hono/zod-openapi'
import { CERTAINTIES, CLAIM_TYPES, type ClaimType, STATUSES } from '../../claim.js'
import { type Filters, type Page, type PlaceFilter, type TypeFilter, VERDICTS } from '../../record/index.js'

const LONGEST = 200
const word = z.string().min(1).max(LONGEST)
const day = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .openapi({ example: '2016-11-04', description: 'ISO 8601: a day, month or year.' })

/** Several values with commas between. */
const listOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .string()
    .max(1000)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)).min(1))
    .openapi({ type: 'string', example: values[0], description: `One or several, with commas between: ${values.join(', ')}.` })

const bounded = (low: number, high: number) => z.coerce.number().min(low).max(high).openapi({ type: 'number', minimum: low, maximum: high })
const whole = (low: number, high: number) =>
  z.coerce.number().int().min(low).max(high).openapi({ type: 'integer', minimum: low, maximum: high })

const countries = z
  .string()
  .regex(/^[A-Za-z]{3}(,[A-Za-z]{3})*$/)
  .max(LONGEST)
  .transform((text) => text.toUpperCase().split(','))
  .openapi({ type: 'string', example: 'IRQ', description: 'ISO 3166-1 alpha-3, several with commas between.' })

const TYPE = new RegExp(`^(${CLAIM_TYPES.join('|')})(/[a-z-]+)?$`)
const types = z
  .string()
  .max(1000)
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(TYPE)).min(1))
  .transform((list): readonly TypeFilter[] =>
    list.map((text) => {
      const [type, mode] = text.split('/')
      return { type: type as ClaimType, mode: mode ?? null }
    }),
  )
  .openapi({ type: 'string', example: 'ASSAULT/aerial', description: 'Type or type/mode, several with commas between.' })

const DEGREES = /^(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)$/

const place = word
  .transform((text, context): PlaceFilter => {
    const geoname = /^(?:geonames:)?(\d{1,12})$/.exec(text)
    if (geoname) return { geonameid: Number(geoname[1]) }
    const degrees = DEGREES.exec(text)
    if (!degrees) return { name: text }
    const [lat, lon] = [Number(degrees[1]), Number(degrees[2])]
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) context.addIssue({ code: 'custom', message: 'no such latitude and longitude' })
    return { lat, lon }
  })
  .openapi({ type: 'string', example: 'Mosul', description: 'English name, GeoNames number, or `LAT,LON` in degrees.' })

/** Query parameters that say what to look for, with the names of the command line's options. */
export const filterParameters = {
  since: day.optional(),
  until: day.optional(),
  by: z.enum(['event', 'published']).optional().openapi({ description: 'What `since`, `until` and the order by time count by.' }),
  place: place.optional(),
  within: bounded(0, 20_000).optional().openapi({ description: 'Kilometres around `place`.' }),
  country: countries.optional(),
  actor: word.optional(),
  type: types.optional(),
  status: listOf(STATUSES).optional(),
  certainty: listOf(CERTAINTIES).optional(),
  source: word.optional(),
  origin: word.optional(),
  'min-origins': whole(0, 1_000_000).optional(),
  contradicted: z.enum(['true', 'false']).optional(),
  text: z.string().min(1).max(500).optional(),
  'as-of': day.optional(),
  confidence: bounded(0, 1).optional(),
  verdict: listOf(VERDICTS).optional(),
  report: word.optional(),
  incident: word.optional(),
}

export const pageParameters = {
  limit: whole(1, 1000).optional().openapi({ description: '50 by default.' }),
  cursor: z.string().min(1).max(500).optional(),
}
export const orderParameter = { order: z.enum(['newest', 'oldest', 'least-certain']).optional() }

export const FilterQuery = z.object(filterParameters)
export const PagedFilterQuery = z.object({ ...filterParameters, ...pageParameters, ...orderParameter })

type FilterValues = z.output<typeof FilterQuery>

/** What the query parameters ask for, in the record's words. */
export const filtersOf = (query: FilterValues): Filters => {
  const { 'min-origins': minOrigins, 'as-of': asOf, contradicted } = query
  const { since, until, by, place, within, country, actor, type, status, certainty } = query
  const { source, origin, text, confidence, verdict, report, incident } = query
  const same = { since, until, by, place, within, country, actor, type, status, certainty, source, origin, text, confidence, verdict }
  return { ...same, report, incident, minOrigins, asOf, contradicted: contradicted === undefined ? undefined : contradicted === 'true' }
}

export const pageOf = ({ limit, cursor, order }: Page): Page => ({ limit, cursor, order })
