import { isoOfDay } from '../../src/link/interval.js'
import type { Happening } from './history.js'
import type { Chance } from './random.js'
import { type Piece, plainSentence, type Sentence, sentenceOf } from './sentence.js'
import type { Side, Town } from './world.js'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const weekday = (day: number): string => WEEKDAYS[(((day + 3) % 7) + 7) % 7]!
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const // biome-ignore format: a list
const dateText = (day: number): string => {
  const [, month, date] = isoOfDay(day).split('-')
  return `${Number(date)} ${MONTHS[Number(month) - 1]}`
}

/** How one report sees a happening: with its errors, and with what was known by then. */
export interface View {
  readonly happening: Happening
  readonly killed: number
  readonly injured: number
  readonly actor: Side
  readonly day: number
  readonly outlet: string
}

const side = (chance: Chance, { name, also }: Side): string => (chance.happens(0.55) ? `the ${name}` : chance.pick(also))
const actorPiece = (chance: Chance, who: Side): Piece => ({ role: 'actor', text: side(chance, who), side: who })
const recipientPiece = (chance: Chance, who: Side): Piece => ({ role: 'recipient', text: side(chance, who), side: who })
const placePiece = (chance: Chance, town: Town): Piece =>
  chance.happens(0.9)
    ? { role: 'place', text: town.name, town, precision: 'town' }
    : { role: 'place', text: `${town.admin1} province`, town, precision: 'province' }
const timePiece = (day: number): Piece => ({ role: 'time', text: `on ${weekday(day)}`, day })

const killedPiece = (chance: Chance, count: number, of: string): Piece => {
  const kind = 'killed'
  if (chance.happens(0.35)) return { role: 'figure', text: `at least ${count}`, kind, of, low: count, high: null }
  return { role: 'figure', text: `${count}`, kind, of, low: count, high: count }
}
const injuredPiece = (count: number): Piece => ({
  role: 'figure',
  text: `${count}`,
  kind: 'injured',
  of: 'others',
  low: count,
  high: count,
})

const SOURCES = [
  'a medical official',
  'residents',
  'a local official',
  'witnesses',
  'a security source',
  'two doctors',
  'an aid worker',
  'a tribal elder',
] as const
const CUES = ['said', 'said', 'told reporters', 'reported', 'confirmed'] as const
const said = (chance: Chance, { war, doctor }: Happening, probability = 0.5): readonly Piece[] => {
  if (!chance.happens(probability)) return []
  const named = chance.happens(0.4)
  const source: Piece = named
    ? { role: 'source', text: doctor, code: `${war.country}:MED` }
    : { role: 'source', text: chance.pick(SOURCES) }
  return [', ', source, ' ', { role: 'cue', text: chance.pick(CUES) }]
}

/** The main claim, in one of several wordings. */
export const lead = (chance: Chance, view: View): Sentence => {
  const { happening, actor, day } = view
  const { kind, town, recipient } = happening
  const at = placePiece(chance, town)
  const on = chance.happens(0.75) ? [' ', timePiece(day)] : []
  const toll: readonly Piece[] =
    view.killed > 0 && chance.happens(0.7)
      ? [
          chance.pick([', killing ', ' and killed ', ', leaving ']),
          killedPiece(chance, view.killed, 'people'),
          ' people',
          ...(view.injured > 0 && chance.happens(0.5)
            ? [chance.pick([' and wounding ', ' and injuring ']), injuredPiece(view.injured)]
            : []),
        ]
      : []
  const end = [...toll, ...said(chance, happening), '.']
  const labels = { type: kind.type, mode: kind.mode, truth: happening.id }
  const trigger = (text: string): Piece => ({ role: 'trigger', text })
  if (kind.name === 'flight')
    return sentenceOf(
      [
        {
          role: 'figure',
          text: chance.pick(['thousands', 'hundreds', 'more than 2,000']),
          kind: 'displaced',
          of: 'people',
          low: 2000,
          high: 9999,
        },
        ' of people ',
        trigger(chance.pick(['fled', 'left', 'escaped'])),
        ' ',
        at,
        ...on,
        chance.pick([' as shells fell', ' on foot and in carts', ' after a night of shooting', ' with what they could carry']),
        ...said(chance, happening),
        '.',
      ],
      labels,
    )
  if (kind.name === 'protest')
    return sentenceOf(
      [
        { role: 'actor', text: chance.pick(['demonstrators', 'crowds', 'protesters', 'women and students']), side: null },
        ' ',
        trigger(chance.pick(['marched', 'rallied', 'demonstrated', 'protested'])),
        ' in ',
        at,
        ...on,
        chance.pick([
          ' over the price of bread',
          ' against the curfew',
          ' to demand the release of detainees',
          ' over the killing of a student',
        ]),
        ...said(chance, happening),
        '.',
      ],
      labels,
    )
  if (recipient)
    return chance.happens(0.6)
      ? sentenceOf(
          [
            actorPiece(chance, actor),
            ' ',
            trigger(chance.pick(kind.verbs)),
            ' ',
            recipientPiece(chance, recipient),
            chance.pick([' in ', ' near ', ' around ', ' for control of ']),
            at,
            ...on,
            ...end,
          ],
          labels,
        )
      : sentenceOf(
          [
            trigger(chance.pick(kind.nouns)),
            ' between ',
            actorPiece(chance, actor),
            ' and ',
            recipientPiece(chance, recipient),
            chance.pick([' broke out in ', ' raged in ', ' was reported near ']),
            at,
            ...on,
            ...end,
          ],
          labels,
        )
  const object = kind.objects[0] === '' ? ' ' : ` ${chance.pick(kind.objects)} `
  if (chance.happens(0.6))
    return sentenceOf([actorPiece(chance, actor), ' ', trigger(chance.pick(kind.verbs)), object, at, ...on, ...end], labels)
  if (chance.happens(0.5) && view.killed > 0)
    return sentenceOf(
      [
        chance.pick(['an ', 'a deadly ', 'another ']),
        trigger(chance.pick(kind.nouns)),
        chance.pick([' in ', ' at ', ' near ']),
        at,
        chance.pick([' killed ', ' left dead ', ' claimed the lives of ']),
        killedPiece(chance, view.killed, 'people'),
        ' people',
        ...on,
        ', and was blamed on ',
        actorPiece(chance, actor),
        ...said(chance, happening),
        '.',
      ],
      labels,
    )
  return sentenceOf(
    [
      chance.pick(['in ', 'near ', 'outside ']),
      at,
      ', ',
      actorPiece(chance, actor),
      ' ',
      trigger(chance.pick(kind.verbs)),
      object.trim() === '' ? ' the town' : ` ${object.trim().replace(/ (?:in|of|near)$/, '')}`,
      ...on,
      ...end,
    ],
    labels,
  )
}

/** The dead, as a claim of its own. */
export const toll = (chance: Chance, view: View): Sentence => {
  const { happening } = view
  const { kind, town } = happening
  const noun = chance.pick(kind.nouns)
  const figure = killedPiece(chance, view.killed, 'people')
  const where = chance.happens(0.7) ? [' in ', placePiece(chance, town)] : []
  const pieces: readonly Piece[] = chance.pick([
    [
      `the `,
      { role: 'trigger', text: 'death toll' },
      ` from the ${noun}`,
      ...where,
      chance.pick([' rose to ', ' stood at ', ' has reached ']),
      figure,
    ],
    [
      figure,
      ` ${chance.pick(['bodies', 'people', 'victims'])} were `,
      { role: 'trigger', text: chance.pick(['buried', 'counted', 'found dead', 'recovered']) },
      ` after the ${noun}`,
      ...where,
    ],
    [`hospitals`, ...where, ` counted `, figure, ` `, { role: 'trigger', text: 'dead' }, ` from the ${noun}`],
  ] as const)
  return sentenceOf([...pieces, ...said(chance, happening, 0.8), '.'], { type: 'TOLL', mode: null, truth: happening.id })
}

/** The same happening again, by its noun. */
export const again = (chance: Chance, { happening, day }: View): Sentence => {
  const { kind, town } = happening
  const openings = ['the ', 'the sound of the ', 'smoke from the '] as const
  const ends = [
    ' lasted for several hours',
    ' began shortly before dawn',
    ' caught many families asleep',
    ' was the worst in weeks',
    ' drew no comment from the capital',
    ' shook houses several streets away',
    ' cut the road to the north',
  ] as const
  return sentenceOf(
    [
      chance.pick(openings),
      { role: 'trigger', text: chance.pick(kind.nouns) },
      ...(chance.happens(0.6) ? [chance.pick([' in ', ' near ']), placePiece(chance, town)] : []),
      ...(chance.happens(0.4) ? [' ', timePiece(day)] : []),
      chance.pick(ends),
      ...said(chance, happening, 0.3),
      '.',
    ],
    {
      type: kind.type,
      mode: kind.mode,
      truth: happening.id,
    },
  )
}

const MINOR = [
  ['ASSAULT', 'firearms', 'shot', ['a shopkeeper', 'two guards', 'a driver', 'a journalist']],
  ['ASSAULT', null, 'stormed', ['a house', 'the post office', 'a radio station', 'a warehouse']],
  ['ASSAULT', 'beat', 'beat', ['several detainees', 'a teacher', 'a bus driver']],
  ['ASSAULT', 'destroy', 'burned', ['a row of shops', 'a bridge', 'the court house']],
  ['ASSAULT', 'firearms', 'ambushed', ['a patrol', 'a supply truck', 'a convoy']],
  ['COERCE', 'arrest', 'detained', ['two suspects', 'a village elder', 'a photographer']],
  ['COERCE', 'restrict', 'closed', ['the bridge', 'the ring road', 'the border post']],
  ['MOBILIZE', 'troops', 'reinforced', ['the garrison', 'the northern road', 'their positions']],
] as const

/** Something else that happened there, told in passing: the same in every report that tells of it, apart from the words around it. */
export const minor = (chance: Chance, { happening }: View): Sentence => {
  const n = chance.below(3)
  const [type, mode, verb, objects] = MINOR[(happening.day * 7 + happening.town.geonameid * 3 + n * 5 + happening.killed) % MINOR.length]!
  const object = objects[(happening.day + n) % objects.length]!
  return sentenceOf(
    [
      actorPiece(chance, happening.war.sides[n % 2]!),
      ' ',
      { role: 'trigger', text: verb },
      ' ',
      { role: 'recipient', text: object, side: null },
      chance.pick(['', '', ' before nightfall', ' during the day', ' as people looked on', ' not far away']),
      ...said(chance, happening, 0.4),
      '.',
    ],
    { type, mode, truth: `${happening.id}/minor-${n}` },
  )
}

export const denial = (chance: Chance, { happening, actor }: View): Sentence => {
  const { kind, town } = happening
  return sentenceOf(
    [
      { role: 'source', text: `a spokesman for the ${actor.name}`, code: actor.code },
      ' ',
      { role: 'cue', text: chance.pick(['denied', 'rejected reports', 'dismissed claims']) },
      ' that ',
      { role: 'actor', text: `the ${actor.name}`, side: actor },
      ' had carried out the ',
      { role: 'trigger', text: chance.pick(kind.nouns) },
      ' in ',
      { role: 'place', text: town.name, town, precision: 'town' },
      '.',
    ],
    { type: kind.type, mode: kind.mode, truth: happening.id, negated: true },
  )
}

/** What somebody says of it: a happening of its own. */
export const blame = (chance: Chance, { happening, actor, day }: View): Sentence => {
  const accuser = happening.war.sides.find(({ id }) => id !== actor.id)!
  return sentenceOf(
    [
      actorPiece(chance, accuser),
      ' ',
      { role: 'trigger', text: chance.pick(['accused', 'blamed', 'condemned']) },
      ' ',
      { role: 'recipient', text: `the ${actor.name}`, side: actor },
      ` ${chance.pick(['for', 'over'])} the ${chance.pick(happening.kind.nouns)}`,
      ...(chance.happens(0.5) ? [' in ', placePiece(chance, happening.town)] : []),
      ...(chance.happens(0.3) ? [' ', timePiece(day)] : []),
      '.',
    ],
    { type: 'ACCUSE', mode: 'disapprove', truth: `${happening.id}/blame` },
  )
}

export const background = (chance: Chance, past: Happening, published: number): Sentence => {
  const { kind, town, actor } = past
  const old = published - past.day > 30
  const on: Piece = { role: 'time', text: `on ${dateText(past.day)}`, day: past.day }
  const labels = { type: kind.type, mode: kind.mode, truth: past.id, background: old }
  if (kind.verbs[0] === '' || chance.happens(0.4))
    return sentenceOf(
      [
        'the ',
        { role: 'trigger', text: chance.pick(kind.nouns) },
        ' in ',
        { role: 'place', text: town.name, town, precision: 'town' },
        ' ',
        on,
        chance.pick([
          ' remains unexplained',
          ' had raised fears of more violence',
          ' is still under investigation',
          ' ended a week of calm',
        ]),
        '.',
      ],
      labels,
    )
  return sentenceOf(
    [
      on,
      ', ',
      actorPiece(chance, actor),
      ' ',
      { role: 'trigger', text: chance.pick(kind.verbs) },
      past.recipient ? ` ${chance.pick(past.recipient.also)} near ` : ` ${chance.pick(kind.objects)} `,
      { role: 'place', text: town.name, town, precision: 'town' },
      '.',
    ],
    labels,
  )
}

const strength = (chance: Chance): Piece => {
  const count = chance.pick([800, 2000, 3500, 5000])
  return { role: 'figure', text: count.toLocaleString('en'), kind: 'strength', of: 'fighters', low: count, high: count }
}

/** Who holds a place, and how many fighters there are: no happenings. */
export const state = (chance: Chance, { happening, actor }: View): Sentence =>
  chance.happens(0.5)
    ? sentenceOf(
        [
          { role: 'place', text: happening.town.name, town: happening.town, precision: 'town' },
          chance.pick([' has been ', ' is ', ' remains ']),
          { role: 'trigger', text: chance.pick(['controlled', 'held']) },
          ' by ',
          actorPiece(chance, actor),
          chance.pick([' since the spring', ' for most of the war', ' despite several offensives', '']),
          '.',
        ],
        { type: 'CONTROL', mode: null, truth: null, status: 'ongoing' },
      )
    : sentenceOf(
        [
          'the ',
          { role: 'actor', text: actor.name, side: actor },
          ' is thought to have ',
          strength(chance),
          ' ',
          { role: 'trigger', text: 'fighters' },
          ' in the region.',
        ],
        { type: 'STRENGTH', mode: null, truth: null, status: 'ongoing' },
      )

const SUBJECTS = [
  'the price of bread',
  'the main road',
  'the river crossing',
  'a line of trucks',
  'the only clinic',
  'the telephone network',
  'a group of elders',
  'the winter rain',
  'the market',
  'the bakery',
] as const
const VERBS = [
  'has doubled since',
  'was closed for most of',
  'could not be reached during',
  'stood empty for',
  'was the talk of',
  'reopened after',
  'has not recovered from',
  'was guarded throughout',
] as const
const OBJECTS = [
  'the harvest season',
  'a long and quiet month',
  'the holiday',
  'the school year',
  'an afternoon of waiting',
  'the last dry weeks',
  'a week of rumours',
  'the planting time',
] as const

export const scene = (chance: Chance, town: Town): Sentence => {
  const text = `${chance.pick(SUBJECTS)} in ${town.name} ${chance.pick(VERBS)} ${chance.pick(OBJECTS)}, ${chance.pick(['traders', 'drivers', 'teachers', 'farmers', 'shopkeepers'])} there ${chance.pick(['complain', 'recall', 'note', 'add'])}.`
  return plainSentence(text[0]!.toUpperCase() + text.slice(1))
}
