import type { Claim } from '../../src/claim.js'
import type { Component, Row } from './component.js'
import { type Counts, f1, macroF1, plain, sum, withInterval } from './counts.js'
import { pairs } from './match.js'
import { CLASSES, type Class, type MeantimeEvent, readMeantime } from './meantime.js'

/** Factuality on the events of MEANTIME that a claim stands on: fact, possible (not certain, or still to come), negated. */
export const factuality: Component = (read) => {
  const measured = read(readMeantime()).map(({ gold: { events: gold }, reading }) => {
    const claims = reading.claims.map((claim) => ({ claim, span: claim.trigger.span }))
    return { gold: gold.length, answers: pairs(gold, claims, () => true).map(([event, { claim }]) => ({ event, claim })) }
  })
  const countsOf = (rule: (event: MeantimeEvent, claim: Claim) => Class): Counts[] =>
    measured.map(({ answers }) => {
      const counts: Record<string, number> = {}
      const add = (name: string) => {
        counts[name] = (counts[name] ?? 0) + 1
      }
      for (const { event, claim } of answers) {
        const said = rule(event, claim)
        add(`${event.is}.gold`)
        add(`${said}.found`)
        if (said === event.is) add(`${said}.hits`)
      }
      return counts
    })
  const mine = countsOf((_, claim) => classOf(claim))
  const majority = countsOf(() => 'fact')
  const cues = countsOf(({ before }) => classByCues(before))
  const all = measured.reduce((total, { gold }) => total + gold, 0)
  const found = measured.reduce((total, { answers }) => total + answers.length, 0)
  const row = (metric: string, figure: ReturnType<typeof f1>, n: string): Row => ({
    component: 'factuality',
    data: 'MEANTIME (business news); not trained on',
    n,
    metric,
    figure: withInterval(mine, figure),
    reference: `majority class ${plain(majority, figure)}, cue words ${plain(cues, figure)} (measured)`,
  })
  return [
    row('macro-F1 of the classes there are', macroF1(CLASSES), `${measured.length} reports, ${found} of ${all} events with a claim`),
    ...CLASSES.filter((one) => sum(mine, `${one}.gold`) > 0).map((one) => row(`F1, ${one}`, f1(one), `${sum(mine, `${one}.gold`)}`)),
  ]
}

const classOf = ({ negated, certainty, status }: Claim): Class =>
  negated ? 'negated' : certainty !== 'certain' || !['actual', 'ongoing'].includes(status) ? 'possible' : 'fact'

const NEGATION = /\b(?:not|no|never|n't|n’t|without|nor|neither|denied|deny|denies)\b(?:\W+\w+){0,2}\W*$/i
const MODAL =
  /\b(?:will|would|could|may|might|should|can|if|plans?|planned|expects?|expected|likely|possibly|perhaps)\b(?:\W+\w+){0,3}\W*$/i

/** The rule to beat: a negation or a modal word shortly before the event. */
const classByCues = (before: string): Class => (NEGATION.test(before) ? 'negated' : MODAL.test(before) ? 'possible' : 'fact')
