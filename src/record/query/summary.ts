import type { Record } from '../record.js'
import type { Summary } from './rows.js'

export const summary = (_record: Record): Summary => {
  throw new Error('not yet')
}
