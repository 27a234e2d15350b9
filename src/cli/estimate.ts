import { FIGURE_KINDS } from '../claim.js'
import { toldOf } from '../export/event.js'
import { ESTIMATE_RULES, estimate } from '../link/estimates.js'
import { accountsOf, showThing } from '../record/query/show.js'
import { type Command, UsageError } from './command.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { choice, parsed } from './options.js'
import { writer } from './output.js'

/** `herodot estimate` */
export const estimateCommand: Command = {
  summary: 'estimate the figures of an incident by a named rule',
  help: `Works out best, low and high figures of an incident from what its origins say, by each rule or by one. Rejected claims do not count.

Usage: herodot estimate INCIDENT [OPTION]...

  --rule RULE   ${ESTIMATE_RULES.join(', ')} (docs/linking.md says what each does and after whom)
  --kind KIND   ${FIGURE_KINDS.join(', ')} (default: every kind told)
  --json        one JSON object a line, with the claims it rests on
${RECORD_HELP}
Exit code: 0 done, 1 the record could not be read, 2 wrong usage.
`,
  async run(args, { stdout, env }) {
    const { values, positionals } = parsed(args, {
      ...RECORD_OPTION,
      rule: { type: 'string' },
      kind: { type: 'string' },
      json: { type: 'boolean' },
    })
    const [id, ...rest] = positionals
    if (id === undefined || rest.length > 0) throw new UsageError('name one incident')
    const rules =
      values.rule === undefined ? ESTIMATE_RULES : [choice('--rule', values.rule as (typeof ESTIMATE_RULES)[number], ESTIMATE_RULES)!]
    const kinds = values.kind === undefined ? FIGURE_KINDS : [choice('--kind', values.kind as (typeof FIGURE_KINDS)[number], FIGURE_KINDS)!]
    const write = writer(stdout)
    await withRecord(recordPath(values.record, env), { readOnly: true }, async (record) => {
      const thing = showThing(record, id)
      if (thing.kind !== 'incident') throw new UsageError(`${id} is a ${thing.kind}, not an incident`)
      const told = accountsOf(record, thing.row.id).flatMap(({ claims }) => claims.map(toldOf))
      for (const kind of kinds)
        for (const rule of rules) {
          const found = estimate(told, kind, rule)
          if (found === null) continue
          const { best, low, high, origins } = found
          const line = `${kind} by ${rule}: best ${best ?? '-'}, low ${low ?? '-'}, high ${high ?? '-'} (${origins} ${origins === 1 ? 'origin' : 'origins'})`
          await write(`${values.json ? JSON.stringify(found) : line}\n`)
        }
    })
    return 0
  },
}
