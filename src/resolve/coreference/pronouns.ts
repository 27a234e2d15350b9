/** What a pronoun asks of its antecedent. */
export interface Pronoun {
  readonly person: 'first' | 'second' | 'third'
  readonly number: 'singular' | 'plural'
  readonly gender: 'f' | 'm' | 'thing' | null
  readonly use: 'subject' | 'object' | 'possessive' | 'reflexive' | 'relative' | 'quantity'
}

const table: readonly [string, Pronoun['person'], Pronoun['number'], Pronoun['gender'], Pronoun['use']][] = [
  ['i', 'first', 'singular', null, 'subject'],
  ['me', 'first', 'singular', null, 'object'],
  ['my', 'first', 'singular', null, 'possessive'],
  ['mine', 'first', 'singular', null, 'possessive'],
  ['myself', 'first', 'singular', null, 'reflexive'],
  ['we', 'first', 'plural', null, 'subject'],
  ['us', 'first', 'plural', null, 'object'],
  ['our', 'first', 'plural', null, 'possessive'],
  ['ours', 'first', 'plural', null, 'possessive'],
  ['ourselves', 'first', 'plural', null, 'reflexive'],
  ['you', 'second', 'singular', null, 'subject'],
  ['your', 'second', 'singular', null, 'possessive'],
  ['he', 'third', 'singular', 'm', 'subject'],
  ['him', 'third', 'singular', 'm', 'object'],
  ['his', 'third', 'singular', 'm', 'possessive'],
  ['himself', 'third', 'singular', 'm', 'reflexive'],
  ['she', 'third', 'singular', 'f', 'subject'],
  ['her', 'third', 'singular', 'f', 'possessive'],
  ['hers', 'third', 'singular', 'f', 'possessive'],
  ['herself', 'third', 'singular', 'f', 'reflexive'],
  ['it', 'third', 'singular', 'thing', 'subject'],
  ['its', 'third', 'singular', 'thing', 'possessive'],
  ['itself', 'third', 'singular', 'thing', 'reflexive'],
  ['they', 'third', 'plural', null, 'subject'],
  ['them', 'third', 'plural', null, 'object'],
  ['their', 'third', 'plural', null, 'possessive'],
  ['theirs', 'third', 'plural', null, 'possessive'],
  ['themselves', 'third', 'plural', null, 'reflexive'],
  ['who', 'third', 'singular', null, 'relative'],
  ['whom', 'third', 'singular', null, 'relative'],
  ['whose', 'third', 'singular', null, 'relative'],
  ['which', 'third', 'singular', null, 'relative'],
  ['some', 'third', 'plural', null, 'quantity'],
  ['many', 'third', 'plural', null, 'quantity'],
  ['most', 'third', 'plural', null, 'quantity'],
  ['several', 'third', 'plural', null, 'quantity'],
  ['both', 'third', 'plural', null, 'quantity'],
  ['others', 'third', 'plural', null, 'quantity'],
]

const pronouns = new Map(table.map(([word, person, number, gender, use]): [string, Pronoun] => [word, { person, number, gender, use }]))

/** The pronoun that a word is, or null; `U.S.` and `US` are none. */
export const pronounOf = (text: string): Pronoun | null =>
  text === 'US' || text === 'IT' ? null : (pronouns.get(text.toLowerCase()) ?? null)
