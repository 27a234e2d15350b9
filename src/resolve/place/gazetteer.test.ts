import { describe, expect, it } from 'vitest'
import { withExonyms } from './build.js'
import { openGazetteer } from './gazetteer.js'

const NO_USER_FILE = '/nowhere/gazetteer.bin'
const gazetteer = openGazetteer(undefined, NO_USER_FILE)
const first = (name: string): string => {
  const found = gazetteer.lookup(name)[0]
  return found === undefined ? '-' : `${found.name} ${found.country} ${found.kind}`
}

describe('lookup', () => {
  it.each([
    ['Mosul', 'Mosul IRQ seat'],
    ['Al Mawsil', 'Mosul IRQ seat'],
    ['Ar-Raqqah', 'Raqqa SYR seat'],
    ['Rakka', 'Raqqa SYR seat'],
    ['Dayr az Zawr', 'Deir ez-Zor SYR seat'],
    ['Kiev', 'Kyiv UKR capital'],
    ['Saigon', 'Ho Chi Minh City VNM seat'],
    ['Bombay', 'Mumbai IND seat'],
    ['Zaire', 'Democratic Republic of the Congo COD country'],
    ['Gaza Strip', 'Gaza Strip PSE region'],
    ['North Waziristan', 'North Waziristan PAK admin2'],
    ['Upper Huallaga Valley', 'Upper Huallaga Valley PER mountain'],
    ['Zaatari', 'Zaatari JOR facility'],
    ['Strait of Hormuz', 'Strait of Hormuz null water'],
    ['Guantánamo Bay', 'Guantanamo Bay CUB facility'],
    ['Anbar', 'Anbar IRQ admin1'],
  ])('%j is %s', (name, place) => expect(first(name)).toBe(place))

  it('finds a name by its sound where nothing bears it', () => {
    expect(gazetteer.named('Slavianzk')).toEqual([])
    expect(gazetteer.lookup('Tal Afarr').map(({ name }) => name)).toContain('Tal Afar')
  })

  it('gives every place of a name, each once', () => {
    const tripoli = gazetteer.lookup('Tripoli')
    expect(tripoli.map(({ country }) => country)).toEqual(expect.arrayContaining(['LBY', 'LBN', 'GRC']))
    expect(new Set(tripoli.map(({ place }) => place)).size).toBe(tripoli.length)
  })

  it.each(['', '   ', '!', 'Qwrtpsdfg', '§§§', 'a'.repeat(10_000)])('finds nothing for %.20j', (name) =>
    expect(gazetteer.lookup(name)).toEqual([]),
  )
})

describe('countries, capitals and seats', () => {
  it('knows the capital of a country', () => expect(gazetteer.capital('LBY')?.name).toBe('Tripoli'))
  it('knows the chief town of a division', () => expect(gazetteer.seat('COL', 'Caqueta')?.name).toBe('Florencia'))
  it('is null for a code that is none', () => {
    expect([gazetteer.country('ZZZ'), gazetteer.capital('ZZZ'), gazetteer.seat('ZZZ', 'X')]).toEqual([null, null, null])
  })
  it('has a country entry for every code', () => expect(gazetteer.country('XKX')?.name).toBe('Kosovo'))
})

describe('opening', () => {
  it('says what to do where the file is missing', () => {
    expect(() => openGazetteer('/nowhere/built.bin', NO_USER_FILE)).toThrow(
      'gazetteer/missing: /nowhere/built.bin is not there; run "npm run build" first',
    )
  })
  it('takes little time', () => {
    const began = performance.now()
    openGazetteer(undefined, NO_USER_FILE)
    expect(performance.now() - began).toBeLessThan(400)
  })
})

describe('withExonyms', () => {
  it('tells the rows whose place is not there', () => {
    const { places, lost } = withExonyms([])
    expect(places).toEqual([])
    expect(lost.length).toBeGreaterThan(800)
  })
})
