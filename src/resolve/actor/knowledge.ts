import { parseTable, type Row, readKnowledge } from '../place/table.js'

/** What an actor is; `government` also for parallel and unrecognised ones, `body` for a part of a state. */
export const ACTOR_KINDS = [
  'state',
  'government',
  'body',
  'force',
  'group',
  'party',
  'organisation',
  'coalition',
  'operation',
  'media',
  'company',
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number] | 'person'

/** PLOVER's sectors. */
export const SECTORS = [
  ...['GOV', 'MIL', 'PRM', 'REB', 'UAF', 'COP', 'SPY', 'JUD', 'LEG', 'PTY', 'OPP', 'CVL', 'REF', 'JRN', 'MED', 'AGR', 'BUS', 'LAB', 'EDU'],
  ...['ELI', 'CRM', 'REL', 'SOC', 'UNK'],
] as const
export type Sector = (typeof SECTORS)[number]

/** One coding of an actor: who it is from one date to another. */
export interface KnownRow {
  readonly id: string
  readonly name: string
  readonly kind: ActorKind
  /** ISO 3166-1 alpha-3, or `IGO`, `UNO`, `EUR`, `NGO`, `IMG`, `MNC`. */
  readonly country: string
  readonly sector: Sector
  /** First and last day, month or year (ISO 8601) of this coding; empty where open. */
  readonly from: string
  readonly to: string
  readonly wikidata: string | null
  /** Of a person: the office. */
  readonly role: string | null
  /** Of a person: the actor they speak for. */
  readonly body: string | null
}

/** A spelling of an actor's name. */
export interface Alias {
  readonly words: string
  /** True where the words are ordinary ones, or a bare surname, that mean the actor only in a report that speaks of its country. */
  readonly weak: boolean
  readonly id: string
}

/** All that is known of one actor: its codings in order of time. */
export interface KnownActor {
  readonly id: string
  readonly name: string
  readonly person: boolean
  readonly rows: readonly KnownRow[]
}

/** What a role word says of whoever bears it. */
export interface Role {
  readonly sector: Sector | null
  readonly country: string | null
  /** `dominant` words code the whole phrase ("rebel soldiers"), `weak` ones yield to what goes with them ("police officials"). */
  readonly strength: 'dominant' | 'strong' | 'weak'
  readonly kind: 'person' | 'group' | 'body' | 'thing' | 'event' | 'modifier'
  readonly gender: 'f' | 'm' | null
}

type ActorColumn = 'id' | 'name' | 'kind' | 'country' | 'sector' | 'from' | 'to' | 'wikidata' | 'aliases'
type LeaderColumn = 'id' | 'name' | 'role' | 'body' | 'country' | 'sector' | 'from' | 'to' | 'wikidata' | 'aliases'
type RoleColumn = 'words' | 'sector' | 'country' | 'strength' | 'kind' | 'gender'

/** The values of a cell such as `FARC | FARC-EP`. */
export const cellValues = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(/\s*\|\s*/))

export interface Knowledge {
  readonly actors: ReadonlyMap<string, KnownActor>
  readonly aliases: readonly Alias[]
  readonly roles: ReadonlyMap<string, Role>
}

const aliasesOf = (name: string, cell: string, id: string, person: boolean): Alias[] => {
  const given = cellValues(cell)
  const all = given.includes(`${name}?`) ? given : [name, ...given]
  return all.map((alias) => {
    const words = alias.replace(/\?$/, '')
    return { words, weak: words !== alias || (person && !/[\s-]/.test(words.replace(/^(?:al|el|bin)[ -]/i, ''))), id }
  })
}

const group = (rows: readonly KnownRow[]): Map<string, KnownActor> => {
  const actors = new Map<string, KnownActor>()
  for (const row of rows) {
    const known = actors.get(row.id)
    actors.set(row.id, { id: row.id, name: row.name, person: row.kind === 'person', rows: [...(known?.rows ?? []), row] })
  }
  return actors
}

/** Builds the knowledge from the text of its three tables. */
export const knowledgeOf = (
  actorRows: readonly Row<ActorColumn>[],
  leaderRows: readonly Row<LeaderColumn>[],
  roleRows: readonly Row<RoleColumn>[],
): Knowledge => {
  const known: KnownRow[] = []
  const aliases = new Map<string, Alias>()
  const add = (alias: Alias): void => {
    const key = `${alias.id}\t${alias.words}`
    if (!aliases.has(key)) aliases.set(key, alias)
  }
  for (const row of actorRows) {
    known.push({
      ...{
        id: row.id,
        name: row.name,
        kind: row.kind as ActorKind,
        country: row.country,
        sector: row.sector as Sector,
        from: row.from,
        to: row.to,
      },
      ...{ wikidata: row.wikidata || null, role: null, body: null },
    })
    for (const alias of aliasesOf(row.name, row.aliases, row.id, false)) add(alias)
  }
  for (const row of leaderRows) {
    known.push({
      ...{ id: row.id, name: row.name, kind: 'person', country: row.country, sector: row.sector as Sector, from: row.from, to: row.to },
      ...{ wikidata: row.wikidata || null, role: row.role, body: row.body || null },
    })
    for (const alias of aliasesOf(row.name, row.aliases, row.id, true)) add(alias)
  }
  const roles = new Map<string, Role>()
  for (const row of roleRows)
    for (const words of cellValues(row.words))
      roles.set(words, {
        sector: row.sector === '-' ? null : (row.sector as Sector),
        country: row.country || null,
        strength: row.strength as Role['strength'],
        kind: row.kind as Role['kind'],
        gender: (row.gender || null) as Role['gender'],
      })
  return { actors: group(known), aliases: [...aliases.values()], roles }
}

let loaded: Knowledge | null = null

/** The knowledge of `knowledge/actors.tsv`, `leaders.tsv` and `roles.tsv`, read once. */
export const knowledge = (): Knowledge => {
  loaded ??= knowledgeOf(readKnowledge('actors.tsv'), readKnowledge('leaders.tsv'), readKnowledge('roles.tsv'))
  return loaded
}

let states: ReadonlyMap<string, KnownActor> | null = null

/** The state that a country's code stands for today, or null. */
export const stateOf = (country: string): KnownActor | null => {
  states ??= new Map(
    [...knowledge().actors.values()]
      .filter((actor) => actor.rows[0]!.kind === 'state' && actor.rows[0]!.to === '')
      .map((actor) => [actor.rows[0]!.country, actor]),
  )
  return states.get(country) ?? null
}

/** Knowledge from the text of tables, for tests. */
export const knowledgeOfText = (actors: string, leaders: string, roles: string): Knowledge =>
  knowledgeOf(parseTable(actors), parseTable(leaders), parseTable(roles))

/** True where a coding holds on a day, month or year (ISO 8601). Bounds count as inside, at the precision they are given. */
export const holdsOn = (row: Pick<KnownRow, 'from' | 'to'>, date: string): boolean => {
  const within = (bound: string): string => date.slice(0, Math.min(bound.length, date.length))
  return (
    (row.from === '' || within(row.from) >= row.from.slice(0, date.length)) &&
    (row.to === '' || within(row.to) <= row.to.slice(0, date.length))
  )
}

/**
 * The coding of an actor on a date: the latest that holds; the last one past where none does any more, the first where none does yet.
 * Without a date, the first coding of the table.
 */
export const codingOn = (actor: KnownActor, date: string | null): KnownRow => {
  const first = actor.rows[0]!
  if (date === null) return first
  const holding = actor.rows.filter((row) => holdsOn(row, date)).at(-1)
  if (holding) return holding
  return actor.rows.filter((row) => row.to !== '' && row.to < date).at(-1) ?? first
}
