import type { Claim } from '../claim.js'

/** Letters of a trigger that its other forms share: "attack", "attacked", "attackers". */
const STEM = 5

const stemOf = ({ type, trigger }: Claim): string => `${type} ${trigger.text.toLowerCase().slice(0, STEM)}`

const bare = ({ actor, recipient, place, figures, time }: Claim): boolean =>
  actor.length + recipient.length + place.length + figures.length === 0 && time.text === null

/**
 * Leaves out second mentions that add nothing: "the attack", with no participant, place, time or figure, after the report has told of one.
 * The coding guide counts them neither for nor against; to a reader of the record they are noise.
 */
export const withoutBareRepeats = (claims: readonly Claim[]): readonly Claim[] => {
  const told = new Set<string>()
  return claims.filter((claim) => {
    const stem = stemOf(claim)
    if (bare(claim) && told.has(stem)) return false
    told.add(stem)
    return true
  })
}
