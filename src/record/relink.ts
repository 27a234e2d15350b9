import { claimsToLink, type LinkClaim, type LinkReport, type Links, replaceLinks, reportsToLink } from './links.js'
import type { Record } from './record.js'

/** What `link` is given: the whole record, as it is read, and which of its reports are new or coded anew. */
export interface LinkInput {
  readonly reports: Iterable<LinkReport>
  readonly claims: Iterable<LinkClaim>
  readonly changed: ReadonlySet<string>
}

export type Linker = (input: LinkInput) => Links

/** Brings the links up to date after reports were added or read again. Does nothing as long as there is no linking. */
export const relink = async (record: Record, reports: readonly string[], linker?: Linker | null): Promise<void> => {
  const link = linker === undefined ? await ownLinker() : linker
  if (link === null || reports.length === 0) return
  replaceLinks(record, link({ reports: reportsToLink(record), claims: claimsToLink(record), changed: new Set(reports) }))
}

/** The program's own linking, where it has one. */
const ownLinker = async (): Promise<Linker | null> => null
