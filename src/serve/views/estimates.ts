import { FIGURE_KINDS } from '../../claim.js'
import { ESTIMATE_RULES, type Estimate, type EstimateRule, estimate, type Told } from '../../link/index.js'
import type { Account } from '../../record/index.js'

export const RULES = ESTIMATE_RULES

/** Best, low and high figures of an incident by a named rule, one for each kind of figure that somebody gives; rejected claims do not count. */
export const estimatesOf = (accounts: readonly Account[], rule: EstimateRule): readonly Estimate[] => {
  const told = accounts.flatMap(toldBy)
  return FIGURE_KINDS.flatMap((kind) => estimate(told, kind, rule) ?? [])
}

const toldBy = ({ origin, claims }: Account): readonly Told[] =>
  claims
    .filter(({ verdict }) => verdict !== 'rejected')
    .map(({ id, report, claim }) => ({
      id,
      report: report.id,
      claim,
      origin: origin === null ? `claim:${id}` : `${origin.kind}:${origin.id}`,
      published: report.published,
    }))
