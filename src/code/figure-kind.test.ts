import { describe, expect, test } from 'vitest'
import { spanOf } from '../../test/document.js'
import { type ClaimType, FIGURE_KINDS, type FigureKind } from '../claim.js'
import { loadCodebook } from './codebook.js'
import { figureKind } from './figure-kind.js'

const codebook = loadCodebook()

/** The kind of a number whose kinds the model ranks as given, then as the list of kinds goes. */
const kindOf = (type: ClaimType, text: string, number: string, of: string | null, ...ranked: readonly FigureKind[]) =>
  figureKind(
    codebook,
    codebook.types.get(type)!,
    text,
    { start: 0, end: text.length },
    {
      span: spanOf(text, number),
      of,
      kinds: [...ranked, ...FIGURE_KINDS.filter((kind) => !ranked.includes(kind))],
    },
  )

describe('the kind of a figure', () => {
  test('is what the word beside it says, whatever the model read', () =>
    expect(kindOf('ASSAULT', 'A bomb wounded 40 people.', '40', 'people', 'killed')).toBe('injured'))

  test.each([
    [
      'of a claim whose type has it',
      'REQUEST',
      'They told 35 people to report after 2 died.',
      '35',
      'people',
      ['killed', 'affected'],
      'affected',
    ],
    ['that things can be', 'ASSAULT', 'Bombs went off on four trains, and 9 died.', 'four', 'trains', ['killed', 'other'], 'other'],
    ['that money can be', 'DISPLACE', 'They appeal for $584 million for the displaced.', '$584 million', null, ['displaced'], 'other'],
    ['that the sentence tells of', 'ASSAULT', 'Gunmen ambushed 12 soldiers.', '12', 'soldiers', ['killed', 'affected'], 'affected'],
  ] as const)('is the likeliest %s', (_, type, text, number, of, ranked, kind) =>
    expect(kindOf(type, text, number, of, ...ranked)).toBe(kind),
  )

  test('is the model’s where nothing speaks against it', () =>
    expect(kindOf('ASSAULT', 'A bomb went off and 12 soldiers died.', '12', 'soldiers', 'killed')).toBe('killed'))
})

test('a number whose word tells of what the type does not have is another claim’s', () =>
  expect(kindOf('COERCE', 'Police held six men and killed two.', 'two', null, 'captured')).toBeNull())
