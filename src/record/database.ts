import { createRequire } from 'node:module'
import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'

export type Database = DatabaseSyncInstance
export type Statement = StatementSyncInstance
export type SqlValue = string | number | bigint | null | Uint8Array

interface Sqlite {
  readonly DatabaseSync: new (path: string, options: { readonly readOnly?: boolean; readonly timeout?: number }) => Database
}

const require = createRequire(import.meta.url)

/** Node's own SQLite where it has one, else the package with the same interface. */
const sqlite = (): Sqlite => {
  const { emitWarning } = process
  process.emitWarning = () => {} // that it is experimental is nothing to tell who uses the program
  try {
    return require('node:sqlite') as Sqlite
  } catch {
    return require('@photostructure/sqlite') as Sqlite
  } finally {
    process.emitWarning = emitWarning
  }
}

/** Milliseconds that a writer waits for another. */
const PATIENCE = 10_000

/**
 * Opens a database file, which is made where there is none and `readOnly` is not set.
 * Others may read while one writes; what is deleted is overwritten with zeros.
 */
export const openDatabase = (path: string, readOnly: boolean): Database => {
  const { DatabaseSync } = sqlite()
  const db = new DatabaseSync(path, { readOnly, timeout: PATIENCE })
  db.exec('PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY')
  if (!readOnly) db.exec('PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 67108864')
  return db
}
