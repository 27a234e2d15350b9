import type { Chance } from './random.js'

/** An invented part of the world at war. */
export interface War {
  readonly country: string
  readonly capital: Town
  readonly towns: readonly Town[]
  readonly sides: readonly [Side, Side, ...Side[]]
  readonly people: readonly string[]
}

export interface Town {
  readonly geonameid: number
  readonly name: string
  readonly admin1: string
  readonly country: string
  readonly lat: number
  readonly lon: number
}

export interface Side {
  readonly id: string
  readonly name: string
  /** Other words for it. */
  readonly also: readonly string[]
  readonly code: string
}

const ONSETS = [
  'b',
  'd',
  'f',
  'g',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'q',
  'r',
  's',
  't',
  'z',
  'kh',
  'sh',
  'gh',
  'br',
  'dr',
  'kr',
  'th',
] as const
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'aa', 'ai', 'ou'] as const
const CODAS = ['', '', '', 'n', 'r', 'l', 'm', 'k', 'sh', 't', 'd'] as const

export const nameOf = (chance: Chance, syllables: number): string => {
  let name = ''
  for (let i = 0; i < syllables; i++) name += chance.pick(ONSETS) + chance.pick(NUCLEI) + (i === syllables - 1 ? chance.pick(CODAS) : '')
  return name[0]!.toUpperCase() + name.slice(1)
}

const COUNTRIES = ['QAA', 'QAB', 'QAC', 'QAD', 'QAE', 'QAF', 'QAG', 'QAH', 'QAI', 'QAJ', 'QAK', 'QAL'] as const

export const warsOf = (chance: Chance, count: number, towns: number): readonly War[] =>
  Array.from({ length: count }, (_, war) => {
    const country = COUNTRIES[war % COUNTRIES.length]!
    const nation = nameOf(chance, 2)
    const provinces = Array.from({ length: 5 }, () => ({
      name: nameOf(chance, 2),
      lat: -30 + (war % 4) * 20 + chance.next() * 6,
      lon: -60 + war * 10 + chance.next() * 6,
    }))
    const all = Array.from({ length: towns }, (_, town): Town => {
      const province = chance.pick(provinces)
      return {
        geonameid: (war + 1) * 100_000 + town,
        name: chance.happens(0.15) ? `${nameOf(chance, 1)} ${nameOf(chance, 2)}` : nameOf(chance, 2 + chance.below(2)),
        admin1: province.name,
        country,
        lat: province.lat + chance.next() * 1.6,
        lon: province.lon + chance.next() * 1.6,
      }
    })
    const front = `${nameOf(chance, 2)} ${chance.pick(['Front', 'Movement', 'Brigades', 'Army'])}`
    const militia = `${nameOf(chance, 2)} Guard`
    return {
      country,
      capital: all[0]!,
      towns: all,
      sides: [
        {
          id: `${country}-army`,
          name: `${nation} army`,
          also: ['government forces', 'the army', 'government troops', 'soldiers'],
          code: `${country}:MIL`,
        },
        {
          id: `${country}-front`,
          name: front,
          also: ['rebels', 'the insurgents', 'rebel fighters', 'opposition fighters'],
          code: `${country}:REB`,
        },
        { id: `${country}-guard`, name: militia, also: ['militiamen', 'a pro-government militia'], code: `${country}:PRM` },
      ],
      people: Array.from({ length: 12 }, () => `${nameOf(chance, 2)} ${nameOf(chance, 2)}`),
    }
  })
