import { describe, expect, it } from 'vitest'
import { hashOf, keyOf, soundKeyOf, withoutArticle } from './names.js'

describe('keyOf', () => {
  it.each([
    ['Ar-Raqqah', 'ar raqqah'],
    ['Ar Raqqah’', 'ar raqqah'],
    ['Bogotá', 'bogota'],
    ['Saint Louis', 'st louis'],
    ['St. Louis', 'st louis'],
    ['The Hague', 'hague'],
    ['İzmir', 'izmir'],
    ["N'Djamena", 'ndjamena'],
    ['  ', ''],
    ['...', ''],
  ])('%j is %j', (name, key) => expect(keyOf(name)).toBe(key))

  it('gives its own key for a key', () => {
    for (const name of ['Deir ez-Zor', 'Washington, D.C.', 'Côte d’Ivoire', 'Łódź']) expect(keyOf(keyOf(name))).toBe(keyOf(name))
  })
})

describe('withoutArticle', () => {
  it('takes off the Arabic article', () => expect(withoutArticle('al bab')).toBe('bab'))
  it('is null without one', () => expect(withoutArticle('alamo')).toBeNull())
  it('leaves a name that is only an article', () => expect(withoutArticle('al')).toBeNull())
})

describe('soundKeyOf', () => {
  it.each([
    ['raqqa', 'raqqah'],
    ['deir ez zor', 'deir el zour'],
    ['slovyansk', 'sloviansk'],
    ['qayyarah', 'kayara'],
  ])('%j sounds like %j', (one, other) => expect(soundKeyOf(one)).toBe(soundKeyOf(other)))

  it.each([
    ['mosul', 'basra'],
    ['kabul', 'kandahar'],
    ['homs', 'hama'],
  ])('%j does not sound like %j', (one, other) => expect(soundKeyOf(one)).not.toBe(soundKeyOf(other)))
})

describe('hashOf', () => {
  it('is the same for the same key and differs for others', () => {
    expect(hashOf('mosul')).toEqual(hashOf('mosul'))
    expect(hashOf('mosul')).not.toEqual(hashOf('mosuk'))
  })
  it('gives two 32-bit numbers', () => {
    for (const half of hashOf('Ain Issa')) expect(half >>> 0).toBe(half)
  })
})
