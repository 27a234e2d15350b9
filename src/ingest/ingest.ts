import { createHash } from 'node:crypto'
import type { Problem, Report } from '../report.js'
import { detect } from './detect.js'
import { type Files, nodeFiles, readAll } from './files.js'
import type { Draft, Found } from './format.js'
import { languageName, languageOf } from './language.js'
import { FILE_LIMIT, megabytes, TEXT_LIMIT } from './limits.js'
import { failure, warning } from './problem.js'
import { fileProblem, nameOf, STANDARD_INPUT, type Step, walk } from './walk.js'

/** What the user knows better than the files; applies to every report of the run. */
export interface IngestOptions {
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  /** ISO 8601, as `isoDate` gives it. */
  readonly published?: string
}

/** One report and what there is to say about it, or null and why there is none. */
export interface Ingested {
  /** As the user named it, or as found in a folder that the user named; `-` for standard input. */
  readonly file: string
  readonly report: Report | null
  readonly problems: readonly Problem[]
}

/**
 * Reads reports from files, from all files under folders, and from standard input (`-`).
 *
 * They come one at a time in a fixed order, so a run of any length takes constant memory. Whatever is wrong with a file is in `problems`, never thrown:
 * an `error` where there is no report or nothing can be read in it, a `warning` otherwise.
 * A report's `doc` differs from all others of the run.
 */
export async function* ingest(paths: readonly string[], options: IngestOptions = {}, files: Files = nodeFiles): AsyncGenerator<Ingested> {
  const taken = new Map<string, number>()
  for await (const step of walk(paths, files)) {
    const { file } = step
    if (step.problem !== null) yield { file, report: null, problems: [step.problem] }
    else for await (const { found, raw } of open(step, files)) yield complete(file, found, raw, options, taken)
  }
}

/** How many files `ingest` would look at, without opening them. */
export const countFiles = async (paths: readonly string[], files: Files = nodeFiles): Promise<number> => {
  let count = 0
  for await (const _ of walk(paths, files)) count++
  return count
}

type Opened = { readonly found: Found; readonly raw: string }

async function* open({ file, size }: Step & { readonly problem: null }, files: Files): AsyncGenerator<Opened> {
  const none = (problem: Problem): Opened => ({ found: { draft: null, problems: [problem] }, raw: '' })
  try {
    const bytes = size > FILE_LIMIT ? null : await readAll(file === STANDARD_INPUT ? files.standardInput() : files.open(file), FILE_LIMIT)
    if (bytes === null) return yield none(tooLarge(file, `is larger than ${megabytes(FILE_LIMIT)}`))
    if (bytes.length === 0) return yield none(failure(file, 'empty-file', 'is empty'))
    const format = detect({ file, bytes })
    if ('binary' in format) return yield none(failure(file, 'binary-file', `is ${format.binary}, not text: save it as plain text or HTML`))
    const raw = sha256(bytes)
    for await (const found of format.read({ file, bytes })) yield { found, raw }
  } catch (error) {
    yield none(fileProblem(file, error))
  }
}

const tooLarge = (file: string, size: string) => failure(file, 'too-large', `${size}, more than any report: split it into its reports`)

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

const complete = (file: string, { draft, problems }: Found, raw: string, options: IngestOptions, taken: Map<string, number>): Ingested => {
  const wrong = draft && unfit(file, draft)
  if (!draft || wrong) return { file, report: null, problems: wrong ? [...problems, wrong] : problems }
  const language = languageOf(draft.text)
  const named = draft.doc ?? nameOf(file)
  const doc = unique(named, taken)
  const report: Report = {
    doc,
    publisher: options.publisher ?? draft.publisher,
    url: options.url ?? draft.url,
    title: options.title ?? draft.title,
    byline: draft.byline,
    published: options.published ?? draft.published,
    language,
    text: draft.text,
    sha256: { raw, text: sha256(draft.text) },
  }
  const renamed =
    draft.doc === null || doc === named ? [] : [warning(file, 'same-doc', `is the second report named "${named}", here "${doc}"`)]
  const foreign = language === null || language === 'eng' ? [] : [notEnglish(file, language)]
  return { file, report, problems: [...problems, ...renamed, ...foreign] }
}

const notEnglish = (file: string, language: string) =>
  failure(file, 'not-english', `is in ${languageName(language)} (${language}); only English is read for claims`)

const unfit = (file: string, { text }: Draft): Problem | null => {
  if (text.trim() === '') return failure(file, 'empty-file', 'has no text')
  return text.length > TEXT_LIMIT ? tooLarge(file, `has a text of ${text.length.toLocaleString('en')} characters`) : null
}

/** `report`, then `report-2`, `report-3`, in the order of the run; `taken` has for each name the number it was last given with. */
const unique = (name: string, taken: Map<string, number>): string => {
  let n = taken.get(name) ?? 0
  let doc = name
  do doc = ++n === 1 ? name : `${name}-${n}`
  while (doc !== name && taken.has(doc))
  taken.set(name, n)
  if (doc !== name) taken.set(doc, 1)
  return doc
}
