import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
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
  const files = [...new Set(profile.of)].flatMap((of) =>
    [...new Set(profile.formats)].map((format) => new PublishedFile(of, format, columns[of])),
  )
  for await (const { of, after, coder } of unhurried(reducer(record, profile, now, removed))) {
    if (!after) continue
    if (of === 'claims' && coder) {
      const key = JSON.stringify(coder)
      coders.set(key, { ...coder, claims: (coders.get(key)?.claims ?? 0) + 1 })
    }
    for (const file of files) if (file.of === of) file.add(after)
  }
  for (const file of files) await file.write(folder)
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

/** One file; its rows come in the order of their ids, which tells nothing of when or where they come from. */
class PublishedFile {
  bytes = 0
  sha256 = ''
  readonly name: string
  readonly #lines: { readonly id: string; readonly line: string }[] = []

  constructor(
    readonly of: 'claims' | 'incidents',
    private readonly format: 'csv' | 'jsonl',
    private readonly columns: readonly string[],
  ) {
    this.name = `${of}.${format}`
  }

  get rows(): number {
    return this.#lines.length
  }

  add(row: Row): void {
    const line = this.format === 'csv' ? csvLine(this.columns.map((column) => row[column])) : `${JSON.stringify(row)}\n`
    this.#lines.push({ id: row.id as string, line })
  }

  async write(folder: string): Promise<void> {
    const hash = createHash('sha256')
    const head = this.format === 'csv' ? [csvLine(this.columns)] : []
    const all = [...head, ...this.#lines.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ line }) => line)]
    const file = await open(join(folder, this.name), 'wx')
    try {
      for (let from = 0; from < all.length; from += CHUNK) {
        const chunk = Buffer.from(all.slice(from, from + CHUNK).join(''))
        this.bytes += chunk.length
        hash.update(chunk)
        await file.write(chunk)
      }
    } finally {
      await file.close()
    }
    this.sha256 = hash.digest('hex')
  }
}

/** Lines written at once. */
const CHUNK = 1000

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
