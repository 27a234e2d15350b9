import type { Record } from '../../src/record/index.js'

/** Things of a record to ask for, common ones and rare ones. */
export interface Samples {
  readonly claims: readonly string[]
  readonly reports: readonly string[]
  readonly incidents: readonly string[]
  readonly actors: readonly string[]
  readonly places: readonly { readonly id: string; readonly name: string; readonly lat: number; readonly lon: number }[]
  readonly publishers: readonly string[]
  readonly origins: readonly string[]
  /** First days of months. */
  readonly months: readonly string[]
  readonly words: readonly string[]
}

const EACH = 13

export const samplesOf = (record: Record): Samples => {
  /** Evenly out of all that a query gives. */
  const some = <Row>(sql: string): readonly Row[] => {
    const rows = record.all<Row>(sql)
    return Array.from({ length: EACH }, (_, n) => rows[Math.floor((n * rows.length) / EACH)]!)
  }
  const ids = (sql: string) => some<{ id: string }>(sql).map(({ id }) => id)
  return {
    claims: ids('SELECT id FROM claim WHERE current = 1 AND key % 997 = 0'),
    reports: ids('SELECT id FROM report WHERE key % 97 = 0'),
    incidents: ids('SELECT id FROM incident WHERE claims > 0 ORDER BY claims DESC LIMIT 1000'),
    actors: ids('SELECT id FROM actor WHERE public = 1 ORDER BY claims DESC'),
    places: some('SELECT id, name, lat, lon FROM place WHERE lat IS NOT NULL ORDER BY claims DESC'),
    publishers: ids('SELECT DISTINCT publisher AS id FROM report'),
    origins: ids('SELECT name AS id FROM origin'),
    months: ids(`SELECT DISTINCT strftime('%Y-%m', day * 86400, 'unixepoch') AS id FROM incident WHERE day > 0 ORDER BY 1`),
    words: [
      'killed',
      'hospital',
      'shelled',
      'market',
      'withdrew',
      'convoy',
      'police',
      'journalists',
      'doctor',
      'denied',
      'fuel',
      'school',
      'villagers',
    ],
  }
}
