import { describe, expect, it } from 'vitest'
import { mayTellOf } from './kind.js'

describe('mayTellOf', () => {
  it.each([
    ['killed', 'Twelve people died in the blast.'],
    ['injured', 'Doctors treated 40 of them.'],
    ['missing', 'Two divers vanished off the coast.'],
    ['captured', 'Police took six men away.'],
  ] as const)('%s: %s', (kind, sentence) => expect(mayTellOf(kind, sentence)).toBe(true))

  it.each([
    ['killed', 'Police arrested 12 men.'],
    ['injured', 'Twelve people died in the blast.'],
    ['missing', 'Two boats left the harbour.'],
  ] as const)('not %s: %s', (kind, sentence) => expect(mayTellOf(kind, sentence)).toBe(false))
})
