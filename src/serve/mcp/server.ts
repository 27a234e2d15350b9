import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { CERTAINTIES, CLAIM_TYPES, STATUSES } from '../../claim.js'
import { ESTIMATE_RULES } from '../../link/index.js'
import { type ClaimRow, changes, claimsById, type Filters, findClaims, type Record, RecordError, showThing } from '../../record/index.js'
import { estimatesOf } from '../views/estimates.js'
import { citationOf, citedClaim, incidentOf, NOTICE } from './cited.js'

const day = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
  .describe('YYYY, YYYY-MM or YYYY-MM-DD')
const word = z.string().min(1).max(200)

const filters = {
  since: day.optional(),
  until: day.optional(),
  by: z.enum(['event', 'published']).optional().describe('what since and until count by; event by default'),
  place: word.optional().describe('English name of a town, province or country'),
  country: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .optional()
    .describe('ISO 3166-1 alpha-3'),
  actor: word.optional().describe('name, or code such as IRQ:MIL, of who acts or is acted on; never a private person'),
  type: z.array(z.enum(CLAIM_TYPES)).optional(),
  status: z.array(z.enum(STATUSES)).optional(),
  certainty: z.array(z.enum(CERTAINTIES)).optional(),
  source: word.optional().describe('publisher, or anybody who says so'),
  minOrigins: z.int().min(1).optional().describe('independent origins of the incident'),
  contradicted: z.boolean().optional(),
  text: z.string().min(1).max(500).optional().describe('words that must all occur in the sentence'),
  asOf: day.optional().describe('what was known at the end of this day'),
}
const paging = { limit: z.int().min(1).max(100).default(20), cursor: z.string().max(500).optional() }

const readOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false }

/** A server for programs that speak the Model Context Protocol: it reads the record, and cites a report for everything that it says. */
export const mcpServer = (record: Record, version: string): McpServer => {
  const server = new McpServer(
    { name: 'herodot', version },
    {
      instructions: `A record of attributed claims from news reports on conflict. A claim is what one report says, not a fact: say who says so, and how surely. ${NOTICE}`,
    },
  )

  server.registerTool(
    'search_claims',
    {
      title: 'Search claims',
      description: 'Finds claims: who did what to whom, where, when, how many, according to whom, how certain. Each with its citation.',
      inputSchema: { ...filters, ...paging, order: z.enum(['newest', 'oldest']).default('newest') },
      annotations: readOnly,
    },
    ({ limit, cursor, order, type, place, ...rest }) =>
      answered(() => {
        const { items, next } = findClaims(
          record,
          { ...rest, type: typesOf(type), place: place === undefined ? undefined : { name: place } },
          { limit, cursor, order },
        )
        return { claims: items.map(citedClaim), next }
      }),
  )

  server.registerTool(
    'get_incident',
    {
      title: 'Get an incident',
      description:
        'One incident with the account of each independent origin side by side, the contradictions between them, and estimates of its figures by a named rule. Ids come from search_claims.',
      inputSchema: { id: word, rule: z.enum(ESTIMATE_RULES).default('ged') },
      annotations: readOnly,
    },
    ({ id, rule }) =>
      answered(() => {
        const thing = showThing(record, id)
        if (thing.kind !== 'incident') throw new RecordError('record/no-such-id', `${id} is no incident but one ${thing.kind}`)
        const rows = new Map(thing.accounts.flatMap(({ claims }) => claims.map((row) => [row.id, row] as const)))
        return {
          incident: incidentOf(thing.row),
          accounts: thing.accounts.map(({ origin, reports, claims }) => ({
            origin: origin && { id: origin.id, kind: origin.kind, untrusted: { name: origin.name } },
            reports,
            claims: claims.map(citedClaim),
          })),
          contradictions: thing.contradictions.map(({ field, claims, reasons }) => ({
            field,
            rules: reasons.map(({ rule: name }) => name),
            citations: claims.flatMap((claim) => cited(rows.get(claim))),
          })),
          estimates: estimatesOf(thing.accounts, rule).map((estimate) => ({
            ...estimate,
            citations: estimate.claims.flatMap((claim) => cited(rows.get(claim))),
          })),
        }
      }),
  )

  server.registerTool(
    'who_said_what',
    {
      title: 'Who said what about whom',
      description:
        'Groups claims about somebody by who says so, the source nearest to the claim; a report that names nobody speaks for itself.',
      inputSchema: {
        about: word.describe('name or code of a group, state or office-holder; never a private person'),
        by: word.optional().describe('only what this source or publisher says'),
        since: filters.since,
        until: filters.until,
        ...paging,
      },
      annotations: readOnly,
    },
    ({ about, by, since, until, limit, cursor }) =>
      answered(() => {
        const asked: Filters = { actor: about, source: by, since, until, by: 'published' }
        const { items, next } = findClaims(record, asked, { limit, cursor, order: 'newest' })
        const groups = new Map<string, ClaimRow[]>()
        for (const row of items) {
          const source = speaker(row)
          groups.set(source, [...(groups.get(source) ?? []), row])
        }
        return { sources: [...groups].map(([name, rows]) => ({ untrusted: { name }, claims: rows.map(citedClaim) })), next }
      }),
  )

  server.registerTool(
    'changes_since',
    {
      title: 'What changed since',
      description:
        'What came into the record since a time: new incidents, incidents with new claims, and new contradictions, each with citations.',
      inputSchema: {
        since: z
          .string()
          .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/)
          .describe('ISO 8601, UTC'),
        limit: z.int().min(1).max(100).default(20),
      },
      annotations: readOnly,
    },
    ({ since, limit }) =>
      answered(() => {
        const found = changes(record, since, limit)
        const withWords = (incident: (typeof found.incidents)[number]) => ({
          ...incidentOf(incident),
          citations: findClaims(record, { incident: incident.id }, { limit: 5, order: 'newest' }).items.map(citationOf),
        })
        return {
          newReports: found.reports.map(({ id, published, publisher, title, url }) => ({
            id,
            published,
            untrusted: { publisher, title, url },
          })),
          newVersions: found.versions.map(({ id, published, publisher, title, url }) => ({
            id,
            published,
            untrusted: { publisher, title, url },
          })),
          newIncidents: found.incidents.map(withWords),
          grownIncidents: found.grown.map(withWords),
          contradictions: found.contradictions.map(({ field, incident, claims }) => ({
            field,
            incident,
            citations: claimsById(record, claims).map(citationOf),
          })),
        }
      }),
  )

  return server
}

const typesOf = (types: readonly (typeof CLAIM_TYPES)[number][] | undefined): Filters['type'] =>
  types?.map((type) => ({ type, mode: null }))

const cited = (row: ClaimRow | undefined) => (row === undefined ? [] : [citationOf(row)])

const speaker = ({ claim, report }: ClaimRow): string =>
  claim.attribution.findLast(({ source }) => source !== null)?.source?.name ?? report.publisher ?? report.doc

/** The answer as JSON in text; what is wrong with the question is told to whoever asks. */
const answered = (answer: () => object) => {
  try {
    return { content: [{ type: 'text' as const, text: JSON.stringify({ notice: NOTICE, ...answer() }) }] }
  } catch (error) {
    if (!(error instanceof RecordError)) throw error
    return { isError: true, content: [{ type: 'text' as const, text: error.message }] }
  }
}
