import type { Claim, CorrectableField, Span } from '../api/types.js'

/** Fields of a claim in the order in which they are shown. */
export const FIELDS = [
  'type', 'actor', 'recipient', 'place', 'time', 'figures', 'attribution', 'certainty', 'status', 'negated', 'background',
] as const satisfies readonly CorrectableField[] // biome-ignore format: a list
export type Field = (typeof FIELDS)[number]

export const FIELD_NAME: { readonly [field in Field]: string } = {
  type: 'What',
  actor: 'Who',
  recipient: 'To whom',
  place: 'Where',
  time: 'When',
  figures: 'How many',
  attribution: 'Who says so',
  certainty: 'How sure',
  status: 'Status',
  negated: 'Denied',
  background: 'Background',
}

export interface RoleSpan {
  readonly field: Field
  /** Word shown at the text. */
  readonly role: string
  readonly span: Span
}

/** Words of the report that the values of a claim rest on. */
export const roleSpans = (claim: Claim): readonly RoleSpan[] => [
  { field: 'type', role: 'what', span: claim.trigger.span },
  ...claim.actor.map(({ span }): RoleSpan => ({ field: 'actor', role: 'who', span })),
  ...claim.recipient.map(({ span }): RoleSpan => ({ field: 'recipient', role: 'to whom', span })),
  ...claim.place.map(({ span }): RoleSpan => ({ field: 'place', role: 'where', span })),
  ...(claim.time.span ? [{ field: 'time', role: 'when', span: claim.time.span } as const] : []),
  ...claim.figures.map(({ span }): RoleSpan => ({ field: 'figures', role: 'how many', span })),
  ...claim.attribution.flatMap(({ source, cue }): RoleSpan[] => [
    ...(source ? [{ field: 'attribution', role: 'source', span: source.span } as const] : []),
    ...(cue ? [{ field: 'attribution', role: 'says', span: cue.span } as const] : []),
  ]),
]

/** The first word of a field's words in the text; the trigger where the field has none of its own. */
export const spanOf = (claim: Claim, field: Field): Span => roleSpans(claim).find((one) => one.field === field)?.span ?? claim.trigger.span
