import { z } from 'zod'
import { CERTAINTIES, CLAIM_TYPES, FIGURE_KINDS, STATUSES } from '../claim.js'
import { type CorrectableField, DECISION_KINDS } from './decision.js'

const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).refine(({ start, end }) => start <= end)
const quote = { span, text: z.string().max(10_000) }
const name = z.string().max(1000)
const optional = name.nullable()

const actors = z.array(z.strictObject({ ...quote, name, code: optional, actor: optional, wikidata: optional, how: name })).max(100)
const spot = { geonameid: z.int().nullable(), name, country: optional, admin1: optional }
const places = z
  .array(
    z.strictObject({
      ...quote,
      ...spot,
      lat: z.number().min(-90).max(90).nullable(),
      lon: z.number().min(-180).max(180).nullable(),
      precision: z.enum(['exact', 'near', 'town', 'district', 'province', 'region', 'country', 'unknown']),
      alternatives: z.array(z.strictObject({ ...spot, lat: z.number(), lon: z.number() })).max(100),
      how: name,
    }),
  )
  .max(100)
const bound = z.number().min(0).nullable()

/** What each field of a claim that a person can correct must look like. */
export const FIELDS = {
  type: z.enum(CLAIM_TYPES),
  mode: z.string().max(100).nullable(),
  actor: actors,
  recipient: actors,
  place: places,
  time: z.strictObject({
    span: span.nullable(),
    text: optional,
    value: z.string().max(100).nullable(),
    precision: z.enum(['day', 'month', 'season', 'year', 'interval', 'unknown']),
    how: name,
  }),
  figures: z
    .array(
      z
        .strictObject({ ...quote, kind: z.enum(FIGURE_KINDS), of: optional, low: bound, high: bound })
        .refine(
          ({ low, high }) => (low !== null || high !== null) && (low === null || high === null || low <= high),
          'needs bounds in order',
        ),
    )
    .max(100),
  status: z.enum(STATUSES),
  negated: z.boolean(),
  background: z.boolean(),
  certainty: z.enum(CERTAINTIES),
  attribution: z
    .array(
      z.strictObject({
        source: z.strictObject({ ...quote, name, code: optional }).nullable(),
        cue: z.strictObject(quote).nullable(),
      }),
    )
    .max(20),
} as const satisfies { readonly [field in CorrectableField]: z.ZodType }

/** A claim as a person adds it. */
export const ADDED = z.object({ ...FIELDS, sentence: span, trigger: z.strictObject(quote) })

const key = z.strictObject({ text: z.string().max(64), trigger: span, type: z.enum(CLAIM_TYPES) })
const id = z.string().min(1).max(64)
const side = z.array(id).max(100_000)

/** A decision as another copy of a record exports it. */
export const DECISION = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  author: z.string().min(1).max(200),
  role: z.enum(['coder', 'adjudicator']),
  at: z.iso.datetime({ precision: 3 }),
  kind: z.enum(DECISION_KINDS),
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('claim'), id, key }),
    z.strictObject({ kind: z.literal('incident'), id, claims: side }),
    z.strictObject({ kind: z.literal('pair'), id, other: id, sides: z.tuple([side, side]) }),
    z.strictObject({ kind: z.literal('report'), id, span: span.nullable() }),
    z.strictObject({ kind: z.literal('decision'), id }),
  ]),
  field: z.enum(Object.keys(FIELDS) as [CorrectableField, ...CorrectableField[]]).nullable(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().max(10_000).nullable(),
  seen: z.unknown(),
})
