import { link, loadLinkKnowledge } from '../link/index.js'
import { claimsToLink, type LinkClaim, type LinkReport, type Links, replaceLinks, reportsToLink } from './links.js'
import type { Record } from './record.js'

/** Finds the links of a whole record. */
export type Linker = (reports: readonly LinkReport[], claims: readonly LinkClaim[]) => Links

const ownLinker: Linker = (reports, claims) => link(reports, claims, loadLinkKnowledge())

/** Brings the links up to date where reports were added or read again since they last were. */
export const relink = (record: Record, linker: Linker = ownLinker): void => {
  if (record.one('SELECT 1 FROM unlinked LIMIT 1') === undefined) return
  const links = linker([...reportsToLink(record)], [...claimsToLink(record)])
  record.transaction(() => {
    replaceLinks(record, links)
    record.run('DELETE FROM unlinked')
  })
}
