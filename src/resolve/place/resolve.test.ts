import { describe, expect, it } from 'vitest'
import { spanKey } from '../../report.js'
import type { PlaceValue } from '../resolution.js'
import { openGazetteer } from './gazetteer.js'
import { resolvePlaces } from './resolve.js'

const gazetteer = openGazetteer(undefined, '/nowhere/gazetteer.bin')

/** Resolves the words between square brackets. */
const resolve = (marked: string, context: { title?: string; publisher?: string } = {}): PlaceValue[] => {
  let text = ''
  const mentions: { span: { start: number; end: number }; text: string }[] = []
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const words = part.startsWith('[') ? part.slice(1, -1) : part
    if (part.startsWith('[')) mentions.push({ span: { start: text.length, end: text.length + words.length }, text: words })
    text += words
  }
  const values = resolvePlaces(mentions, { text, title: context.title ?? null, publisher: context.publisher ?? null }, gazetteer)
  return mentions.map(({ span }) => values.get(spanKey(span)) as PlaceValue)
}

const one = (marked: string): PlaceValue => resolve(marked)[0] as PlaceValue

describe('words and the place they name', () => {
  it.each<[string, string, string | null, string]>([
    // sentence, name, country, precision
    ['Fighters left [Mosul] overnight.', 'Mosul', 'IRQ', 'town'],
    ['Troops reached [the eastern limits of Mosul].', 'Mosul', 'IRQ', 'near'],
    ['A convoy was hit in [the Iraqi city of Mosul].', 'Mosul', 'IRQ', 'town'],
    ["Shells fell on [Iraq's Anbar Province].", 'Anbar', 'IRQ', 'province'],
    ['Shells fell on [Homs province] in Syria.', 'Homs', 'SYR', 'province'],
    ['Shells fell on [Homs].', 'Homs', 'SYR', 'town'],
    ['A raid in [the town of Sangin in Helmand province, Afghanistan].', 'Sangin', 'AFG', 'town'],
    ['Protests in [Paris, Texas].', 'Paris', 'USA', 'town'],
    ['Protests in [Paris].', 'Paris', 'FRA', 'town'],
    ['A plane landed in [Birmingham, Ala.], on Monday.', 'Birmingham', 'USA', 'town'],
    ['Ships in [the Gulf of Aden].', 'Gulf of Aden', null, 'region'],
    ['Refugees in [Zaatari camp], Jordan.', 'Zaatari camp', 'JOR', 'exact'],
    ['A strike near [Tabqa Dam] in Syria.', 'Tabqa Dam', 'SYR', 'exact'],
    ['Soldiers entered [eastern Aleppo].', 'Aleppo', 'SYR', 'town'],
    ["Planes bombed [Aleppo's Bustan al-Qasr neighbourhood].", 'Bustan al-Qasr', 'SYR', 'town'],
    ['They crossed into [Syrian territory].', 'Syria', 'SYR', 'country'],
    ['The camp at [Bidibidi] in Uganda.', 'Bidibidi', 'UGA', 'exact'],
    ['Rebels hold [Islamic State-held Raqqa].', 'Raqqa', 'SYR', 'town'],
    ['A meeting in [Kyiv].', 'Kyiv', 'UKR', 'town'],
    ['A meeting in [Kiev].', 'Kyiv', 'UKR', 'town'],
    ['A meeting in [Ar Raqqah].', 'Raqqa', 'SYR', 'town'],
    ['Fighting spread across [Darfur].', 'Darfur', 'SDN', 'region'],
    ['They met in [WASHINGTON].', 'Washington', 'USA', 'town'],
    ['Residents of [Nigeria’s commercial capital Lagos] fled.', 'Lagos', 'NGA', 'town'],
  ])('%s', (marked, name, country, precision) => {
    const value = one(marked)
    expect([value.name, value.country, value.precision]).toEqual([name, country, precision])
    expect(value.lat).not.toBeNull()
  })

  it('gives GeoNames id, division and coordinates', () => {
    expect(one('Fighters left [Mosul].')).toMatchObject({ geonameid: 99072, admin1: 'Nineveh', lat: 36.335, lon: 43.1189 })
  })
})

describe('places off the one named', () => {
  it('puts a place at a distance and direction', () => {
    const value = one('The patrol was hit [30 km south of Kirkuk] in Iraq.')
    expect(value).toMatchObject({ name: 'Kirkuk', precision: 'near', how: expect.stringMatching(/^offset, /) })
    expect(value.lat).toBeCloseTo(35.47 - 0.27, 1)
  })
  it('gives a distance without a direction no point of its own', () => {
    const [there, near] = resolve('Smoke over [Kirkuk]. The patrol was hit [30 km from Kirkuk].')
    expect(near).toMatchObject({ lat: there?.lat, precision: 'near' })
  })
  it('puts a part of a country in that part, as a region', () => {
    const [north, south] = resolve('Fighting in [northern Syria] and [southern Syria].')
    expect(north).toMatchObject({ name: 'Syria', country: 'SYR', precision: 'region' })
    expect(north?.lat).toBeGreaterThan((south?.lat ?? 99) + 1)
  })
})

describe('names of several places', () => {
  it.each<[string, string, string | null]>([
    [
      'Clashes broke out in [Tripoli] on Friday. The Lebanese army sent tanks, and Hezbollah in Beirut blamed Syria. Lebanon mourned.',
      'Tripoli',
      'LBN',
    ],
    [
      'Clashes broke out in [Tripoli] on Friday. Libya has had two governments, and Benghazi fell silent. Libyan militias withdrew.',
      'Tripoli',
      'LBY',
    ],
    ['Police in [Hyderabad] arrested three men. Pakistani officials in Karachi said Pakistan would try them.', 'Hyderabad', 'PAK'],
    ['Police in [Hyderabad] arrested three men. Indian officials in Mumbai said India would try them.', 'Hyderabad', 'IND'],
    ['Russian tanks moved into [Georgia] from South Ossetia, and Tbilisi called for help.', 'Georgia', 'GEO'],
    [
      'The storm hit [Georgia] and Alabama, and Atlanta lost power. Officials in South Carolina and Florida closed roads.',
      'Georgia',
      'USA',
    ],
    ['Refugees from Syria crossed into [Jordan], and Amman opened a camp.', 'Jordan', 'JOR'],
    ['A bomb went off in [Baghdad]. Iraqi police closed roads.', 'Baghdad', 'IRQ'],
    ['The army said guerrillas attacked [San Salvador]. Salvadoran troops held the airport.', 'San Salvador', 'SLV'],
    ['Guerrillas attacked [San Miguel] and Usulutan, the Salvadoran army said.', 'San Miguel', 'SLV'],
    ['The ceasefire in [Cordoba Department], Colombia, collapsed.', 'Cordoba', 'COL'],
    ['[Santiago] was calm. Chilean police said Chile would hold the vote.', 'Santiago', 'CHL'],
  ])('%s', (marked, name, country) => expect(one(marked)).toMatchObject({ name: expect.stringContaining(name), country }))

  it('keeps one sense in a report', () => {
    const values = resolve('Protesters filled [Tripoli, Lebanon]. The march in [Tripoli] was peaceful. Police left [Tripoli] at dusk.')
    expect(new Set(values.map(({ country }) => country))).toEqual(new Set(['LBN']))
  })

  it('keeps the other places of the name, at most five', () => {
    const { alternatives } = one('Clashes in [San Jose], Costa Rica.')
    expect(alternatives.length).toBe(5)
    expect(one('Clashes in [Tripoli], Libya.').alternatives.map(({ country }) => country)).toContain('LBN')
  })
})

describe('capitals, borders, embassies', () => {
  it.each<[string, string, string | null, string]>([
    ['Shots were heard in [the Libyan capital].', 'Tripoli', 'LBY', 'capital'],
    ['Shots were heard in [the capital of Tanzania].', 'Dodoma', 'TZA', 'capital'],
    ['Shots were heard in [the capital, Ankara], on Friday.', 'Ankara', 'TUR', 'type-word'],
    ['Rebels entered [the capital of Caqueta] in Colombia.', 'Florencia', 'COL', 'seat'],
    ['Iraq sent troops. Iraqi police closed roads in [the capital].', 'Baghdad', 'IRQ', 'document-capital'],
    ['Trade stopped on [the border between Libya and Niger].', 'Libya-Niger border', null, 'border'],
    ['A bomb hit [the U.S. embassy] in Nairobi, Kenya.', 'U.S. embassy', 'KEN', 'scene-country'],
  ])('%s', (marked, name, country, how) => expect(one(marked)).toMatchObject({ name, country, how }))
})

describe('descriptions', () => {
  it('takes "the city" for the city spoken of', () => {
    const values = resolve('Iraqi forces entered Mosul. Fighters still hold parts of [the city].')
    expect(values[0]).toMatchObject({ name: 'Mosul', country: 'IRQ', how: 'anaphora' })
  })
  it('takes "the country" for the country the report is about', () => {
    expect(one('Kenya held a vote. Kenyan police said [the country] was calm.')).toMatchObject({ name: 'Kenya', how: 'document-country' })
  })
  it('gives a place without a name only the country of the scene', () => {
    expect(one('Iraqi forces entered Mosul. A shell hit [the church].')).toMatchObject({
      name: 'church',
      country: 'IRQ',
      lat: null,
      how: 'scene-country',
    })
  })
})

describe('what cannot be known', () => {
  it('says so for a name that is nowhere', () => {
    expect(one('They met in [Qwertzuville].')).toMatchObject({
      name: 'Qwertzuville',
      country: null,
      lat: null,
      lon: null,
      geonameid: null,
      precision: 'unknown',
      how: 'unresolved',
    })
  })
  it('gives an unknown village the country of its phrase, and no coordinates', () => {
    expect(one('They met in [the Iraqi village of Qwertzabad].')).toMatchObject({
      name: 'Qwertzabad',
      country: 'IRQ',
      lat: null,
      precision: 'unknown',
      how: 'phrase-country',
    })
  })
  it('puts an unknown name no more precisely than what it lies in', () => {
    expect(one('They met in [Qwertzabad, Anbar province, Iraq].')).toMatchObject({
      name: 'Qwertzabad',
      country: 'IRQ',
      geonameid: null,
      precision: 'province',
      how: 'container',
    })
  })
  it('does not take a village elsewhere in the world for one of the country that the report is about', () => {
    const value = one('Iraqi forces took [the village of Abbas] from Islamic State in Iraq. Iraq said Mosul is next.')
    expect(value).toMatchObject({ name: 'Abbas', country: 'IRQ', lat: null })
  })
  it.each(['it', 'them', 'their countries', 'the internet'])('gives %j no country', (words) => {
    expect(one(`Kenya held a vote, and Kenya said [${words}] would change.`).country).toBeNull()
  })
  it('reads empty and odd mentions', () => {
    for (const words of ['', ' ', '!?', '🙂', '\u200f\u200e', 'A'.repeat(5000)]) expect(one(`Kenya [${words}].`).lat).toBeNull()
  })
})

describe('a report', () => {
  it('gives the same values whatever mentions it is asked for together', () => {
    const all = resolve('From [Kirkuk] to [Mosul] and [Erbil], Iraq, roads were shut.')
    const alone = one('From Kirkuk to [Mosul] and Erbil, Iraq, roads were shut.')
    expect(all[1]).toEqual(alone)
  })
  it('has a value for every mention', () => {
    expect(resolve('[Syria] [and] [Iraq] [the] [Turkish] [border]').every((value) => value !== undefined)).toBe(true)
  })
  it('hears the title and the publisher', () => {
    expect(resolve('Police searched [Hyderabad].', { title: 'Pakistan: army called to Sindh, Pakistan' })[0]?.country).toBe('PAK')
  })
})
