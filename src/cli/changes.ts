import pc from 'picocolors'
import type { Decision } from '../record/decision.js'
import { changes as changesOf } from '../record/query/changes.js'
import type { Contradiction, IncidentRow, ReportRow } from '../record/query/rows.js'
import { daysWords, typeOf } from './claim-words.js'
import { type Command, UsageError } from './command.js'
import { hasColour } from './layout.js'
import { tableWidth } from './listing.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { number, parsed } from './options.js'
import { writer } from './output.js'
import { type Column, table } from './table.js'

/** `herodot changes` */
export const changes: Command = {
  summary: 'show what came into a record since a time',
  help: `Shows what came into the record since a time: new reports and versions, incidents that are new or grew, contradictions, decisions.

Usage: herodot changes --since TIME [OPTION]...

  --since TIME   YYYY-MM-DD, or YYYY-MM-DDTHH:MMZ
  --limit N      how many of each (default 100)
  --json         print JSON
${RECORD_HELP}
Exit code: 0 done, 1 the record could not be read, 2 wrong usage.
`,
  async run(args, { stdout, env }) {
    const { values } = parsed(args, { ...RECORD_OPTION, since: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } })
    const { since } = values
    if (since === undefined) throw new UsageError('--since says from when on')
    const limit = number('--limit', values.limit, 1, 10_000, 'whole') ?? 100
    const found = await withRecord(recordPath(values.record, env), { readOnly: true }, (record) => changesOf(record, since, limit))
    const write = writer(stdout)
    if (values.json) {
      await write(`${JSON.stringify(found)}\n`)
      return 0
    }
    const colours = pc.createColors(hasColour(stdout, env))
    const part = async <Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]) => {
      if (rows.length > 0) await write(`${colours.bold(title)}\n${table(columns, rows, tableWidth(stdout.columns), colours)}\n`)
    }
    await part('New reports', REPORT, found.reports)
    await part('New versions', REPORT, found.versions)
    await part('New incidents', INCIDENT, found.incidents)
    await part('Incidents with new reports', INCIDENT, found.grown)
    await part('Contradictions', CONTRADICTION, found.contradictions)
    await part('Decisions', DECISION_COLUMNS, found.decisions)
    if (Object.values(found).every((rows) => rows.length === 0)) await write('nothing since then\n')
    return 0
  },
}

const REPORT: readonly Column<ReportRow>[] = [
  { title: 'Id', value: ({ id }) => id.slice(0, 8), whole: true },
  { title: 'Published', value: ({ published }) => published?.slice(0, 10) ?? null, whole: true },
  { title: 'Publisher', value: ({ publisher }) => publisher },
  { title: 'Title', value: ({ title, doc }) => title ?? doc },
  { title: 'Claims', value: ({ claims }) => claims, right: true },
]

const INCIDENT: readonly Column<IncidentRow>[] = [
  { title: 'Id', value: ({ id }) => id.slice(0, 8), whole: true },
  { title: 'Type', value: typeOf },
  { title: 'When', value: daysWords },
  { title: 'Where', value: ({ place }) => place && (place.country === null ? place.name : `${place.name} (${place.country})`) },
  { title: 'Who', value: ({ actors }) => actors.join('; ') },
  { title: 'Reports', value: ({ reports }) => reports, right: true },
  { title: 'Origins', value: ({ origins }) => origins, right: true },
]

const CONTRADICTION: readonly Column<Contradiction>[] = [
  { title: 'Incident', value: ({ incident }) => incident?.slice(0, 8) ?? null, whole: true },
  { title: 'In', value: ({ field }) => field },
  { title: 'Claims', value: ({ claims }) => claims.map((id) => id.slice(0, 8)).join(' ≠ ') },
  { title: 'Why', value: ({ reasons }) => reasons.map(({ rule, words }) => words ?? rule).join('; ') },
]

export const DECISION_COLUMNS: readonly Column<Decision>[] = [
  { title: 'Id', value: ({ id }) => id.slice(0, 8), whole: true },
  { title: 'At', value: ({ at }) => at.slice(0, 16), whole: true },
  { title: 'Author', value: ({ author, role }) => (role === 'adjudicator' ? `${author} (adjudicator)` : author) },
  { title: 'Decision', value: ({ kind, field }) => (field === null ? kind : `${kind} ${field}`) },
  { title: 'On', value: ({ target }) => `${target.kind} ${target.id.slice(0, 8)}` },
  { title: 'Reason', value: ({ reason }) => reason },
]
