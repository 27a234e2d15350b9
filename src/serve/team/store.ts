import { type Database, openDatabase, type SqlValue } from '../../record/database.js'

const LAYOUT = `
CREATE TABLE IF NOT EXISTS user (
  name TEXT PRIMARY KEY COLLATE NOCASE, role TEXT NOT NULL, password TEXT, made INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS invitation (
  code TEXT PRIMARY KEY, name TEXT, role TEXT NOT NULL, until INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS session (
  secret TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES user ON DELETE CASCADE ON UPDATE CASCADE, until INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS assignment (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, reports TEXT NOT NULL, coders TEXT NOT NULL, by TEXT NOT NULL, made INTEGER NOT NULL,
  finished TEXT NOT NULL
) STRICT;
`

/** What a team keeps beside the record and never in it: accounts, sessions, who codes what. A record can be handed on without it. */
export class TeamStore {
  readonly #db: Database

  constructor(path: string) {
    this.#db = openDatabase(path, false)
    this.#db.exec('PRAGMA journal_mode = WAL')
    this.#db.exec(LAYOUT)
  }

  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#db.prepare(sql).all(...values) as Row[]
  }

  one<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#db.prepare(sql).get(...values) as Row | undefined
  }

  /** Gives the number of rows changed. */
  run(sql: string, ...values: readonly SqlValue[]): number {
    return Number(this.#db.prepare(sql).run(...values).changes)
  }

  close(): void {
    this.#db.close()
  }
}

/** The team's file beside a record. */
export const teamPath = (record: string): string => (record === ':memory:' ? record : `${record.replace(/\.db$/, '')}.team.db`)
