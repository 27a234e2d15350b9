import type { ClaimRow, Span } from '../../api/types.js'

/** Whether this reader wants violent passages covered until asked for. */
export const coversByDefault = {
  get: (): boolean => localStorage.getItem('cover') === 'yes',
  set: (cover: boolean) => localStorage.setItem('cover', cover ? 'yes' : 'no'),
}

const HARM = new Set(['killed', 'injured', 'missing'])

/** Sentences that tell of killing, wounding or abuse. */
export const violentSpans = (claims: readonly ClaimRow[]): readonly Span[] => {
  const spans = new Map<number, Span>()
  for (const { claim, verdict } of claims) {
    const harms =
      claim.type === 'ASSAULT' ||
      (claim.type === 'TOLL' && (claim.figures.length === 0 || claim.figures.some(({ kind }) => HARM.has(kind))))
    if (harms && verdict !== 'rejected') spans.set(claim.sentence.start, claim.sentence)
  }
  return [...spans.values()]
}
