import type { ClaimType, Status } from '../claim.js'
import { type CueTest, cueTest } from './cues.js'

/** Kinds of party to an event, as ACLED and CAMEO tell them apart; `protester` goes by words, the others by PLOVER sector. */
export const PARTIES = ['state-force', 'police', 'government', 'non-state-force', 'criminal', 'civilian', 'protester'] as const
export type Party = (typeof PARTIES)[number]

/** A party, or that nobody is named, or that the named are of no known kind. */
export type Side = Party | 'none' | 'unknown'

/** What a crosswalk may look at in a claim. */
export interface Facts {
  readonly type: ClaimType
  readonly mode: string | null
  readonly status: Status
  readonly actor: ReadonlySet<Side>
  readonly recipient: ReadonlySet<Side>
  readonly place: boolean
  readonly trigger: string
  /** The sentence of the trigger. */
  readonly words: string
}

const LISTS = ['type', 'mode', 'status', 'actor', 'recipient', 'place'] as const
type List = (typeof LISTS)[number]

/** The columns of a crosswalk table that say what must hold. */
export const CONDITIONS = [...LISTS, 'trigger', 'words'] as const

/** One line of a crosswalk table: what must hold, and the codes that follow. */
export interface CrosswalkRow<Code> {
  readonly fits: (facts: Facts) => boolean
  readonly code: Code
}

const ANY = '-'
const NONE = 'none'

/** Reads a table of conditions and codes: lines of tab-separated cells, the columns named in the first; `#` begins a remark. */
export const readCrosswalk = <Code>(
  table: string,
  codeOf: (row: Readonly<Record<string, string>>) => Code,
): readonly CrosswalkRow<Code>[] =>
  rowsOf(table).map((row) => {
    const accepts = Object.fromEntries(LISTS.map((column) => [column, alternatives(row[column]!)])) as Record<List, Accepts>
    const trigger = cuesOf(row.trigger!)
    const words = cuesOf(row.words!)
    return {
      code: codeOf(row),
      fits: (facts) =>
        accepts.type([facts.type]) &&
        accepts.mode([facts.mode ?? NONE]) &&
        accepts.status([facts.status]) &&
        accepts.place([facts.place ? 'yes' : NONE]) &&
        accepts.actor(facts.actor) &&
        accepts.recipient(facts.recipient) &&
        trigger(facts.trigger) &&
        words(facts.words),
    }
  })

type Accepts = (values: Iterable<string>) => boolean

const alternatives = (cell: string): Accepts => {
  if (cell === ANY) return () => true
  const wanted = new Set(cell.split('|'))
  return (values) => [...values].some((value) => wanted.has(value))
}

const cuesOf = (cell: string): CueTest => (cell === ANY ? () => true : cueTest(cell.split('|')))

/** The rows of a crosswalk table as written, for checks and documentation. */
export const rowsOf = (table: string): readonly Readonly<Record<string, string>>[] => {
  const [header, ...lines] = table.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  const columns = header!.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]!]))
  })
}

/** The code of the first row that fits, null where none does. */
export const crosswalk = <Code>(rows: readonly CrosswalkRow<Code>[], facts: Facts): Code | null =>
  rows.find((row) => row.fits(facts))?.code ?? null
