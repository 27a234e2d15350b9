import pc from 'picocolors'
import type { PlaceFiller } from '../claim.js'
import { why as whyOf } from '../record/query/why.js'
import { fieldWords } from './claim-lines.js'
import { type Command, UsageError } from './command.js'
import { hasColour, pageWidth, wrapped } from './layout.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { parsed } from './options.js'
import { writer } from './output.js'
import { printable } from './printable.js'

const PLAIN = pc.createColors(false)

const alternative = ({ name, admin1, country, geonameid, lat, lon }: PlaceFiller['alternatives'][number]): string =>
  [name, admin1, country, geonameid === null ? null : `GeoNames ${geonameid}`, `${lat}, ${lon}`].filter((part) => part !== null).join(' · ')

/** `herodot why` */
export const why: Command = {
  summary: 'show how a value of a claim came about',
  help: `Shows the words that a value rests on, how it was found, what else it could have been, and what people decided.

Usage: herodot why CLAIM FIELD [OPTION]...

FIELD is type, mode, trigger, actor, recipient, place, time, figures, status, negated, background, certainty, attribution, codes
or confidence.

  --json   print JSON
${RECORD_HELP}
Exit code: 0 done, 1 there is no such claim, 2 wrong usage.
`,
  async run(args, { stdout, env }) {
    const { values, positionals } = parsed(args, { ...RECORD_OPTION, json: { type: 'boolean' } })
    const [id, field, ...rest] = positionals
    if (id === undefined || field === undefined || rest.length > 0) throw new UsageError('name a claim and one of its fields')
    const found = await withRecord(recordPath(values.record, env), { readOnly: true }, (record) => whyOf(record, id, field))
    const write = writer(stdout)
    if (values.json) {
      await write(`${JSON.stringify(found)}\n`)
      return 0
    }
    const colours = pc.createColors(hasColour(stdout, env))
    const width = pageWidth(stdout)
    const styled = (label: string, text: string) => `${wrapped(text, width, colours.bold(label.padEnd(LABEL)), ' '.repeat(LABEL))}\n`
    const line = (label: string, text: string) => styled(label, printable(text))
    const valued = (label: string, value: unknown) => {
      const words = fieldWords(found.field, value, colours)
      return words.length === 0 ? styled(label, colours.dim('none')) : words.map((text, n) => styled(n === 0 ? label : '', text)).join('')
    }
    const changed = JSON.stringify(found.value) !== JSON.stringify(found.coded)
    await write(
      [
        valued(found.field, found.value),
        ...(changed ? [valued('coded', found.coded)] : []),
        ...found.words.map(({ text, span }) => line('words', `“${text}” (${span.start}-${span.end})`)),
        line('sentence', found.sentence.text),
        line('found by', `${found.how.join(', ')}; confidence of the claim ${Math.round(100 * found.confidence)}%`),
        ...(found.coder ? [line('coder', `${found.coder.name} ${found.coder.version}, model ${found.coder.model.slice(0, MODEL)}`)] : []),
        ...found.alternatives.map((other) => line('or', alternative(other as PlaceFiller['alternatives'][number]))),
        ...found.decisions.map(({ at, author, kind, after, reason }) => {
          const corrected = kind === 'correct' ? fieldWords(found.field, after, PLAIN).join('; ') || 'none' : ''
          return line('decision', [at.slice(0, 16), author, kind, corrected, reason ?? ''].filter((part) => part !== '').join(' · '))
        }),
      ].join(''),
    )
    return 0
  },
}

const LABEL = 13
/** Characters of a model's hash that tell it from others. */
const MODEL = 12
