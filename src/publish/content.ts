import type { ClaimRow } from '../record/index.js'
import type { Incident } from './incident.js'
import type { ReducedClaim, ReducedIncident } from './reduce.js'
import type { Row } from './row.js'
import { unhurried } from './unhurried.js'

/** What is let out, as a row of the plain tables and as the exporters take it. */
interface Let<Thing> {
  readonly row: Row
  readonly thing: Thing
}

/** All that a profile lets out; in the order of ids, which tells nothing of when or where things come from. */
export interface Content {
  readonly claims: readonly Let<ClaimRow>[]
  readonly incidents: readonly Let<Incident>[]
}

/** `each` is told of everything, let out or not. */
export const contentOf = async (
  reduced: Iterable<ReducedClaim | ReducedIncident>,
  each: (one: ReducedClaim | ReducedIncident) => void = () => {},
): Promise<Content> => {
  const claims: Let<ClaimRow>[] = []
  const incidents: Let<Incident>[] = []
  for await (const one of unhurried(reduced)) {
    each(one)
    if (one.after === null || one.thing === null) continue
    if (one.of === 'claims') claims.push({ row: one.after, thing: one.thing })
    else incidents.push({ row: one.after, thing: one.thing })
  }
  return { claims: claims.sort(byId), incidents: incidents.sort(byId) }
}

const byId = (a: { readonly row: Row }, b: { readonly row: Row }): number => (String(a.row.id) < String(b.row.id) ? -1 : 1)
