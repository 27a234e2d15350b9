import type { Record } from '../record.js'
import type { Changes } from './rows.js'

/** What came into the record since a time (ISO 8601): new, changed, contradicted, decided; each list up to `limit`. */
export const changes = (_record: Record, _since: string, _limit = 100): Changes => {
  throw new Error('not yet')
}
