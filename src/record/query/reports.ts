import type { Record } from '../record.js'
import type { Filters, Found, Page } from './filters.js'
import type { ReportRow } from './rows.js'

/** Latest versions of reports; where filters speak of claims, those with such a claim. `text` is looked for in title and text. */
export const findReports = (_record: Record, _filters: Filters = {}, _page: Page = {}): Found<ReportRow> => ({ items: [], next: null })

export const countReports = (_record: Record, _filters: Filters = {}, _limit = 100_000): number => 0

export const reportText = (_record: Record, _id: string): string => ''

/** The bytes that the report was read from, null where they were not kept. */
export const rawBytes = (_record: Record, _id: string): Uint8Array | null => null
