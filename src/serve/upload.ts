import { posix } from 'node:path'
import type { Files } from '../ingest/files.js'
import type { IngestOptions } from '../ingest/ingest.js'
import { isoDate } from '../ingest/published.js'
import { ServeError } from './problem.js'

/** Bounds of one upload. */
export const UPLOAD = { bytes: 50_000_000, files: 500 } as const

/** Files of an upload, in memory: nothing of it touches the disk but what the record keeps. */
export interface UploadedFiles extends Files {
  readonly paths: readonly string[]
}

/** The files and the words about them of a form. */
export const uploaded = (form: FormData): { readonly files: UploadedFiles; readonly options: IngestOptions } => {
  const files = form.getAll('files').flatMap((value) => (typeof value === 'string' ? [] : [value]))
  if (files.length === 0) throw new ServeError(400, 'serve/bad-request', 'the form has no file under the name "files"')
  if (files.length > UPLOAD.files) throw new ServeError(413, 'serve/too-large', `at most ${UPLOAD.files} files can be sent at once`)
  return { files: memory(files), options: optionsOf(form) }
}

const optionsOf = (form: FormData): IngestOptions => {
  const text = (name: string, longest: number): string | null => {
    const value = form.get(name)
    if (value === null || value === '') return null
    if (typeof value !== 'string' || value.length > longest) throw new ServeError(400, 'serve/bad-request', `${name} is too long`)
    return value
  }
  const [title, publisher, url, published] = [text('title', 2000), text('publisher', 500), text('url', 2000), text('published', 40)]
  if (url !== null && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new ServeError(400, 'serve/bad-request', 'url is no web address')
  const day = published === null ? null : isoDate(published)
  if (published !== null && day === null) throw new ServeError(400, 'serve/bad-request', 'published is no date such as 2016-11-04')
  return { ...(title && { title }), ...(publisher && { publisher }), ...(url && { url }), ...(day && { published: day }) }
}

const memory = (files: readonly File[]): UploadedFiles => {
  const byPath = new Map<string, File>()
  for (const file of files) byPath.set(free(pathOf(file.name), byPath), file)
  const missing = () => Object.assign(new Error('no such file'), { code: 'ENOENT' })
  return {
    paths: [...byPath.keys()].sort((a, b) => (a < b ? -1 : 1)),
    async kind(path) {
      const file = byPath.get(path)
      if (!file) throw missing()
      return { kind: 'file', size: file.size }
    },
    list: async () => [],
    real: async (path) => path,
    async *open(path) {
      const file = byPath.get(path)
      if (!file) throw missing()
      yield new Uint8Array(await file.arrayBuffer())
    },
    async *standardInput() {},
  }
}

/** A relative path of plain characters. */
const pathOf = (name: string): string => {
  const plain = posix.normalize(`/${name.replaceAll('\\', '/').replaceAll(/\p{Cc}/gu, '')}`).slice(1)
  return plain === '' || plain === '-' ? 'file' : plain.slice(-500)
}

const free = (path: string, taken: ReadonlyMap<string, unknown>): string => {
  if (!taken.has(path)) return path
  const { dir, name, ext } = posix.parse(path)
  for (let n = 2; ; n++) {
    const other = posix.join(dir, `${name}-${n}${ext}`)
    if (!taken.has(other)) return other
  }
}
