import { describe, expect, it } from 'vitest'
import { told } from '../../../../test/times.js'

describe('dates', () => {
  it.each([
    ['They have been held since 9-11.', '9-11 → 2001-09-11'],
    ['The log of 2016-10-24 was lost.', '2016-10-24 → 2016-10-24'],
    ['It was signed on 10/24/2016.', '10/24/2016 → 2016-10-24'],
    ['It was signed on 24.10.2016 in Erbil.', '24.10.2016 → 2016-10-24'],
    ['On Oct. 17, 2016, the offensive began.', 'Oct. 17, 2016 → 2016-10-17'],
    ['The offensive began October 17.', 'October 17 → 2016-10-17'],
    ['They met on the 17th of October 2015.', 'the 17th of October 2015 → 2015-10-17'],
    ['It happened on 17 Oct. 2016 near Qayyarah.', '17 Oct. 2016 → 2016-10-17'],
    ['Clashes on 23 Aug 88 left three dead.', '23 Aug 88 → 1988-08-23'],
    ['In October 2014 the dam was retaken.', 'October 2014 → 2014-10'],
    ['In January of 2015 the town fell.', 'January of 2015 → 2015-01'],
    ['They fled in mid-October.', 'mid-October → 2016-10'],
    ['He was killed in June.', 'June → 2016-06'],
    ['He was killed last December.', 'last December → 2015-12'],
    ['The vote will be held next May.', 'next May → 2017-05'],
    ['In 2014 the group took the city.', '2014 → 2014'],
    ['The road was mined in early 2014.', 'early 2014 → 2014'],
    ['The treaty of 490 BC is disputed.', '490 BC → -0489'],
    ['It began in nineteen ninety-one.', 'nineteen ninety-one → 1991'],
    ['The party was founded in the 1990s.', 'the 1990s → 1990/1999'],
    ["The camp dates from the late '80s.", "the late '80s → 1980/1989"],
    ['The fort is from the 19th century.', 'the 19th century → 1801/1900'],
    ['The attacks of 9/11 changed that.', '9/11 → 2001-09-11'],
    ['They struck on Good Friday 2016.', 'Good Friday 2016 → 2016-03-25'],
    ["On New Year's Eve a bomb went off.", "New Year's Eve → 2015-12-31"],
    ['Sales rose in the third quarter of 2015.', 'the third quarter of 2015 → 2015-07/2015-09'],
    ['It was quiet in the first half of last year.', 'the first half of last year → 2015-01/2015-06'],
    ['They returned in the summer of 2015.', 'the summer of 2015 → 2015-06/2015-08'],
    ['The clinic closed last spring.', 'last spring → 2016-03/2016-05'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  it('reads each end of a range by itself', () => {
    expect(told('From October 25-26, 2016, and 2 to 4 May 2015, and in 1990-91')).toEqual([
      'October 25 → 2016-10-25',
      '26, 2016 → 2016-10-26',
      '2 → 2015-05-02',
      '4 May 2015 → 2015-05-04',
      '1990 → 1990',
      '91 → 1991',
    ])
  })

  it.each([
    'They may march on the town.',
    'About 2,000 troops and 1500 men took part.',
    'The 1990 fighters of the list were counted.',
    'Resolution 1970 was cited with flight 1549.',
    'It cost $2000 and 2010 dollars.',
    'The score was 10/24.',
    'He is 30 and she is 12.',
    'April Jones and August Wilson spoke.',
    'The fall of Saigon and a spring in his step.',
    'Version 2016.1 is out.',
  ])('finds no date in: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})
