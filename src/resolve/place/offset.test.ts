import { describe, expect, it } from 'vitest'
import { kilometresBetween, pointAt } from './distance.js'
import { isNear, offsetIn, partIn } from './offset.js'

describe('offsetIn', () => {
  it.each([
    ['30 km south of ', 30, 180],
    ['about 12 kilometres (7 miles) north-east of ', 12, 45],
    ['twenty kilometers to the west of ', 20, 270],
    ['a dozen km southwest of ', 12, 225],
    ['40 kilometers from ', 40, null],
    ['1,200 km east of ', 1200, 90],
    ['within 5 km of ', 5, null],
  ])('reads %j', (words, kilometres, bearing) => expect(offsetIn(words)).toEqual({ kilometres, bearing }))

  it('turns miles into kilometres', () => expect(offsetIn('10 miles north of ')?.kilometres).toBeCloseTo(16.1, 1))

  it.each(['the north of ', '30 people south of ', '30 km of road in ', 'north of ', ''])('reads none in %j', (words) => {
    expect(offsetIn(words)).toBeNull()
  })
})

describe('isNear', () => {
  it.each(['the outskirts of ', 'a village near ', 'just outside ', 'east of '])('%j is by the place', (words) =>
    expect(isNear(words)).toBe(true),
  )
  it.each(['the centre of ', 'eastern ', 'the streets of ', ''])('%j is in it', (words) => expect(isNear(words)).toBe(false))
})

describe('partIn', () => {
  it.each([
    ['northern ', 0],
    ['south-eastern ', 135],
    ['northwest ', 315],
    ['central ', 'central'],
    ['downtown ', null],
  ])('%j', (words, part) => expect(partIn(words)).toBe(part))
})

describe('pointAt', () => {
  it('is as far away as asked, in every direction', () => {
    for (const lat of [-60, 0, 36.3, 70])
      for (let bearing = 0; bearing < 360; bearing += 30) {
        const from = { lat, lon: 179.5 }
        expect(kilometresBetween(from, pointAt(from, 50, bearing))).toBeCloseTo(50, -0.5)
      }
  })
})
