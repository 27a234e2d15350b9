import { expect, it } from 'vitest'
import { datelineDate, publicationDay } from './dateline.js'

it.each([
  ['Lima, 20 Aug 88 (EFE) -- [Text] The mayor resigned.', '1988-08-20'],
  ['San Jose (Costa Rica), 3 Oct 1988 (Radio Reloj) -- Three men fled.', '1988-10-03'],
  ['Police arrest suspects. Published 27 May 2019. The device went off last week.', '2019-05-27'],
  ['ERBIL, Oct. 17, 2016 – The operation began.', '2016-10-17'],
])('%s', (text, expected) => {
  expect(datelineDate(text)).toBe(expected)
})

it.each(['ERBIL, Oct. 17 – The operation began.', 'On 20 August 1988, three men fled.', 'The operation began.', ''])(
  'is not there in: %s',
  (text) => {
    expect(datelineDate(text)).toBeNull()
  },
)

it('gives way to a publication date', () => {
  expect(publicationDay('Lima, 20 Aug 88 (EFE) -- The mayor resigned.', '1988-08-22')).toMatchObject({ month: 8, day: 22 })
})
