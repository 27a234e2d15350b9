import { setParams } from '../../url.js'

/** What each rule takes; `docs/linking.md` gives their sources. */
const ABOUT = {
  ged: 'what most neutral origins give, else the lowest',
  ibc: 'the lowest and the highest, no best figure',
  latest: 'what was published last',
  median: 'the median of the origins',
}

type EstimateRule = keyof typeof ABOUT

const RULES = Object.keys(ABOUT) as EstimateRule[]

export const USUAL: EstimateRule = 'ged'

export const ruleNamed = (name: string | null): EstimateRule => RULES.find((rule) => rule === name) ?? USUAL

/** By which rule a best figure is worked out; the choice stands in the address. */
export const RuleChoice = ({ chosen }: { readonly chosen: EstimateRule }) => (
  <label className="rule-choice">
    Estimate by{' '}
    <select value={chosen} onChange={({ currentTarget: { value } }) => setParams({ rule: value === USUAL ? null : value })}>
      {RULES.map((rule) => (
        <option key={rule} value={rule}>
          {rule}: {ABOUT[rule]}
        </option>
      ))}
    </select>
  </label>
)
