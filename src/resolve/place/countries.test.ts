import { describe, expect, it } from 'vitest'
import { countriesIn, countryOf } from './countries.js'

const codes = (text: string): string[] => countriesIn(text).map((m) => `${text.slice(m.span.start, m.span.end)}=${m.country}`)

describe('countriesIn', () => {
  it.each<[string, string[]]>([
    ['Iraqi special forces', ['Iraqi=IRQ']],
    ['the US-led coalition', ['US=USA']],
    ['U.S. and U.K. envoys', ['U.S.=USA', 'U.K.=GBR']],
    ['South Sudanese and Sudanese troops', ['South Sudanese=SSD', 'Sudanese=SDN']],
    ['Papua New Guinea, Guinea-Bissau and Guinea', ['Papua New Guinea=PNG', 'Guinea-Bissau=GNB', 'Guinea=GIN']],
    ['the Democratic Republic\nof the Congo', ['Democratic Republic\nof the Congo=COD']],
    ['Congo-Brazzaville', ['Congo-Brazzaville=COG']],
    ['Côte d’Ivoire', ['Côte d’Ivoire=CIV']],
    ['Soviet advisers in East Germany', ['Soviet=RUS', 'East Germany=DEU']],
    ['Sino-Indian border', ['Sino=CHN', 'Indian=IND']],
    ['Chechen fighters', ['Chechen=RUS']],
    ['Kosovars fled', ['Kosovars=XKX']],
    ['SALVADORAN ARMY IN EL SALVADOR', ['SALVADORAN=SLV', 'EL SALVADOR=SLV']],
    ["Iraq's army", ['Iraq=IRQ']],
    ['pro-Russian and anti-Syrian', ['Russian=RUS', 'Syrian=SYR']],
    ['Niger and Nigeria', ['Niger=NER', 'Nigeria=NGA']],
  ])('reads %j', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it.each([
    'told us that they polish it',
    'Kurdish and Arab fighters',
    'ships in the Indian Ocean',
    'Islamic State in Iraq and Syria',
    'Romanesque churches',
    '',
  ])('finds no country in %j', (text) => {
    expect(countriesIn(text)).toEqual([])
  })

  it('takes New Mexico for the state, not for Mexico', () => {
    expect(codes('in New Mexico')).toEqual(['New Mexico=USA'])
  })
})

describe('countryOf', () => {
  it('reads one country', () => expect(countryOf('the Iraqi city of Mosul')).toBe('IRQ'))
  it('is null where two are named', () => expect(countryOf('the Syrian-Turkish border')).toBeNull())
  it('is null where none is named', () => expect(countryOf('the city')).toBeNull())
})
