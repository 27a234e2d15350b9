import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { problem } from './problem.js'

/** Where pages find the base map, and read it by ranges of bytes. */
export const BASE_MAP = '/basemap.pmtiles'

/** The file is no base map. */
export class NoBaseMap extends Error {}

/** Checks that a file is a PMTiles archive of version 3; throws `NoBaseMap` where it is not. */
export const checkBaseMap = async (path: string): Promise<void> => {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new NoBaseMap(error.code === 'ENOENT' ? `there is no ${path}` : `${path} cannot be read: ${error.message}`)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    if (bytesRead < 8 || buffer.toString('latin1', 0, 7) !== 'PMTiles' || buffer[7] !== 3)
      throw new NoBaseMap(`${path} is no PMTiles file of version 3`)
  } finally {
    await file.close()
  }
}

/** Answers with the file or, as pages ask, with a range of it (RFC 9110, one range). */
export const baseMap =
  (path: string | null) =>
  async (c: Context): Promise<Response> => {
    const found = path === null ? null : await stat(path).catch(() => null)
    if (path === null || !found?.isFile()) return problem(404, 'serve/not-found', 'no base map was named: herodot serve --base-map FILE')
    const { size, mtimeMs } = found
    const headers = {
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      'content-type': 'application/vnd.pmtiles',
      etag: `"${size}-${Math.floor(mtimeMs)}"`,
    }
    const asked = c.req.header('range')
    const range = asked === undefined ? { start: 0, end: size - 1 } : rangeOf(asked, size)
    if (range === null) return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
    const { start, end } = range
    const about = { ...headers, 'content-length': String(end - start + 1) }
    const partial = { ...about, 'content-range': `bytes ${start}-${end}/${size}` }
    const body = c.req.method === 'HEAD' ? null : (Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream)
    return asked === undefined ? new Response(body, { headers: about }) : new Response(body, { status: 206, headers: partial })
  }

/** First and last byte of a `Range` header; null where the file has none of them. */
const rangeOf = (header: string, size: number): { readonly start: number; readonly end: number } | null => {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to))
  return start <= end ? { start, end } : null
}
