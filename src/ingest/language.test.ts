import { expect, test } from 'vitest'
import { languageName, languageOf } from './language.js'

const ENGLISH =
  'Iraqi special forces entered the eastern districts of the city on Tuesday, an officer said, after weeks of heavy fighting with militants.'

test.each([
  ['eng', ENGLISH],
  ['eng', `Abu Ghadiya (Arabic: أبو غادية) was the name under which he was known. ${ENGLISH}`],
  [
    'fra',
    'Les forces irakiennes sont entrées mardi dans les quartiers est de la ville, a déclaré un porte-parole du ministère de la défense.',
  ],
  [
    'spa',
    'Las fuerzas iraquíes entraron el martes en los barrios del este de la ciudad, dijo un portavoz del ministerio de defensa tras semanas.',
  ],
  ['rus', 'Иракские войска вошли во вторник в восточные районы города.'],
  ['arb', 'دخلت القوات العراقية الأحياء الشرقية من المدينة يوم الثلاثاء'],
  ['cmn', '伊拉克军队周二进入该市东部地区，一名军官在数周的激烈战斗后表示。'],
  [
    'som',
    'Ciidamada dowladda ayaa maanta la wareegay gacan ku haynta magaalada, sida uu sheegay afhayeenka wasaaradda gaashaandhigga ee dalka.',
  ],
])('%s: %s', (language, text) => expect(languageOf(text)).toBe(language))

test.each(['', '12345 — 678', 'Mosul', 'Die Armee hat die Stadt erobert.', 'Abu Bakr al-Baghdadi'])('%j is too short to tell', (text) =>
  expect(languageOf(text)).toBeNull(),
)

test('a language has an English name', () =>
  expect(['fra', 'arb', 'cmn', 'som'].map(languageName)).toEqual(['French', 'Arabic', 'Chinese', 'Somali']))
