import { expect, test } from 'vitest'
import { cueTest } from './cues.js'

test.each([
  ['army', 'The Army moved', true],
  ['army', 'an armyworm', false],
  ['protest*', 'Protesters marched', true],
  ['air strike*', 'two air\nstrikes', true],
  ['women’s', 'a women’s march', true],
  ['u.n.', 'the U.N. said', true],
  ['u.n.', 'the uWnX said', false],
])('%s in "%s": %s', (cue, text, found) => expect(cueTest([cue])(text)).toBe(found))

test('no words match nothing', () => expect(cueTest([])('army')).toBe(false))
