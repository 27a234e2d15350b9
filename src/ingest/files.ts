import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'

export interface FileKind {
  readonly kind: 'file' | 'folder' | 'stream'
  /** Bytes; 0 where it is no file. */
  readonly size: number
}

/** What reading needs of the file system; each function rejects with a Node error that has a `code`. */
export interface Files {
  readonly kind: (path: string) => Promise<FileKind>
  /** Names in a folder, in any order. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /** The path without links, the same for every path to one folder. */
  readonly real: (path: string) => Promise<string>
  readonly open: (path: string) => AsyncIterable<Uint8Array>
  readonly standardInput: () => AsyncIterable<Uint8Array>
}

export const nodeFiles: Files = {
  async kind(path) {
    const found = await stat(path)
    return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'stream', size: found.isFile() ? found.size : 0 }
  },
  list: (folder) => readdir(folder),
  real: (path) => realpath(path),
  open: (path) => createReadStream(path),
  standardInput: () => process.stdin,
}

/** All bytes, or null as soon as there are more than `limit`. */
export const readAll = async (chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> => {
  const read: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) return null
    read.push(chunk)
  }
  return Buffer.concat(read)
}
