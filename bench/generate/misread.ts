import type { Claim } from '../../src/claim.js'
import type { Chance } from './random.js'
import type { Sentence } from './sentence.js'

/** A sentence as an imperfect reader codes it: fillers missed, a mode or a type mistaken. */
export const misread = (chance: Chance, sentence: Sentence): Sentence => {
  const { claim } = sentence
  if (claim === null) return sentence
  const lost = <T>(fillers: readonly T[], probability: number): readonly T[] => fillers.filter(() => !chance.happens(probability))
  const mistaken: Partial<Claim> = chance.happens(0.05) ? { type: chance.pick(['ASSAULT', 'MOBILIZE', 'COERCE', 'TOLL']), mode: null } : {}
  const missing: Partial<Claim> = chance.happens(0.1)
    ? { time: { span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' } }
    : {}
  return {
    ...sentence,
    claim: {
      ...claim,
      mode: chance.happens(0.15) ? null : claim.mode,
      actor: lost(claim.actor, 0.12),
      recipient: lost(claim.recipient, 0.15),
      place: lost(claim.place, 0.1),
      figures: lost(claim.figures, 0.05),
      ...mistaken,
      ...missing,
    },
  }
}
