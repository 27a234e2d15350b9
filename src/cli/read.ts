import type { Reading } from '../claim.js'
import { countFiles, ingest } from '../ingest/ingest.js'
import { readReports } from '../workers.js'
import { type Command, UsageError } from './command.js'
import type { Effects } from './effects.js'
import { hasColour, pageWidth } from './layout.js'
import { address, date, given, number, parsed } from './options.js'
import { type Write, writer } from './output.js'
import { page } from './page.js'
import { problemLine } from './problem-line.js'
import { noProgress, showProgress } from './progress.js'

/** `herodot read`: reports in, claims out. */
export const read: Command = {
  summary: 'read reports and show what they claim',
  help: `Reads reports and shows what they claim, sentence by sentence.

Usage: herodot read FILE... [OPTION]...

FILE is a plain text, a web page (HTML), a coded report (NAME.report.json), a folder of these,
or - for standard input.

  --jsonl             print one JSON object a report on a line, and nothing else
  --layers            with --jsonl: add what was found besides the claims
  --min-confidence X  leave out claims of less confidence than X (0 to 1)
  --published DATE    when the reports were published (YYYY-MM-DD): days such as "Tuesday" need it
  --publisher NAME    who published them
  --title TITLE       their title
  --url URL           their address
  --workers N         how many processes read (default: one a core; one for little text)
  --quiet             no progress bar and no warnings

On the page, the words that make a claim are marked, and under each sentence stands what it claims:
conflict in red (deeds) and yellow (words), cooperation in green and cyan, states in magenta.
The percentage is how likely the claim is read rightly.

A plain text may say where it comes from in lines before its first empty line:
"Title: ...", "Publisher: ...", "Published: YYYY-MM-DD", "Byline: ...", "URL: ...".

Exit code: 0 all was read, 1 some could not be read (named on standard error), 2 wrong usage.
`,
  async run(args, effects) {
    const { files, jsonl, quiet, overrides, reading } = parse(args)
    const write = writer(effects.stdout)
    const print = jsonl ? printLine(write) : printPage(write, effects)
    const progress =
      quiet || !effects.stderr.isTTY ? noProgress : showProgress(effects.stderr, countFiles(files, effects.files), effects.now)
    let failed = false
    try {
      for await (const { reading: found, problems } of readReports(ingest(files, overrides, effects.files), reading, effects.modules)) {
        if (effects.stdout.isTTY || problems.length > 0) progress.hide()
        for (const problem of problems) {
          failed ||= problem.severity === 'error'
          if (problem.severity === 'error' || !quiet) effects.stderr.write(problemLine(problem))
        }
        if (found !== null && !(await print(found))) break
        progress.step()
      }
    } finally {
      progress.end()
    }
    return failed ? 1 : 0
  },
}

const printLine = (write: Write) => (reading: Reading) => write(`${JSON.stringify(reading)}\n`)

const printPage = (write: Write, { stdout, env }: Effects) => {
  const layout = { width: pageWidth(stdout), colour: hasColour(stdout, env) }
  return (reading: Reading) => write(page(reading, layout))
}

const parse = (args: readonly string[]) => {
  const { values, positionals } = parsed(args, {
    jsonl: { type: 'boolean' },
    layers: { type: 'boolean' },
    quiet: { type: 'boolean' },
    workers: { type: 'string' },
    published: { type: 'string' },
    publisher: { type: 'string' },
    url: { type: 'string' },
    title: { type: 'string' },
    'min-confidence': { type: 'string' },
  })
  if (positionals.length === 0) throw new UsageError('name a file or a folder to read, or - for standard input')
  if (values.layers && !values.jsonl) throw new UsageError('--layers needs --jsonl')
  return {
    files: positionals,
    jsonl: values.jsonl ?? false,
    quiet: values.quiet ?? false,
    overrides: given({
      title: values.title,
      publisher: values.publisher,
      url: address('--url', values.url),
      published: date('--published', values.published),
    }),
    reading: {
      layers: values.layers ?? false,
      workers: number('--workers', values.workers, 1, 256, 'whole'),
      minConfidence: number('--min-confidence', values['min-confidence'], 0, 1),
    },
  }
}
