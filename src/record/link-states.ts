import { byStanding, disagreementsWith, type Standing, standingOf, WINDOW } from '../link/contradictions.js'
import type { Told } from '../link/told.js'
import { forgetDisagreements, writeDisagreements } from './link-rows.js'
import { type LinkedReport, type LinkedState, stateOf } from './linked-reports.js'
import type { Record } from './record.js'

/**
 * Works out anew where claims of states disagree, after reports came, changed or went and claims got other origins; gives the claims
 * concerned. A state is compared with those of its subject that follow it, so that a change reaches a few before it.
 */
export const relinkStates = (
  record: Record,
  reports: readonly { readonly before: LinkedReport; readonly after: LinkedReport }[],
  otherOrigins: readonly string[],
  told: (claims: readonly string[]) => readonly Told[],
  time: number,
): Iterable<string> => {
  const moved = reports.filter(({ before, after }) => JSON.stringify(before.states) !== JSON.stringify(after.states))
  const gone = moved.flatMap(({ before }) => before.states)
  const come = moved.flatMap(({ after }) => after.states)
  const comparing = new Set(gone.flatMap((state) => [state.claim, ...near(record, state, 'before')]))
  for (const { subjects, since, claim } of gone)
    for (const subject of subjects) record.run('DELETE FROM standing WHERE subject = ? AND since = ? AND claim = ?', subject, since, claim)
  for (const { subjects, since, claim } of come)
    for (const subject of subjects) record.run('INSERT OR IGNORE INTO standing VALUES (?, ?, ?)', subject, since, claim)
  for (const state of [...come, ...told(otherOrigins).flatMap((one) => stateOf(one) ?? [])])
    for (const claim of [state.claim, ...near(record, state, 'before')]) comparing.add(claim)

  const standings = new Map<string, Standing | null>()
  const standing = (claim: string): Standing | null => {
    if (!standings.has(claim)) standings.set(claim, told([claim]).map(standingOf)[0] ?? null)
    return standings.get(claim)!
  }
  const { found, claims } = forgetDisagreements(record, [...comparing], (a, b) => {
    const [one, other] = [standing(a), standing(b)]
    return !one || !other || comparing.has((byStanding(one, other) < 0 ? one : other).told.id)
  })
  const concerned = new Set(claims)
  for (const claim of comparing) {
    const one = standing(claim)
    if (!one) continue
    const next = new Set(near(record, stateOf(one.told)!, 'after'))
    const disagreements = disagreementsWith(
      one,
      [...next].flatMap((id) => standing(id) ?? []),
    )
    writeDisagreements(record, disagreements, found, time)
    for (const { claims: pair } of disagreements.contradictions) for (const id of pair) concerned.add(id)
  }
  return concerned
}

/** The claims that stand next to a state among those of its subjects. */
const near = (record: Record, { claim, since, subjects }: LinkedState, side: 'before' | 'after'): readonly string[] =>
  subjects.flatMap((subject) =>
    record
      .all<{ claim: string }>(
        side === 'before'
          ? `SELECT claim FROM standing WHERE subject = ? AND (since, claim) < (?, ?) ORDER BY since DESC, claim DESC LIMIT ${WINDOW}`
          : `SELECT claim FROM standing WHERE subject = ? AND (since, claim) > (?, ?) ORDER BY since, claim LIMIT ${WINDOW}`,
        subject,
        since,
        claim,
      )
      .map((row) => row.claim),
  )
