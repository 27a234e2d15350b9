import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../parse/sentences.js'
import { spanKey } from '../../report.js'
import { resolveCoreference } from '../coreference/resolve.js'
import { resolveActors } from './resolve.js'

/** What the words refer to in a text published on a day. */
const actor = (text: string, words: string, published: string | null = '2016-11-03') => {
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  const sentences = splitSentences(text)
  const report = { text, published, publisher: null, title: null }
  const entities = resolveCoreference({ ...report, sentences, mentions: [], links: [span] })
  return resolveActors([{ span, text: words, sector: null }], { report, sentences, entities, places: [] }).get(spanKey(span))!
}

describe('resolveActors', () => {
  it.each([
    ['Iraqi special forces entered the suburb.', 'Iraqi special forces', 'IRQ:MIL'],
    ['The Peshmerga took the hill.', 'The Peshmerga', 'IRQ:PRM'],
    ['Islamic State said it had hit a convoy.', 'Islamic State', 'IMG:UAF'],
    ['Russia vetoed the text.', 'Russia', 'RUS:GOV'],
    ['Kenyan police arrested two men.', 'Kenyan police', 'KEN:COP'],
    ['Human Rights Watch published a report.', 'Human Rights Watch', 'NGO:SOC'],
    ['NATO sent advisers.', 'NATO', 'IGO:MIL'],
    ['The United Nations asked for access.', 'The United Nations', 'UNO:GOV'],
    ['Sudanese doctors treated them.', 'Sudanese doctors', 'SDN:MED'],
    ['Afghan lawmakers met.', 'Afghan lawmakers', 'AFG:LEG'],
    ['In Ghana an Accra Institute of Mining police officer fell.', 'an Accra Institute of Mining police officer', 'GHA:COP'],
    ['In Ghana former ambassadors Kofi Mensah and Ama Boateng met.', 'former ambassadors Kofi Mensah and Ama Boateng', 'GHA:ELI'],
  ])('%s %s is %s', (text, words, code) => {
    expect(actor(text, words).code).toBe(code)
  })

  it('codes the Taliban by the day of the report', () => {
    const text = 'The Taliban opened the road.'
    expect(actor(text, 'The Taliban', '2019-05-01').code).toBe('AFG:UAF')
    expect(actor(text, 'The Taliban', '2022-05-01').code).toBe('AFG:GOV')
  })

  it('gives a known group its own name and identifier', () => {
    const value = actor('Fighters of ISIS fled.\nISIS said nothing.', 'ISIS said'.slice(0, 4))
    expect(value.name).toBe('Islamic State')
    expect(value.actor).not.toBeNull()
  })

  it('gives no identifier to a private person', () => {
    expect(actor('Maryam Tolfa, a teacher from Mosul, buried her son.', 'Maryam Tolfa').actor).toBeNull()
  })

  it.each(['The attack shocked the town.', 'Two cars were there.'])('codes nothing that does not act: %s', (text) => {
    expect(actor(text, text.split(' ').slice(0, 2).join(' ')).code).toBeNull()
  })
})
