import type { Record } from '../record.js'
import type { Account, Thing } from './rows.js'

/** One thing whole, by its id or the beginning of it (six characters or more). */
export const showThing = (_record: Record, _id: string): Thing => {
  throw new Error('not yet')
}

/** What each origin says of an incident, those with most reports first. */
export const accountsOf = (_record: Record, _incident: string): readonly Account[] => []
