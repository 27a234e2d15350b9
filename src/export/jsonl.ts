import { z } from 'zod'
import type { Claim, Coder, Reading } from '../claim.js'
import { exportDecisions, importDecisions } from '../record/decisions.js'
import type { Record } from '../record/record.js'
import { restoreReading, storeReading } from '../record/store.js'
import type { Problem, Report } from '../report.js'

/** What a line holds. Readings come in the order they were made, decisions after them. */
export type Line =
  | { readonly kind: 'herodot'; readonly format: 1 }
  /** One coder's reading of one report; `at` in milliseconds since 1970, `present` for the one that holds, `raw` the bytes in base64 where they were kept. */
  | {
      readonly kind: 'reading'
      readonly at: number
      readonly present: boolean
      readonly raw: string | null
      readonly reading: Omit<Reading, 'layers'>
    }
  | { readonly kind: 'decision'; readonly decision: unknown }

interface Row {
  readonly key: number
  readonly at: number
  readonly present: number
  readonly problems: string
  readonly name: string
  readonly version: string
  readonly model: string
  readonly doc: string
  readonly publisher: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly language: string | null
  readonly text: string
  readonly raw_sha: string
  readonly text_sha: string
  readonly bytes: Uint8Array | null
}

/** Everything that a record was told, a JSON object a line; what was worked out from it (links, counts) is worked out again on import. */
export function* jsonl(record: Record): Generator<string> {
  for (const line of linesOf(record)) yield `${JSON.stringify(line)}\n`
}

function* linesOf(record: Record): Generator<Line> {
  yield { kind: 'herodot', format: 1 }
  for (const { key } of record.all<{ key: number }>('SELECT key FROM reading ORDER BY at, key')) {
    const row = record.one<Row>(
      `SELECT g.key, g.at, g.present, g.problems, c.name, c.version, c.model, r.doc, r.publisher, r.url, r.title, r.byline, r.published, r.language,
         r.text, r.raw_sha, r.text_sha, w.bytes
       FROM reading g JOIN report r ON r.key = g.report JOIN coder c ON c.key = g.coder LEFT JOIN raw w ON w.sha = r.raw_sha WHERE g.key = ?`,
      key,
    )!
    const claims = record.all<{ coded_id: string; json: string }>(
      'SELECT coded_id, json FROM claim WHERE reading = ? AND state = 0 ORDER BY trigger_start, key',
      key,
    )
    yield {
      kind: 'reading',
      at: row.at,
      present: row.present === 1,
      raw: row.bytes === null ? null : Buffer.from(row.bytes).toString('base64'),
      reading: {
        doc: row.doc,
        report: reportOf(row),
        claims: claims.map(claimOf),
        problems: JSON.parse(row.problems) as Problem[],
        coder: coderOf(row),
      },
    }
  }
  for (const decision of exportDecisions(record)) yield { kind: 'decision', decision }
}

const reportOf = ({ doc, publisher, url, title, byline, published, language, text, raw_sha, text_sha }: Row): Report => ({
  ...{ doc, publisher, url, title, byline, published, language, text },
  sha256: { raw: raw_sha, text: text_sha },
})

const claimOf = ({ coded_id, json }: { readonly coded_id: string; readonly json: string }): Claim => ({
  ...(JSON.parse(json) as Claim),
  id: coded_id,
})

const coderOf = ({ name, version, model }: Row): Coder => ({ name, version, model })

const nullable = z.string().nullable()
const LINE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('herodot'), format: z.literal(1) }),
  z.object({
    kind: z.literal('reading'),
    at: z.number().int(),
    present: z.boolean(),
    raw: nullable,
    reading: z.looseObject({
      doc: z.string(),
      report: z.looseObject({
        ...{
          doc: z.string(),
          publisher: nullable,
          url: nullable,
          title: nullable,
          byline: nullable,
          published: nullable,
          language: nullable,
        },
        text: z.string(),
        sha256: z.object({ raw: z.string(), text: z.string() }),
      }),
      claims: z.array(z.looseObject({ id: z.string(), type: z.string(), sentence: z.looseObject({}), trigger: z.looseObject({}) })),
      problems: z.array(z.looseObject({ code: z.string() })),
      coder: z.object({ name: z.string(), version: z.string(), model: z.string() }),
    }),
  }),
  z.object({ kind: z.literal('decision'), decision: z.unknown() }),
])

export interface ImportSummary {
  readonly readings: number
  readonly unchanged: number
  readonly decisions: number
}

/**
 * Takes an export into a record; what is there already changes nothing. Throws, naming the line, where one is not of the format:
 * what came before it stays. Links are not brought up to date: call `relink` afterwards.
 */
export const importLines = async (record: Record, lines: AsyncIterable<unknown> | Iterable<unknown>): Promise<ImportSummary> => {
  let number = 0
  let readings = 0
  let unchanged = 0
  const decisions: unknown[] = []
  const present: (readonly [report: string, coder: Coder])[] = []
  for await (const value of lines) {
    number++
    const { data: line, error } = LINE.safeParse(value)
    if (error)
      throw new Error(
        `line ${number} is not of a Herodot export: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message} [import/bad-line]`,
      )
    if (line.kind === 'decision') decisions.push(line.decision)
    if (line.kind !== 'reading') continue
    const raw = line.raw === null ? null : new Uint8Array(Buffer.from(line.raw, 'base64'))
    const { outcome, report } = storeReading(record, (value as { readonly reading: Reading }).reading, raw, () => line.at)
    if (line.present && outcome !== 'unchanged') present.push([report, line.reading.coder])
    if (outcome === 'unchanged') unchanged++
    else readings++
  }
  for (const [report, coder] of present) restoreReading(record, report, coder)
  return { readings, unchanged, decisions: importDecisions(record, decisions).added }
}
