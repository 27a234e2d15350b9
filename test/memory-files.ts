import type { Files } from '../src/ingest/files.js'

type Content = string | Uint8Array | Error

export const fileError = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code })

/**
 * A file system in memory: contents by path, with `/` between names. An error as content is thrown when the file is opened,
 * one under a path that ends in `/` when that folder is listed. `opened` tells what was opened, in order.
 */
export const memoryFiles = (
  contents: Readonly<Record<string, Content>>,
  input: string | Uint8Array = '',
): Files & { readonly opened: string[] } => {
  const opened: string[] = []
  const bytes = (content: string | Uint8Array) => (typeof content === 'string' ? new TextEncoder().encode(content) : content)
  const under = (folder: string) => Object.keys(contents).filter((path) => path.startsWith(`${folder}/`))
  return {
    opened,
    async kind(path) {
      const content = contents[path]
      if (content !== undefined) return { kind: 'file', size: content instanceof Error ? 1 : bytes(content).length }
      if (under(path).length === 0) throw fileError('ENOENT')
      return { kind: 'folder', size: 0 }
    },
    async list(folder) {
      const failure = contents[`${folder}/`]
      if (failure instanceof Error) throw failure
      return [...new Set(under(folder).map((path) => path.slice(folder.length + 1).split('/')[0]!))].reverse()
    },
    real: async (path) => path,
    async *open(path) {
      opened.push(path)
      const content = contents[path]!
      if (content instanceof Error) throw content
      yield bytes(content)
    },
    async *standardInput() {
      yield bytes(input)
    },
  }
}

export const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}
