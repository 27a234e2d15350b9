import { describe, expect, it } from 'vitest'
import { parseOf, reportOf, triggerOf } from '../../test/document.js'
import type { Trigger } from '../parse/parse.js'
import { codeClaims } from './claims.js'
import { loadCodebook } from './codebook.js'

const codebook = loadCodebook()
const coder = { name: 'test', version: '0', model: '0' }
const none = { actors: new Map(), places: new Map(), times: new Map(), figures: new Map(), entities: [], expressions: [] }
const told = (text: string, triggers: readonly Trigger[]) =>
  codeClaims(reportOf(text), parseOf(text, triggers), none, coder, codebook).claims.map((c) => c.trigger.text)

const TEXT = 'Rebels attacked the base.\nThe attack was brief.\nRebels attacked the port.'

describe('withoutBareRepeats', () => {
  it('leaves out a second mention that adds nothing', () => {
    const triggers = [triggerOf(TEXT, 'attacked', 'ASSAULT', { actor: ['Rebels'] }), triggerOf(TEXT, 'attack#2', 'ASSAULT')]
    expect(told(TEXT, triggers)).toEqual(['attacked'])
  })

  it('keeps a second mention with a filler of its own', () => {
    const triggers = [triggerOf(TEXT, 'attacked', 'ASSAULT'), triggerOf(TEXT, 'attacked#2', 'ASSAULT', { recipient: ['the port'] })]
    expect(told(TEXT, triggers)).toEqual(['attacked', 'attacked'])
  })

  it('keeps a bare mention that comes first, and one of another type', () => {
    const triggers = [triggerOf(TEXT, 'attacked', 'ASSAULT'), triggerOf(TEXT, 'attack#2', 'ACCUSE')]
    expect(told(TEXT, triggers)).toEqual(['attacked', 'attack'])
  })
})
