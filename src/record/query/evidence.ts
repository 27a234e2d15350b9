import type { Claim } from '../../claim.js'
import type { Evidence } from './rows.js'

/** Every word that a claim rests on, field by field; only those of one field where it is named. */
export const evidenceOf = (claim: Claim, field: string | null = null): readonly Evidence[] => {
  const { trigger, actor, recipient, place, time, figures, attribution } = claim
  const all: readonly (Evidence | null)[] = [
    { role: 'trigger', ...trigger },
    ...actor.map(({ span, text }) => ({ role: 'actor', span, text })),
    ...recipient.map(({ span, text }) => ({ role: 'recipient', span, text })),
    ...place.map(({ span, text }) => ({ role: 'place', span, text })),
    time.span && time.text !== null ? { role: 'time', span: time.span, text: time.text } : null,
    ...figures.map(({ span, text }) => ({ role: 'figures', span, text })),
    ...attribution.flatMap(({ source, cue }) => [
      source && { role: 'attribution', span: source.span, text: source.text },
      cue && { role: 'attribution', span: cue.span, text: cue.text },
    ]),
  ]
  return all
    .filter((item) => item !== null)
    .filter(({ role }) => field === null || role === field)
    .map(({ role, span, text }) => ({ role, span, text }))
}
