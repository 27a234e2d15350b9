import { decode, decodingProblems } from './encoding.js'
import type { Draft, Format } from './format.js'
import { failure, warning } from './problem.js'
import { isoDate } from './published.js'

const FIELDS = ['doc', 'title', 'publisher', 'byline', 'published', 'url'] as const

/**
 * The JSON of a coded report: an object with `text`, and `doc`, `title`, `publisher`, `byline`, `published` and `url`, each a string or null or left out.
 * `text` is stored exactly, code unit for code unit, since codings count into it.
 */
export const codedReport: Format = {
  suffixes: ['.report.json', '.json'],
  looksLike: (head) => /^\{\s*"/.test(head),
  async *read({ file, bytes }) {
    const decoded = decode(bytes)
    const draft = parse(decoded.text)
    if (typeof draft === 'string') {
      const message = `is no report in JSON: ${draft}; expected is {"doc", "text", "title", "publisher", "published"}`
      yield { draft: null, problems: [failure(file, 'bad-report-json', message)] }
      return
    }
    const { published } = draft
    const date = published === null ? null : isoDate(published)
    const problems = decodingProblems(file, decoded)
    const undated = warning(file, 'bad-published', `"published" is "${published}", which is no date (YYYY-MM-DD), and was left out`)
    yield { draft: { ...draft, published: date }, problems: published === null || date !== null ? problems : [...problems, undated] }
  },
}

/** The report, or what is wrong with the JSON. */
const parse = (json: string): Draft | string => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return (error as Error).message
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an object'
  const object = value as Record<string, unknown>
  if (typeof object.text !== 'string') return '"text" is missing or not a string'
  const wrong = FIELDS.find((field) => !['string', 'undefined'].includes(typeof object[field]) && object[field] !== null)
  if (wrong) return `"${wrong}" is not a string`
  const field = (name: (typeof FIELDS)[number]) => (object[name] as string | null | undefined) || null
  return {
    doc: field('doc'),
    publisher: field('publisher'),
    url: field('url'),
    title: field('title'),
    byline: field('byline'),
    published: field('published'),
    text: object.text,
  }
}
