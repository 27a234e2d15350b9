import { findClaims, type Record, showThing } from '../../record/index.js'
import type { Dossier } from '../answers.js'
import { ServeError } from '../problem.js'

const AFFILIATIONS = 200
const NAMES = 50

/** What is said by and about one who acts in public; of a private person there is none, as if there were no such id. */
export const dossierOf = (record: Record, id: string): Dossier => {
  const thing = showThing(record, id)
  const known =
    thing.kind === 'actor'
      ? record.one<{ key: number; public: number }>('SELECT key, public FROM actor WHERE id = ?', thing.row.id)
      : undefined
  if (thing.kind !== 'actor' || known?.public !== 1) throw new ServeError(404, 'record/no-such-id', `there is no actor ${id}`)
  const { row } = thing
  const affiliations = findClaims(
    record,
    { actor: row.id, type: [{ type: 'AFFILIATION', mode: null }] },
    { limit: AFFILIATIONS, order: 'oldest' },
  )
  const names = record.all<{ name: string; claims: number }>(
    `SELECT f.text AS name, count(DISTINCT f.claim) AS claims FROM filler f JOIN claim c ON c.key = f.claim AND c.current = 1
     WHERE f.actor = ? GROUP BY f.text ORDER BY claims DESC, f.text LIMIT ${NAMES}`,
    known.key,
  )
  const by = findClaims(record, { source: row.name }, { order: 'newest' })
  return {
    kind: 'actor',
    row,
    names,
    by,
    about: findClaims(record, { actor: row.id }, { order: 'newest' }),
    affiliations: affiliations.items,
  }
}
