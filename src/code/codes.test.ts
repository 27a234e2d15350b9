import { describe, expect, test } from 'vitest'
import { parseOf, reportOf, resolutionOf, triggerOf } from '../../test/document.js'
import type { ClaimType } from '../claim.js'
import type { Trigger } from '../parse/parse.js'
import { codeClaims } from './claims.js'
import { loadCodebook } from './codebook.js'

const codebook = loadCodebook()

type Labels = Partial<Pick<Trigger, 'mode' | 'status' | 'negated' | 'background'>>

/** The codes of "A does it to B [at P]", A and B having the codes given; null for nobody. */
const codes = (
  type: ClaimType,
  labels: Labels,
  actor: string | null,
  recipient: string | null,
  words = { actor: 'Alpha', act: 'does', recipient: 'Beta', place: false },
) => {
  const text = `${words.actor} ${words.act} it to ${words.recipient} at Port.`
  const roles = {
    actor: actor === null ? [] : [words.actor],
    recipient: recipient === null ? [] : [words.recipient],
    place: words.place ? ['Port'] : [],
  }
  const trigger = triggerOf(text, words.act, type, roles, labels)
  const actors = { [words.actor]: actor ?? 'UNK:UNK', [words.recipient]: recipient ?? 'UNK:UNK' }
  return codeClaims(
    reportOf(text),
    parseOf(text, [trigger]),
    resolutionOf(text, { actors }),
    { name: '', version: '', model: '' },
    codebook,
  ).claims[0]!.codes
}

const NAMES = { actor: 'Alpha', act: 'does', recipient: 'Beta', place: false }

describe('CAMEO and quad class', () => {
  test.each<[ClaimType, Labels, string | null, string | null, string | null, string | null]>([
    ['CONSULT', {}, 'USA:GOV', 'RUS:GOV', '04', 'verbal-cooperation'],
    ['AID', {}, 'NGO:SOC', 'IRQ:REF', '07', 'material-cooperation'],
    ['AID', { status: 'planned' }, 'NGO:SOC', 'IRQ:REF', '03', 'verbal-cooperation'],
    ['ACCUSE', { mode: 'investigate' }, 'UNO:GOV', null, '09', 'verbal-conflict'],
    ['ACCUSE', { mode: 'allege' }, 'UNO:GOV', null, '11', 'verbal-conflict'],
    ['COERCE', { mode: 'arrest' }, 'IRQ:COP', 'IRQ:CVL', '17', 'material-conflict'],
    ['ASSAULT', { mode: 'aerial' }, 'IGO:MIL', null, '19', 'material-conflict'],
    ['ASSAULT', { mode: 'abduct' }, 'IMG:UAF', 'IRQ:CVL', '18', 'material-conflict'],
    ['ASSAULT', { mode: 'massacre' }, 'IMG:UAF', 'IRQ:CVL', '20', 'material-conflict'],
    ['ASSAULT', {}, 'IRQ:MIL', 'IMG:UAF', '19', 'material-conflict'],
    ['ASSAULT', {}, 'IRQ:MIL', 'IRQ:CVL', '18', 'material-conflict'],
    ['DISPLACE', {}, 'IRQ:CVL', null, null, null],
    ['CONTROL', {}, 'IMG:UAF', null, null, null],
  ])('%s %o by %s to %s: %s', (type, labels, actor, recipient, cameo, quadClass) =>
    expect(codes(type, labels, actor, recipient)).toMatchObject({ cameo, quadClass }),
  )

  test('taking a place is occupying territory, taking a thing is not', () => {
    expect(codes('COERCE', { mode: 'seize' }, 'IRQ:MIL', null, { ...NAMES, place: true }).cameo).toBe('19')
    expect(codes('COERCE', { mode: 'seize' }, 'IRQ:MIL', null).cameo).toBe('17')
  })

  test('an appeal is not a demand', () => {
    expect(codes('REQUEST', {}, 'UNO:GOV', null, { ...NAMES, act: 'urged' }).cameo).toBe('02')
    expect(codes('REQUEST', {}, 'UNO:GOV', null, { ...NAMES, act: 'ordered' }).cameo).toBe('10')
  })
})

describe('ACLED', () => {
  test.each<[ClaimType, Labels, string | null, string | null, string | null]>([
    ['ASSAULT', { mode: 'aerial' }, 'IGO:MIL', 'IRQ:CVL', 'Air/drone strike'],
    ['ASSAULT', { mode: 'suicide-attack' }, 'IMG:UAF', null, 'Suicide bomb'],
    ['ASSAULT', { mode: 'explosives', status: 'attempted' }, null, null, 'Disrupted weapons use'],
    ['ASSAULT', { mode: 'clash' }, 'IRQ:MIL', 'IMG:UAF', 'Armed clash'],
    ['ASSAULT', {}, 'IMG:UAF', 'IRQ:COP', 'Armed clash'],
    ['ASSAULT', {}, 'IMG:UAF', 'IRQ:CVL', 'Attack'],
    ['ASSAULT', {}, 'IMG:UAF', null, null],
    ['ASSAULT', { mode: 'abduct' }, 'IMG:UAF', null, 'Abduction/forced disappearance'],
    ['COERCE', { mode: 'arrest' }, 'IRQ:COP', 'IRQ:CVL', 'Arrests'],
    ['COERCE', { mode: 'arrest' }, 'IMG:UAF', 'IRQ:CVL', 'Abduction/forced disappearance'],
    ['RETREAT', { mode: 'ceasefire' }, 'SDN:MIL', 'SDN:PRM', 'Agreement'],
    ['AGREE', {}, 'SDN:MIL', 'SDN:UAF', 'Agreement'],
    ['AGREE', {}, 'USA:GOV', 'USA:BUS', null],
    ['MOBILIZE', { mode: 'troops' }, 'IRQ:MIL', null, 'Change to group/activity'],
    ['PROTEST', { mode: 'demo' }, 'SDN:CVL', null, 'Peaceful protest'],
    ['PROTEST', { mode: 'hunger' }, 'SDN:CVL', null, null],
    ['TOLL', {}, 'IRQ:CVL', null, null],
  ])('%s %o by %s to %s: %s', (type, labels, actor, recipient, subEvent) =>
    expect(codes(type, labels, actor, recipient).acled?.subEvent ?? null).toBe(subEvent),
  )

  test('who takes a place decides how it is called', () => {
    const seized = (actor: string | null) =>
      codes('COERCE', { mode: 'seize' }, actor, null, { ...NAMES, place: true }).acled?.subEvent ?? null
    expect(seized('IRQ:MIL')).toBe('Government regains territory')
    expect(seized('IMG:UAF')).toBe('Non-state actor overtakes territory')
    expect(seized(null)).toBeNull()
  })

  test('protesters are known by the words for them', () => {
    const against = (recipient: string) => codes('ASSAULT', {}, 'SDN:COP', 'SDN:CVL', { ...NAMES, recipient }).acled
    expect(against('Protesters')).toEqual({ event: 'Protests', subEvent: 'Excessive force against protesters' })
    expect(against('Villagers')).toEqual({ event: 'Violence against civilians', subEvent: 'Attack' })
  })

  test.each<Labels>([
    { status: 'planned' },
    { status: 'demanded' },
    { status: 'predicted' },
    { status: 'hypothetical' },
    { negated: true },
  ])('what is not said to have taken place has no code: %o', (labels) =>
    expect(codes('ASSAULT', { mode: 'aerial', ...labels }, 'IGO:MIL', null).acled).toBeNull(),
  )
})

describe('PLOVER', () => {
  test('names the sixteen types with their modes, and no state', () => {
    expect(codes('ASSAULT', { mode: 'aerial' }, null, null).plover).toMatchObject({ type: 'ASSAULT', mode: 'aerial' })
    expect(codes('DISPLACE', {}, null, null).plover).toMatchObject({ type: null, mode: null })
  })

  test('contexts come from words and sectors', () => {
    const contexts = codes('CONSULT', {}, 'RUS:LEG', null, { ...NAMES, recipient: 'refugees' }).plover.contexts
    expect(contexts).toEqual(['migration', 'legislative'])
  })

  test('contexts tell how it is told', () => {
    const told = (labels: Labels) => codes('CONSULT', labels, null, null).plover.contexts
    expect(told({})).toEqual([])
    expect(told({ background: true })).toEqual(['historical'])
    expect(told({ status: 'planned', negated: true })).toEqual(['future', 'negation'])
    expect(told({ status: 'hypothetical' })).toEqual(['hypothetical'])
  })
})
