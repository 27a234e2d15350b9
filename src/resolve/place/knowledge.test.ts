import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { KINDS_OF_WORD } from './kinds.js'
import { keyOf } from './names.js'
import { readKnowledge, valuesOf } from './table.js'

const alpha3 = z.string().regex(/^[A-Z]{3}$/)
const id = z.string().regex(/^\d*$/)
const degrees = (limit: number) => z.string().refine((cell) => cell !== '' && Math.abs(Number(cell)) <= limit, `degrees up to ${limit}`)
const names = z
  .string()
  .refine((cell) => valuesOf(cell).every((name) => name !== '' && name === name.trim()), 'names without spaces around')
const name = z
  .string()
  .min(1)
  .regex(/^\S.*\S$|^\S$/)

const SCHEMAS = {
  'demonyms.tsv': z.strictObject({
    country: z.union([alpha3, z.literal('-')]),
    kind: z.enum(['country', 'territory', 'historic', 'region', 'none']),
    name,
    names,
    adjectives: names,
    people: names,
    note: z.string(),
  }),
  'exonyms.tsv': z.strictObject({
    name,
    country: alpha3,
    type: z.enum(['city', 'province', 'district']),
    names: names.min(1),
    geonameid: id,
  }),
  'places.tsv': z.strictObject({
    name,
    type: z.string().refine((type) => Object.hasOwn(KINDS_OF_WORD, type), 'a known type of place'),
    country: z.union([alpha3, z.literal('')]),
    admin1: z.string(),
    lat: degrees(90),
    lon: degrees(180),
    geonameid: id,
    names,
  }),
  'places-countries.tsv': z.strictObject({
    alpha2: z.string().regex(/^[A-Z]{2}$/),
    alpha3,
    geonameid: id.min(1),
    lat: degrees(90),
    lon: degrees(180),
    capital: z.string(),
    population: id,
    neighbours: names,
  }),
  'places-admin1.tsv': z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/),
    code: z.string().min(1),
    geonameid: id,
    name,
    names,
    lat: z.string(),
    lon: z.string(),
  }),
} as const

describe.each(Object.entries(SCHEMAS))('knowledge/%s', (file, schema) => {
  const rows = readKnowledge<string>(file)
  it('holds rows that fit the schema', () => {
    for (const row of rows) expect(schema.safeParse(row).error, JSON.stringify(row)).toBeUndefined()
  })
})

describe('knowledge/demonyms.tsv', () => {
  const rows = readKnowledge<'country' | 'kind' | 'name' | 'names' | 'adjectives' | 'people'>('demonyms.tsv')

  it('gives no form two countries', () => {
    const owners = new Map<string, string>()
    for (const row of rows)
      for (const form of new Set([row.name, ...valuesOf(row.names), ...valuesOf(row.adjectives), ...valuesOf(row.people)])) {
        expect(owners.get(form) ?? row.country, form).toBe(row.country)
        owners.set(form, row.country)
      }
  })

  it('names every country and territory of places-countries.tsv', () => {
    const named = new Set(rows.filter(({ kind }) => kind === 'country' || kind === 'territory').map(({ country }) => country))
    for (const { alpha3: code } of readKnowledge<'alpha3'>('places-countries.tsv')) expect(named.has(code), code).toBe(true)
  })

  it('has an adjective for every state', () => {
    const without = rows.filter(({ kind, adjectives }) => kind === 'country' && adjectives === '').map(({ name: country }) => country)
    expect(without).toEqual(['Dominica'])
  })
})

describe('knowledge/exonyms.tsv', () => {
  it('has each place once', () => {
    const seen = new Set<string>()
    for (const row of readKnowledge<'name' | 'country' | 'type'>('exonyms.tsv')) {
      const key = `${row.country} ${row.type} ${keyOf(row.name)}`
      expect(seen.has(key), key).toBe(false)
      seen.add(key)
    }
  })

  it('covers the names that conflict news writes in many ways', () => {
    const rows = readKnowledge<'name'>('exonyms.tsv')
    expect(rows.length).toBeGreaterThan(800)
  })
})
