import type { Record } from '../record.js'
import type { Why } from './rows.js'

/** How a claim's value came about. */
export const why = (_record: Record, _id: string, _field: string): Why => {
  throw new Error('not yet')
}
