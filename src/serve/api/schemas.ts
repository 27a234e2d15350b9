import { z } from '@hono/zod-openapi'
import {
  type ActorFiller,
  CERTAINTIES,
  CLAIM_TYPES,
  type Claim,
  type Coder,
  FIGURE_KINDS,
  type Figure,
  type PlaceFiller,
  STATUSES,
  type TimeFiller,
} from '../../claim.js'
import type {
  Account,
  ActorRow,
  ClaimRow,
  Coding,
  Contradiction,
  Evidence,
  IncidentRow,
  LinkReason,
  OriginRef,
  PlaceRef,
  PlaceRow,
  ReportRow,
} from '../../record/index.js'
import { CORRECTABLE, DECISION_KINDS, type Decision, VERDICTS } from '../../record/index.js'
import type { Problem, Span } from '../../report.js'

const offset = z.int().min(0)

/** A named schema or null, which `nullable` would describe as something that is both. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()])

export const SpanSchema = z
  .object({ start: offset, end: offset })
  .openapi('Span', { description: "Half-open range of UTF-16 code units of the report's text." }) satisfies z.ZodType<Span>

const quote = { span: SpanSchema, text: z.string() }
export const QuoteSchema = z.object(quote).openapi('Quote')

const PRECISIONS = ['exact', 'near', 'town', 'district', 'province', 'region', 'country', 'unknown'] as const

export const ActorFillerSchema = z
  .object({
    ...quote,
    name: z.string(),
    code: z.string().nullable(),
    actor: z.string().nullable(),
    wikidata: z.string().nullable(),
    how: z.string(),
  })
  .openapi('ActorFiller') satisfies z.ZodType<ActorFiller>

const degrees = { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }

export const PlaceFillerSchema = z
  .object({
    ...quote,
    name: z.string(),
    country: z.string().nullable(),
    geonameid: z.int().nullable(),
    lat: degrees.lat.nullable(),
    lon: degrees.lon.nullable(),
    admin1: z.string().nullable(),
    precision: z.enum(PRECISIONS),
    alternatives: z.array(
      z.object({
        geonameid: z.int().nullable(),
        name: z.string(),
        country: z.string().nullable(),
        admin1: z.string().nullable(),
        ...degrees,
      }),
    ),
    how: z.string(),
  })
  .openapi('PlaceFiller') satisfies z.ZodType<PlaceFiller>

export const TimeFillerSchema = z
  .object({
    span: orNull(SpanSchema),
    text: z.string().nullable(),
    value: z.string().nullable().openapi({ description: 'EDTF' }),
    precision: z.enum(['day', 'month', 'season', 'year', 'interval', 'unknown']),
    how: z.string(),
  })
  .openapi('TimeFiller') satisfies z.ZodType<TimeFiller>

export const FigureSchema = z
  .object({
    ...quote,
    kind: z.enum(FIGURE_KINDS),
    of: z.string().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .openapi('Figure') satisfies z.ZodType<Figure>

export const AttributionSchema = z
  .object({
    source: z.object({ ...quote, name: z.string(), code: z.string().nullable() }).nullable(),
    cue: orNull(QuoteSchema),
  })
  .openapi('Attribution') satisfies z.ZodType<Claim['attribution'][number]>

export const CodesSchema = z
  .object({
    plover: z.object({ type: z.string().nullable(), mode: z.string().nullable(), contexts: z.array(z.string()) }),
    cameo: z.string().nullable(),
    quadClass: z.enum(['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict']).nullable(),
    acled: z.object({ event: z.string(), subEvent: z.string() }).nullable(),
  })
  .openapi('Codes') satisfies z.ZodType<Claim['codes']>

/** What a person can say of a claim that the coder missed. */
export const codedFields = {
  type: z.enum(CLAIM_TYPES),
  mode: z.string().nullable(),
  sentence: SpanSchema,
  trigger: QuoteSchema,
  actor: z.array(ActorFillerSchema),
  recipient: z.array(ActorFillerSchema),
  place: z.array(PlaceFillerSchema),
  time: TimeFillerSchema,
  figures: z.array(FigureSchema),
  status: z.enum(STATUSES),
  negated: z.boolean(),
  background: z.boolean(),
  certainty: z.enum(CERTAINTIES),
  attribution: z.array(AttributionSchema),
}

export const ClaimSchema: z.ZodType<Claim> = z
  .object({ id: z.string(), ...codedFields, codes: CodesSchema, confidence: z.number() })
  .openapi('Claim')

export const CoderSchema = z
  .object({ name: z.string(), version: z.string(), model: z.string() })
  .openapi('Coder') satisfies z.ZodType<Coder>

export const OriginSchema = z
  .object({ id: z.string(), name: z.string(), kind: z.string() })
  .openapi('Origin') satisfies z.ZodType<OriginRef>

export const VerdictSchema = z.enum(VERDICTS)
export const FieldSchema = z.enum(CORRECTABLE)

const reportOfClaim = {
  id: z.string(),
  doc: z.string(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  version: z.int(),
}

export const ReportRowSchema: z.ZodType<ReportRow> = z
  .object({
    ...reportOfClaim,
    byline: z.string().nullable(),
    language: z.string().nullable(),
    sha256: z.object({ raw: z.string(), text: z.string() }),
    supersededBy: z.string().nullable(),
    added: z.string(),
    redacted: z.boolean(),
    claims: z.int(),
    copyOf: z.string().nullable(),
  })
  .openapi('ReportRow')

export const ClaimRowSchema: z.ZodType<ClaimRow> = z
  .object({
    id: z.string(),
    report: z.object(reportOfClaim),
    claim: ClaimSchema,
    sentence: z.string(),
    verdict: VerdictSchema,
    corrected: z.array(FieldSchema),
    coder: orNull(CoderSchema),
    incident: z.string().nullable(),
    origin: orNull(OriginSchema),
    contradicted: z.boolean(),
  })
  .openapi('ClaimRow')

const place = {
  id: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  admin1: z.string().nullable(),
  geonameid: z.int().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  precision: z.enum(PRECISIONS),
}
export const PlaceRefSchema: z.ZodType<PlaceRef> = z.object(place).openapi('PlaceRef')
export const PlaceRowSchema: z.ZodType<PlaceRow> = z.object({ ...place, claims: z.int() }).openapi('PlaceRow')

export const IncidentRowSchema: z.ZodType<IncidentRow> = z
  .object({
    id: z.string(),
    type: z.enum(CLAIM_TYPES),
    mode: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    place: orNull(PlaceRefSchema),
    actors: z.array(z.string()),
    recipients: z.array(z.string()),
    claims: z.int(),
    reports: z.int(),
    origins: z.int(),
    contradictions: z.int(),
    firstPublished: z.string().nullable(),
    lastPublished: z.string().nullable(),
  })
  .openapi('IncidentRow')

export const ActorRowSchema: z.ZodType<ActorRow> = z
  .object({
    id: z.string(),
    name: z.string(),
    code: z.string().nullable(),
    wikidata: z.string().nullable(),
    claims: z.int(),
  })
  .openapi('ActorRow')

export const LinkReasonSchema = z
  .object({ rule: z.string(), weight: z.number().nullable(), words: z.string().nullable() })
  .openapi('LinkReason') satisfies z.ZodType<LinkReason>

export const ContradictionSchema: z.ZodType<Contradiction> = z
  .object({
    id: z.string(),
    incident: z.string().nullable(),
    field: z.string(),
    claims: z.tuple([z.string(), z.string()]),
    reasons: z.array(LinkReasonSchema),
    found: z.string(),
  })
  .openapi('Contradiction')

export const EvidenceSchema: z.ZodType<Evidence> = z.object({ role: z.string(), ...quote }).openapi('Evidence')

export const AccountSchema: z.ZodType<Account> = z
  .object({ origin: orNull(OriginSchema), reports: z.int(), claims: z.array(ClaimRowSchema) })
  .openapi('Account')

export const CodingSchema: z.ZodType<Coding> = z
  .object({ coder: CoderSchema, at: z.string(), claims: z.int(), present: z.boolean() })
  .openapi('Coding')

export const ReportProblemSchema: z.ZodType<Problem> = z
  .object({
    code: z.string(),
    message: z.string(),
    severity: z.enum(['error', 'warning']),
    file: z.string().nullable(),
    span: orNull(SpanSchema),
  })
  .openapi('ReportProblem')

export const DecisionSchema: z.ZodType<Decision> = z
  .object({
    id: z.string(),
    author: z.string(),
    role: z.enum(['coder', 'adjudicator']),
    at: z.string(),
    kind: z.enum(DECISION_KINDS),
    target: z.union([
      z.object({
        kind: z.literal('claim'),
        id: z.string(),
        key: z.object({ text: z.string(), trigger: SpanSchema, type: z.enum(CLAIM_TYPES) }),
      }),
      z.object({ kind: z.literal('incident'), id: z.string(), claims: z.array(z.string()) }),
      z.object({
        kind: z.literal('pair'),
        id: z.string(),
        other: z.string(),
        sides: z.tuple([z.array(z.string()), z.array(z.string())]).openapi({ description: 'The claims of each.' }),
      }),
      z.object({ kind: z.literal('report'), id: z.string(), span: orNull(SpanSchema) }),
      z.object({ kind: z.literal('decision'), id: z.string() }),
    ]),
    field: orNull(FieldSchema),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
    seen: z.unknown(),
  })
  .openapi('Decision')

/** A page of rows, with the cursor of the next. */
export const foundOf = <Row extends z.ZodType>(name: string, row: Row) =>
  z
    .object({ items: z.array(row), next: z.string().nullable().openapi({ description: 'Cursor of the next page, null on the last.' }) })
    .openapi(`${name}Page`)
