import { KINDS_OF_WORD } from './kinds.js'

/** A word of a text, without a possessive ending. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  /** True for a word with an upper-case letter at its head ("Mosul", "al-Bab", "U.S.", "LA"). */
  readonly capital: boolean
  /** True where a possessive ending follows ("Iraq's"). */
  readonly possessive: boolean
}

const WORD = /(?:\p{Lu}\.){1,4}(?:\p{Lu}(?![\p{L}]))?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ‘][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const ARTICLE = /^(?:al|el|ar|as|ash|ad|an|at|az|ed|er|es|ez)$/
const POSSESSIVE = /['’]s$/i
/** Written with a stop ("St. Louis", "Ala."), which belongs to the word. */
const STOPPED =
  /^(?:St|Ste|Mt|Ft|Ala|Ariz|Ark|Calif|Cal|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|Ont|Alta|Sask|Que|Man|Nfld|Gov)$/

/** The words of a text, with their places in it; the parts of a hyphenated word are words. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), (match): Word => {
    const possessive = POSSESSIVE.test(match[0])
    const bare = possessive ? match[0].slice(0, -2) : match[0]
    const end = match.index + bare.length
    const stop = STOPPED.test(bare) && text[end] === '.' ? 1 : 0
    return {
      start: match.index,
      end: end + stop,
      text: bare + (stop ? '.' : ''),
      capital:
        /^\p{Lu}/u.test(bare) || (ARTICLE.test(bare) && /^[-–]['’ʼ‘]?\p{Lu}/u.test(text.slice(end))) || /^[ld]['’]\p{Lu}/u.test(bare),
      possessive: possessive || (/s$/.test(bare) && /^['’](?!\p{L})/u.test(text.slice(end))),
    }
  })

/** Words inside names that need no capital ("Dulce Nombre de Maria", "Mazar-e Sharif"). */
export const INNER: ReadonlySet<string> = new Set(
  'de del la las los el y e da do dos das du des le les sur al ar as ash ad an at az ez ed er es i ibn bin abu um van von am ob der den upon au aux en'.split(
    ' ',
  ),
)

/** Words that join names only where the whole is a name of the gazetteer ("Gulf of Aden"). */
export const JOINING: ReadonlySet<string> = new Set(['of', 'and', 'the', 'on', 'in', '&'])

const FACILITY_WORDS: ReadonlySet<string> = new Set(
  (
    'airport airfield airbase base camp prison jail university college school hospital clinic hotel mosque church cathedral temple shrine monastery ' +
    'square street road avenue boulevard highway bridge tunnel station market mall park stadium arena museum palace castle barracks garrison ' +
    'court courthouse embassy consulate headquarters building tower center centre plaza roundabout checkpoint cemetery factory plant refinery ' +
    'field pipeline dam port harbor harbour crossing terminal ministry institute library theater theatre monument memorial gate pagoda beach'
  ).split(' '),
)

/** True for a word that names a sort of place or facility ("Province", "airport"). */
export const isTypeWord = (word: string): boolean => {
  const lower = word.toLowerCase()
  return (
    Object.hasOwn(KINDS_OF_WORD, lower) ||
    FACILITY_WORDS.has(lower) ||
    (lower.endsWith('s') && Object.hasOwn(KINDS_OF_WORD, lower.slice(0, -1)))
  )
}

export const isFacilityWord = (word: string): boolean => FACILITY_WORDS.has(word.toLowerCase())

const DIRECTION =
  /^(?:(?:north|south|east|west|central|mid|upper|lower|greater|inner|outer)(?:[- ]?(?:east|west|central))?(?:ern|ernmost)?|downtown|metro|old|new)$/i

/** True for a word that picks a part of a place ("northern", "East", "central"). */
export const isDirection = (word: string): boolean => DIRECTION.test(word)

/** Words that begin a sentence or a line and are no name of a place. */
const PLAIN: ReadonlySet<string> = new Set(
  (
    'a an the this that these those he she it they we i you his her its their our my in on at by from to of for with as and but or if when while after before ' +
    'since until during under over about more most many some all both two three four five six seven eight nine ten no not there here what who why how ' +
    'where which one also however meanwhile earlier later last next now then today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december god islam islamic muslim muslims christian christians sunni sunnis ' +
    'shiite shiites shia catholic protestant state department ministry army navy police parliament congress senate house government party front union council ' +
    'court supreme national international united nations security force forces air defense defence foreign much such so being having according another other ' +
    'any each every few several still only even yet once among between within without despite because although though near outside inside amid around along ' +
    'against across through is are was were be been has have had will would could should may might can do did does said says photo file video reuters'
  ).split(' '),
)

/** True for a word that begins a sentence or names a body, a day or a faith, and no place. */
export const isPlain = (word: string): boolean => PLAIN.has(word.toLowerCase())

const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr president minister secretary general gen colonel col major maj captain capt lieutenant lt sergeant sgt senator sen rep representative king queen ' +
    'prince princess sheikh sheik imam ayatollah mullah judge justice pope bishop archbishop father sister brother chairman spokesman spokeswoman ambassador envoy ' +
    'governor gov mayor professor prof sir lord lady commander chancellor premier sultan emir'
  ).split(' '),
)

/** True for a title that a person's name follows. */
export const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace(/\.$/, ''))
