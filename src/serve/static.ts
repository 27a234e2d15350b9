import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context } from 'hono'
import { problem } from './problem.js'
import { digest } from './team/secrets.js'

/** Where the built application lies, beside the program and beside its sources alike. */
export const WEB = fileURLToPath(new URL('../../dist/web/', import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pbf': 'application/x-protobuf',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** Names that hold a hash of the contents never mean anything else. */
const HASHED = /[.-][A-Za-z0-9_-]{8,}\.\w+$/

const MISSING = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Herodot</title>
<h1>Herodot</h1><p>The application is not built: run <code>npm run build</code>. The API answers under <a href="/api/v1/openapi.json">/api/v1</a>.</p>
`

/** Files of the application; every other path is one of its pages. */
export const staticFiles =
  (folder: string) =>
  async (c: Context): Promise<Response> => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return problem(405, 'serve/not-found', 'that is no part of the API', { allow: 'GET, HEAD' })
    const path = pathOf(folder, c.req.path)
    const file = path === null ? null : await contents(path)
    if (path !== null && file !== null && path !== join(folder, 'index.html')) return answer(c, path, file, HASHED.test(path))
    if (/\/[^/]*\.\w+$/.test(c.req.path) && !c.req.path.endsWith('.html')) return problem(404, 'serve/not-found', 'there is no such file')
    const page = await contents(join(folder, 'index.html'))
    return page === null ? c.html(MISSING, 200, { 'cache-control': 'no-cache' }) : answer(c, 'index.html', page, false)
  }

/** The file that a path names, null where it leads out of the folder. */
const pathOf = (folder: string, path: string): string | null => {
  try {
    const decoded = decodeURIComponent(path)
    if (decoded.includes('\0')) return null
    const file = normalize(join(folder, decoded))
    return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null
  } catch {
    return null
  }
}

const contents = async (path: string): Promise<Buffer | null> => {
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? readFile(path) : null
}

const answer = (c: Context, path: string, file: Buffer, forever: boolean): Response => {
  const etag = `"${digest(file.toString('latin1')).slice(0, 32)}"`
  const headers = {
    etag,
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(file), { headers })
}
