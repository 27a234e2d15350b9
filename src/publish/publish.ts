import { createHash, type Hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Record } from '../record/index.js'
import { csvLine } from './csv.js'
import { type Manifest, ManifestSchema } from './manifest.js'
import type { Profile } from './profile.js'
import { type Removed, type Row, reducer } from './reduce.js'
import { unhurried } from './unhurried.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/** There is something in the folder that a publication should go to. */
export class FolderTaken extends Error {
  constructor(folder: string) {
    super(`${folder} is there already: name a folder that is not, publications are never overwritten`)
  }
}

/**
 * Writes what the profile lets out into a new folder, with `manifest.json` beside it, and gives the manifest.
 * The folder appears whole or not at all. Throws `FolderTaken` where it is there already.
 */
export const publish = async (record: Record, profile: Profile, folder: string, now: number): Promise<Manifest> => {
  await mkdir(dirname(folder), { recursive: true })
  const partial = join(dirname(folder), `.${basename(folder)}.partial-${process.pid}`)
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial)
  try {
    const manifest = await write(record, profile, partial, now)
    await writeFile(join(partial, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    await claim(folder)
    renameSync(partial, folder)
    return manifest
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

/** An empty folder can be replaced by renaming; anything else cannot. */
const claim = async (folder: string): Promise<void> => {
  const inside = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new FolderTaken(folder)
  })
  if (inside.length > 0) throw new FolderTaken(folder)
}

const write = async (record: Record, profile: Profile, folder: string, now: number): Promise<Manifest> => {
  const removed: Removed = new Map()
  const coders = new Map<string, Manifest['coders'][number]>()
  const columns = await columnsOf(record, profile, now)
  const files = await Promise.all(
    profile.of.flatMap((of) => profile.formats.map((format) => PublishedFile.open(folder, of, format, columns[of]))),
  )
  try {
    for await (const { of, after, coder } of unhurried(reducer(record, profile, now, removed))) {
      if (!after) continue
      if (of === 'claims' && coder) {
        const key = JSON.stringify(coder)
        coders.set(key, { ...coder, claims: (coders.get(key)?.claims ?? 0) + 1 })
      }
      for (const file of files) if (file.of === of) await file.add(after)
    }
  } finally {
    for (const file of files) await file.close()
  }
  const kinds = record.all<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM decision GROUP BY kind ORDER BY kind')
  return {
    program: { name: 'herodot', version },
    published: new Date(now).toISOString(),
    profile,
    files: files.map(({ name, rows, bytes, sha256 }) => ({ name, rows, bytes, sha256 })),
    coders: [...coders.values()],
    decisions: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
    removed: Object.fromEntries([...removed].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** The columns of a table must be known before its first row: those of all rows, in the order in which they come. */
const columnsOf = async (
  record: Record,
  profile: Profile,
  now: number,
): Promise<{ readonly claims: readonly string[]; readonly incidents: readonly string[] }> => {
  const found = { claims: new Set<string>(), incidents: new Set<string>() }
  if (!profile.formats.includes('csv')) return { claims: [], incidents: [] }
  for await (const { of, after } of unhurried(reducer(record, profile, now, new Map())))
    for (const column of Object.keys(after ?? {})) found[of].add(column)
  return { claims: [...found.claims], incidents: [...found.incidents] }
}

class PublishedFile {
  rows = 0
  bytes = 0
  sha256 = ''
  readonly #hash: Hash = createHash('sha256')
  #waiting = ''

  private constructor(
    readonly name: string,
    readonly of: 'claims' | 'incidents',
    private readonly columns: readonly string[] | null,
    private readonly handle: FileHandle,
  ) {
    if (columns) this.#waiting = csvLine(columns)
  }

  static async open(
    folder: string,
    of: 'claims' | 'incidents',
    format: 'csv' | 'jsonl',
    columns: readonly string[],
  ): Promise<PublishedFile> {
    const name = `${of}.${format}`
    return new PublishedFile(name, of, format === 'csv' ? columns : null, await open(join(folder, name), 'wx'))
  }

  async add(row: Row): Promise<void> {
    this.rows++
    this.#waiting += this.columns ? csvLine(this.columns.map((column) => row[column])) : `${JSON.stringify(row)}\n`
    if (this.#waiting.length > 65_536) await this.#flush()
  }

  async close(): Promise<void> {
    await this.#flush()
    await this.handle.close()
    this.sha256 = this.#hash.digest('hex')
  }

  async #flush(): Promise<void> {
    const chunk = Buffer.from(this.#waiting)
    this.#waiting = ''
    this.bytes += chunk.length
    this.#hash.update(chunk)
    await this.handle.write(chunk)
  }
}

/** Publications in a folder, the newest first; what is none is passed over. */
export const listPublications = async (folder: string): Promise<{ readonly id: string; readonly manifest: Manifest }[]> => {
  const ids = await readdir(folder).catch(() => [] as string[])
  const found = await Promise.all(ids.filter((id) => !id.startsWith('.')).map((id) => manifestOf(folder, id)))
  return found.flatMap((one) => one ?? []).sort((a, b) => (a.manifest.published < b.manifest.published ? 1 : -1))
}

const manifestOf = async (folder: string, id: string): Promise<{ readonly id: string; readonly manifest: Manifest } | null> => {
  try {
    return { id, manifest: ManifestSchema.parse(JSON.parse(await readFile(join(folder, id, 'manifest.json'), 'utf8'))) }
  } catch {
    return null
  }
}
