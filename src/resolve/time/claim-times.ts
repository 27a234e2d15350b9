import type { Status } from '../../claim.js'
import { type Span, spanKey } from '../../report.js'
import type { ClaimTime } from '../resolution.js'
import { timeOfClaim } from './claim-time.js'
import { datedEvents } from './events.js'
import { momentOfEdtf } from './moment.js'
import type { TimeReading } from './resolve.js'
import { wholeWords } from './whole-words.js'

/** A claim as far as its time goes: `time` is what the reader took for it. */
export interface TimedClaim {
  readonly trigger: Span
  readonly time: Span | null
  readonly status: Status
}

/**
 * When the claims of a report happen, by the span of their triggers. Times that stand for themselves come first, for others are
 * told from them ("three days after the attack").
 */
export const timesOfClaims = (
  claims: readonly TimedClaim[],
  readings: readonly TimeReading[],
  report: { readonly text: string; readonly published: string | null },
): ReadonlyMap<string, ClaimTime> => {
  const timed = claims.flatMap((claim) => (claim.time ? [{ ...claim, time: wholeWords(report.text, claim.time, readings) }] : []))
  const plain = timed.map((claim) => ({ ...claim, value: timeOfClaim(claim.time, readings, { ...report, ...claim }) }))
  const events = datedEvents(
    report.text,
    readings,
    plain.flatMap(({ trigger, value }) => {
      const moment = momentOfEdtf(value.value)
      return moment ? [{ trigger, moment }] : []
    }),
  )
  return new Map(
    timed.map((claim) => [
      spanKey(claim.trigger),
      { span: claim.time, ...timeOfClaim(claim.time, readings, { ...report, ...claim, events }) },
    ]),
  )
}
