import { diffCodings } from '../record/diff.js'
import type { CodingDiff } from '../record/query/rows.js'
import { thingOf } from '../record/query/show.js'
import { typeOf } from './claim-words.js'
import type { Command } from './command.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { parsed } from './options.js'
import { writer } from './output.js'
import { printable } from './printable.js'

/** `herodot diff` */
export const diff: Command = {
  summary: 'compare two codings of the same reports',
  help: `Compares what two versions of the program or of its model read in the same reports: claims gone (-), new (+), changed (~),
and at the end how often each field changed.

Usage: herodot diff [REPORT] [OPTION]...

  --from CODER   the earlier coding, by a part of its name, version or model hash (default: the last before the present one)
  --to CODER     the later one (default: the one that holds)
  --json         one JSON object a report on a line
${RECORD_HELP}
Exit code: 0 done, 1 the record could not be read, 2 wrong usage.
`,
  async run(args, { stdout, env }) {
    const { values, positionals } = parsed(args, {
      ...RECORD_OPTION,
      from: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean' },
    })
    const write = writer(stdout)
    await withRecord(recordPath(values.record, env), { readOnly: true }, async (record) => {
      const counts = new Map<string, number>()
      const more = (what: string, number: number) => number > 0 && counts.set(what, (counts.get(what) ?? 0) + number)
      for (const found of diffCodings(record, {
        report: positionals[0] && thingOf(record, positionals[0]).id,
        from: values.from,
        to: values.to,
      })) {
        more('reports', 1)
        more('same', found.same)
        more('gone', found.gone.length)
        more('new', found.added.length)
        more('changed', found.changed.length)
        for (const { fields } of found.changed) for (const field of fields) more(`  ${field}`, 1)
        if (!(await write(values.json ? `${JSON.stringify(found)}\n` : page(found)))) return
      }
      if (!values.json)
        await write(
          counts.size === 0 ? 'no report was coded twice\n' : [...counts].map(([what, number]) => `${what}: ${number}\n`).join(''),
        )
    })
    return 0
  },
}

const page = ({ report, doc, gone, added, changed }: CodingDiff): string => {
  const line = (mark: string, claim: CodingDiff['gone'][number], rest = '') =>
    `  ${mark} ${typeOf(claim)} “${printable(claim.trigger.text)}”${rest}\n`
  const lines = [
    ...gone.map((claim) => line('-', claim)),
    ...added.map((claim) => line('+', claim)),
    ...changed.map(({ after, fields }) => line('~', after, `: ${fields.join(', ')}`)),
  ]
  return lines.length === 0 ? '' : `${printable(doc)} (${report})\n${lines.join('')}`
}
