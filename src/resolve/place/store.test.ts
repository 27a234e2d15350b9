import { describe, expect, it } from 'vitest'
import { decodeStore, type Entry, encodeStore, type Key } from './store.js'

const place = (name: string, part: Partial<Entry> = {}): Entry => ({
  geonameid: null,
  name,
  lat: 0,
  lon: 0,
  country: 'IRQ',
  admin1: null,
  kind: 'city',
  population: 0,
  ...part,
})

const key = (text: string, at: number): Key => ({ key: text, match: 'name', place: at })

describe('a store', () => {
  it('gives back what it was given', () => {
    const entries = [
      place('Mosul', { geonameid: 99072, lat: 36.335, lon: 43.11889, admin1: 'Nineveh', population: 1_683_000 }),
      place('Zürich', { lat: -33.87123, lon: -179.99999, country: 'CHE', kind: 'admin1' }),
      place('Gulf of Aden', { country: null, kind: 'water' }),
    ]
    const store = decodeStore(encodeStore(entries, []))
    expect(entries.map((_, i) => store.entryAt(i))).toEqual(entries)
  })

  it('finds places by key, all that share it, and none by another', () => {
    const store = decodeStore(encodeStore([place('A'), place('B'), place('A')], [key('a', 0), key('b', 1), key('a', 2), key('a', 2)]))
    expect(store.find('a').map((found) => found.place)).toEqual([0, 2])
    expect(store.find('b')).toEqual([{ place: 1, match: 'name' }])
    expect(store.find('c')).toEqual([])
  })

  it('finds each of thousands of made-up keys', () => {
    const names = Array.from({ length: 5000 }, (_, i) => `place ${(i * 2654435761) >>> 0}`)
    const store = decodeStore(
      encodeStore(
        names.map((name) => place(name)),
        names.map(key),
      ),
    )
    expect(names.map((name) => store.find(name))).toEqual(names.map((_, i) => [{ place: i, match: 'name' }]))
  })

  it('reads a buffer that begins at an odd byte', () => {
    const bytes = encodeStore([place('Erbil')], [key('erbil', 0)])
    const shifted = Buffer.concat([Buffer.from([1]), bytes]).subarray(1)
    expect(decodeStore(shifted).entryAt(0).name).toBe('Erbil')
  })

  it('is the same bytes for the same places', () => {
    const build = () => encodeStore([place('A'), place('B')], [key('a', 0), key('b', 1)])
    expect(build().equals(build())).toBe(true)
  })

  it.each([Buffer.alloc(0), Buffer.from('x'.repeat(100))])('refuses what it did not write', (bytes) => {
    expect(() => decodeStore(bytes)).toThrow(/^gazetteer\/format: /)
  })
})
