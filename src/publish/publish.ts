import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Record } from '../record/index.js'
import { type Content, contentOf } from './content.js'
import { filesOf, type PublishedFile } from './files.js'
import { type Manifest, ManifestSchema } from './manifest.js'
import type { Profile } from './profile.js'
import { type Removed, reducer } from './reduce.js'

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
  const content = await contentOf(reducer(record, profile, now, removed))
  const files: Manifest['files'] = []
  for (const file of filesOf(profile, content)) files.push(await writeFileOf(file, folder))
  const kinds = record.all<{ kind: string; n: number }>('SELECT kind, count(*) AS n FROM decision GROUP BY kind ORDER BY kind')
  return {
    program: { name: 'herodot', version },
    published: new Date(now).toISOString(),
    profile,
    files,
    coders: codersOf(content),
    decisions: Object.fromEntries(kinds.map(({ kind, n }) => [kind, n])),
    removed: Object.fromEntries([...removed].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

const codersOf = ({ claims }: Content): Manifest['coders'] => {
  const coders = new Map<string, Manifest['coders'][number]>()
  for (const { thing } of claims) {
    if (!thing.coder) continue
    const key = JSON.stringify(thing.coder)
    coders.set(key, { ...thing.coder, claims: (coders.get(key)?.claims ?? 0) + 1 })
  }
  return [...coders.values()]
}

const writeFileOf = async ({ name, rows, parts }: PublishedFile, folder: string): Promise<Manifest['files'][number]> => {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(join(folder, name), 'wx')
  try {
    for (const chunk of chunked(parts())) {
      bytes += chunk.length
      hash.update(chunk)
      await file.write(chunk)
    }
  } finally {
    await file.close()
  }
  return { name, rows, bytes, sha256: hash.digest('hex') }
}

/** Lines written at once. */
const CHUNK = 1000

function* chunked(parts: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let lines: string[] = []
  for (const part of parts) {
    if (typeof part === 'string') lines.push(part)
    else yield part
    if (lines.length < CHUNK) continue
    yield Buffer.from(lines.join(''))
    lines = []
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''))
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
