import type { Claim } from '../claim.js'
import type { Codebook } from './codebook.js'

type Told = Pick<Claim, 'status' | 'negated' | 'background'>

/**
 * The PLOVER contexts of a claim, in the order of the codebook: those whose cue words stand in its sentence or whose sectors
 * take part in it, then the four that say how it is told (historical, future, hypothetical, negation).
 */
export const contextsOf = (codebook: Codebook, sentence: string, sectors: ReadonlySet<string>, told: Told): readonly string[] => [
  ...codebook.contexts
    .filter((entry) => entry.sectors.some((sector) => sectors.has(sector)) || entry.shows(sentence))
    .map((entry) => entry.context),
  ...(told.background ? ['historical'] : []),
  ...(told.status === 'planned' || told.status === 'predicted' ? ['future'] : []),
  ...(told.status === 'hypothetical' ? ['hypothetical'] : []),
  ...(told.negated ? ['negation'] : []),
]
