import pc from 'picocolors'
import type { ClaimRow, Thing } from '../record/query/rows.js'
import { showThing } from '../record/query/show.js'
import { DECISION_COLUMNS } from './changes.js'
import { claimLines } from './claim-lines.js'
import { daysWords, typeOf } from './claim-words.js'
import { CLAIM_COLUMNS } from './claims.js'
import { type Command, UsageError } from './command.js'
import { type Colours, hasColour, type Layout, pageWidth, wrapped } from './layout.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { parsed } from './options.js'
import { writer } from './output.js'
import { page } from './page.js'
import { printable } from './printable.js'
import { table } from './table.js'

/** `herodot show` */
export const show: Command = {
  summary: 'show one claim, report, incident, actor or place whole',
  help: `Shows one thing whole, with every word that it rests on.

Usage: herodot show ID [OPTION]...

ID is that of a claim, report, incident, actor, place or decision, or the beginning of it (six characters or more).

  --json   print JSON
${RECORD_HELP}
Exit code: 0 done, 1 there is no such thing, 2 wrong usage.
`,
  async run(args, { stdout, env }) {
    const { values, positionals } = parsed(args, { ...RECORD_OPTION, json: { type: 'boolean' } })
    const [id, ...rest] = positionals
    if (id === undefined || rest.length > 0) throw new UsageError('name one id')
    const thing = await withRecord(recordPath(values.record, env), { readOnly: true }, (record) => showThing(record, id))
    const layout = { width: pageWidth(stdout), colour: hasColour(stdout, env) }
    await writer(stdout)(values.json ? `${JSON.stringify(thing)}\n` : lines(thing, layout).join('\n').concat('\n'))
    return 0
  },
}

const lines = (thing: Thing, layout: Layout): readonly string[] => {
  const colours = pc.createColors(layout.colour)
  switch (thing.kind) {
    case 'claim':
      return [...claimBlock(thing.row, layout.width, colours), ...claimRest(thing, layout.width, colours)]
    case 'report': {
      const { row, text, claims, versions, copies } = thing
      const reading = {
        doc: row.doc,
        report: { ...row, text },
        claims: claims.map(({ claim }) => claim),
        problems: thing.problems,
        coder: UNNAMED,
      }
      return [
        page(reading, layout).trimEnd(),
        fact('report', `${row.id}, version ${row.version} of ${versions.length}, added ${row.added.slice(0, 16)}`, layout.width, colours),
        ...(row.copyOf === null ? [] : [fact('copy of', row.copyOf, layout.width, colours)]),
        ...(copies.length === 0 ? [] : [fact('copies', copies.join(', '), layout.width, colours)]),
        ...thing.codings.map(({ coder, claims: count, present }) =>
          fact(
            present ? 'coding' : 'earlier',
            `${coder.name} ${coder.version}, model ${coder.model.slice(0, MODEL)}: ${counted(count, 'claim')}`,
            layout.width,
            colours,
          ),
        ),
      ]
    }
    case 'incident': {
      const { row, accounts, contradictions } = thing
      const where = [row.place?.name, row.place?.country].filter((part) => part).join(', ')
      return [
        colours.bold(printable([typeOf(row), daysWords(row), where].filter((part) => part !== '').join(' · '))),
        [
          counted(row.claims, 'claim'),
          counted(row.reports, 'report'),
          counted(row.origins, 'origin'),
          counted(row.contradictions, 'contradiction'),
        ].join(', '),
        ...accounts.flatMap(({ origin, reports, claims }) => [
          '',
          colours.underline(printable(`${origin?.name ?? 'origin unknown'} · ${counted(reports, 'report')}`)),
          ...claims.flatMap((claim) => claimBlock(claim, layout.width, colours)),
        ]),
        ...contradictions.map(({ field, claims, reasons }) =>
          fact(
            'against',
            `${field}: ${claims.join(' ≠ ')} ${reasons.map(({ words, rule }) => words ?? rule).join('; ')}`,
            layout.width,
            colours,
          ),
        ),
        ...(thing.decisions.length === 0 ? [] : ['', table(DECISION_COLUMNS, thing.decisions, layout.width, colours).trimEnd()]),
      ]
    }
    case 'actor': {
      const { name, code, wikidata, claims } = thing.row
      const title = [name, code, wikidata, counted(claims, 'claim')].filter((part) => part !== null).join(' · ')
      return [colours.bold(printable(title)), '', table(CLAIM_COLUMNS, thing.claims, layout.width, colours).trimEnd()]
    }
    case 'place': {
      const { name, admin1, country, precision, lat, lon, claims } = thing.row
      const title = [name, admin1, country, precision, lat === null ? null : `${lat}, ${lon}`, counted(claims, 'claim')]
        .filter((part) => part !== null)
        .join(' · ')
      return [colours.bold(printable(title)), '', table(CLAIM_COLUMNS, thing.claims, layout.width, colours).trimEnd()]
    }
    case 'decision': {
      const { row, undoneBy } = thing
      return [
        table(DECISION_COLUMNS, [row], layout.width, colours).trimEnd(),
        fact('before', JSON.stringify(row.before), layout.width, colours),
        fact('after', JSON.stringify(row.after), layout.width, colours),
        ...(undoneBy === null ? [] : [fact('undone', undoneBy, layout.width, colours)]),
      ]
    }
  }
}

const counted = (count: number, what: string): string => `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`

const UNNAMED = { name: '', version: '', model: '' }
const LABEL = 12
/** Characters of a model's hash that tell it from others. */
const MODEL = 12

const fact = (label: string, text: string, width: number, colours: Colours): string =>
  wrapped(printable(text), width, colours.dim(label.padEnd(LABEL)), ' '.repeat(LABEL))

const claimBlock = ({ claim, report, sentence, verdict, corrected, id }: ClaimRow, width: number, colours: Colours): readonly string[] => [
  wrapped(printable(sentence), width, '  '),
  claimLines(claim, width, colours),
  fact(
    '',
    `${id} · ${[report.publisher, report.title ?? report.doc, report.published?.slice(0, 10)].filter((part) => part).join(', ')}`,
    width,
    colours,
  ),
  ...(verdict === 'none' && corrected.length === 0
    ? []
    : [
        fact(
          '',
          [verdict === 'none' ? '' : verdict, corrected.length === 0 ? '' : `corrected: ${corrected.join(', ')}`]
            .filter((part) => part !== '')
            .join(' · '),
          width,
          colours,
        ),
      ]),
]

const claimRest = (thing: Thing & { kind: 'claim' }, width: number, colours: Colours): readonly string[] => [
  ...thing.evidence.map(({ role, span, text }) => fact(role, `“${text}” ${span.start}-${span.end}`, width, colours)),
  ...(thing.row.incident === null ? [] : [fact('incident', thing.row.incident, width, colours)]),
  ...(thing.row.origin === null ? [] : [fact('origin', thing.row.origin.name, width, colours)]),
  ...thing.contradictions.map(({ field, claims }) =>
    fact('against', `${field}: ${claims.filter((id) => id !== thing.row.id).join(', ')}`, width, colours),
  ),
  ...(thing.decisions.length === 0 ? [] : [table(DECISION_COLUMNS, thing.decisions, width, colours).trimEnd()]),
]
