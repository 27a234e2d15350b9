import { existsSync } from 'node:fs'
import { type Database, openDatabase, type SqlValue, type Statement } from './database.js'
import { RecordError } from './errors.js'
import { GUARDS, MIGRATIONS } from './schema.js'

/** `HRDT`, in the header of the file. */
const APPLICATION = 0x48524454

export interface RecordOptions {
  /** Makes the file where there is none; otherwise that is the error `record/not-found`. */
  readonly create?: boolean | undefined
  readonly readOnly?: boolean | undefined
}

/** One file with reports, claims, links and decisions. Close it after use. */
export class Record {
  readonly #statements = new Map<string, Statement>()
  #depth = 0

  private constructor(
    readonly path: string,
    readonly db: Database,
  ) {}

  /** Throws `RecordError` where there is no record at `path` or none that this version can read. */
  static open(path: string, { create = false, readOnly = false }: RecordOptions = {}): Record {
    if (!create && path !== ':memory:' && !existsSync(path)) {
      throw new RecordError('record/not-found', `there is no record at ${path}: "herodot add" makes one, --record FILE names another`)
    }
    let db: Database | undefined
    try {
      db = openDatabase(path, readOnly)
      check(db, path)
      if (!readOnly) migrate(db)
      else if (pragma(db, 'user_version') < MIGRATIONS.length) {
        // One that an earlier version wrote is brought up to date first, also for those who only read.
        db.close()
        Record.open(path).close()
        db = openDatabase(path, readOnly)
      }
      return new Record(path, db)
    } catch (error) {
      db?.close()
      throw /not a database/i.test((error as Error).message) ? strange(path) : error
    }
  }

  close(): void {
    this.#statements.clear()
    this.db.close()
  }

  /** All rows of a query; statements are kept for the next time. */
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.prepared(sql).all(...values) as Row[]
  }

  one<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.prepared(sql).get(...values) as Row | undefined
  }

  /** Gives the rowid of an insert. */
  run(sql: string, ...values: readonly SqlValue[]): number {
    return Number(this.prepared(sql).run(...values).lastInsertRowid)
  }

  /** Rows as they are read, for results of any length; another statement than those kept. */
  each<Row>(sql: string, ...values: readonly SqlValue[]): IterableIterator<Row> {
    return this.db.prepare(sql).iterate(...values) as IterableIterator<Row>
  }

  prepared(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size >= 500) this.#statements.clear()
    const statement = this.db.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  /** All of `work` or nothing of it; may be nested. Others wait to write until it is over. */
  transaction<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work()
    begin(this.db)
    this.#depth++
    try {
      const result = work()
      this.db.exec('COMMIT')
      return result
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK')
      throw error
    } finally {
      this.#depth--
    }
  }
}

const begin = (db: Database): void => {
  try {
    db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    if (/locked|busy/i.test((error as Error).message)) {
      throw new RecordError('record/busy', 'another process is writing to the record: try again when it is done')
    }
    throw error
  }
}

const pragma = (db: Database, name: string): number => Number(Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0])

const strange = (path: string) => new RecordError('record/not-a-record', `${path} is not a record of herodot`)

const check = (db: Database, path: string): void => {
  if (pragma(db, 'application_id') !== APPLICATION && pragma(db, 'schema_version') !== 0) throw strange(path)
  if (pragma(db, 'user_version') > MIGRATIONS.length)
    throw new RecordError('record/too-new', `${path} was written by a later version of herodot: this one cannot read it`)
}

const migrate = (db: Database): void => {
  if (pragma(db, 'user_version') === MIGRATIONS.length) return
  db.exec('PRAGMA journal_mode = WAL')
  begin(db)
  try {
    const version = pragma(db, 'user_version')
    for (const step of MIGRATIONS.slice(version)) db.exec(step)
    if (version === 0) db.exec(GUARDS)
    db.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${MIGRATIONS.length}; COMMIT`)
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
