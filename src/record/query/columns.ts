import type { Record } from '../record.js'

/** Stands for null among whole numbers. */
export const NONE = -0x80000000

/** Claims by ranges of 2 to this power of their keys; the record counts the changes of each range (`segment`). */
const BITS = 12
const SIZE = 1 << BITS

const INTEGERS = {
  key: 'key',
  report: 'report',
  reading: 'reading',
  incident: 'incident',
  day: 'day',
  dayTo: 'day_to',
  published: 'published_day',
  current: 'current',
  negated: 'negated',
  contradicted: 'contradicted > 0',
  corrected: "corrected <> '[]'",
} as const
const NUMBERS = { confidence: 'confidence', stateFrom: 'state_from', stateTo: 'state_to' } as const
const WORDS = { type: 'type', mode: 'mode', status: 'status', certainty: 'certainty', verdict: 'verdict' } as const

/** The fillers of the claims of a segment: those of claim `n` are `first[n]` up to `first[n + 1]`. */
export interface Fillers {
  readonly first: Int32Array
  /** Words, as `Segment.words`. */
  readonly role: Int32Array
  /** Keys of `actor` and `place`, or `NONE`. */
  readonly actor: Int32Array
  readonly place: Int32Array
}

/** Some hundred or thousand rows of `claim`, of whatever state, as columns in the order of their keys; each column is read when first asked for. */
export interface Segment {
  readonly length: number
  /** Null is `NONE`. */
  readonly integers: (name: keyof typeof INTEGERS) => Int32Array
  /** Null is NaN. */
  readonly numbers: (name: keyof typeof NUMBERS) => Float64Array
  /** Each word as a number of its own, which `wordOf` and `numberOf` turn back and forth. */
  readonly words: (name: keyof typeof WORDS) => Int32Array
  /** Keys of `origin`, or `NONE`. */
  readonly origins: () => Int32Array
  readonly fillers: () => Fillers
}

/** Numbers that stand for words, the same in all records; null is 0. */
const NUMBER_OF = new Map<string | null, number>([[null, 0]])
const WORD_OF: (string | null)[] = [null]

export const numberOf = (word: string | null): number => {
  const known = NUMBER_OF.get(word)
  if (known !== undefined) return known
  NUMBER_OF.set(word, WORD_OF.length)
  return WORD_OF.push(word) - 1
}

export const wordOf = (number: number): string | null => WORD_OF[number]!

interface Kept {
  readonly version: number
  readonly segment: Segment
}

const KEPT = new WeakMap<Record, ReadonlyMap<number, Kept>>()

/** All segments as they are now. Those that did not change since the last time are kept, so a process that asks again and again reads little. */
export const segmentsOf = (record: Record): readonly Segment[] => {
  const before = KEPT.get(record)
  const rows = record.all<{ number: number; version: number }>('SELECT number, version FROM segment ORDER BY number')
  const now = rows.map(({ number, version }): readonly [number, Kept] => {
    const kept = before?.get(number)
    return [number, kept?.version === version ? kept : { version, segment: segmentAt(record, number) }]
  })
  KEPT.set(record, new Map(now))
  return now.map(([, { segment }]) => segment)
}

const segmentAt = (record: Record, number: number): Segment => {
  const columns = new Map<string, unknown>()
  const range = [number * SIZE, (number + 1) * SIZE - 1] as const
  const lists = (sql: string): readonly (readonly never[])[] =>
    Object.values(record.one<{ [column: string]: string }>(sql, ...range)!).map((list) => JSON.parse(list) as never[])
  const once = <Column>(name: string, read: () => Column): Column => {
    if (!columns.has(name)) columns.set(name, read())
    return columns.get(name) as Column
  }
  const column = (expression: string): readonly never[] =>
    lists(`SELECT json_group_array(${expression}) FROM claim INDEXED BY claim_columns WHERE key BETWEEN ? AND ?`)[0]!
  const segment: Segment = {
    get length() {
      return segment.integers('key').length
    },
    integers: (name) => once(name, () => integers(column(INTEGERS[name]))),
    numbers: (name) =>
      once(name, () => Float64Array.from(column(NUMBERS[name]) as readonly (number | null)[], (value) => value ?? Number.NaN)),
    words: (name) => once(name, () => Int32Array.from(column(WORDS[name]) as readonly (string | null)[], numberOf)),
    origins: () =>
      once('origins', () =>
        integers(
          lists(`SELECT json_group_array(o.origin) FROM claim c INDEXED BY claim_columns LEFT JOIN claim_origin o ON o.claim = c.id
                 WHERE c.key BETWEEN ? AND ?`)[0]!,
        ),
      ),
    fillers: () =>
      once('fillers', () => {
        const [claim, role, actor, place] = lists(
          `SELECT json_group_array(claim), json_group_array(role), json_group_array(actor), json_group_array(place)
           FROM (SELECT claim, role, actor, place FROM filler WHERE claim BETWEEN ? AND ? ORDER BY claim, role, position)`,
        ) as unknown as [number[], string[], (number | null)[], (number | null)[]]
        const keys = segment.integers('key')
        const first = new Int32Array(keys.length + 1)
        let at = 0
        for (const [n, key] of keys.entries()) {
          first[n] = at
          while (claim[at] === key) at++
        }
        first[keys.length] = at
        return { first, role: Int32Array.from(role, numberOf), actor: integers(actor), place: integers(place) }
      }),
  }
  return segment
}

const integers = (values: readonly (number | null)[]): Int32Array => Int32Array.from(values, (value) => value ?? NONE)
