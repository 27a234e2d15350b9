import { readFileSync } from 'node:fs'
import type { ClaimType, Codes, FigureKind } from '../claim.js'
import { type CrosswalkRow, type Party, readCrosswalk } from './crosswalk.js'
import { type CueTest, cueTest } from './cues.js'

export interface TypeEntry {
  readonly type: ClaimType
  /** PLOVER's name of it, null where PLOVER has none. */
  readonly plover: string | null
  readonly kind: 'event' | 'state'
  readonly quadClass: Codes['quadClass']
  /** Kinds of figures that its claims have: nobody is killed in a DISPLACE, whatever else the sentence tells. */
  readonly figures: readonly FigureKind[]
  readonly definition: string
  readonly modes: readonly { readonly mode: string; readonly definition: string }[]
}

export interface ContextEntry {
  readonly context: string
  readonly definition: string
  /** Words that show the context, see `cueTest`. */
  readonly cues: readonly string[]
  /** PLOVER sectors of an actor or recipient that show it. */
  readonly sectors: readonly string[]
}

/** `knowledge/codebook.json` as it stands in the file. */
export interface CodebookFile {
  readonly about: string
  readonly types: readonly TypeEntry[]
  readonly contexts: readonly ContextEntry[]
  readonly specialContexts: readonly { readonly context: string; readonly definition: string }[]
  readonly parties: readonly { readonly party: Party; readonly definition: string; readonly sectors: readonly string[] }[]
  readonly partyWords: readonly { readonly party: Party; readonly definition: string; readonly cues: readonly string[] }[]
  /** Words that end the noun phrase after a number, words that may stand between the number and what it counts, and things, in the singular. */
  readonly counted: { readonly ends: readonly string[]; readonly leads: readonly string[]; readonly things: readonly string[] }
}

export type Cameo = Pick<Codes, 'cameo' | 'quadClass'>

/** Everything the code stage knows of types, contexts and other people's codes, ready for use. */
export interface Codebook {
  readonly types: ReadonlyMap<ClaimType, TypeEntry>
  readonly contexts: readonly (ContextEntry & { readonly shows: CueTest })[]
  readonly partyOfSector: ReadonlyMap<string, Party>
  readonly partyWords: readonly { readonly party: Party; readonly shows: CueTest }[]
  readonly counted: { readonly ends: ReadonlySet<string>; readonly leads: ReadonlySet<string>; readonly things: ReadonlySet<string> }
  readonly cameo: readonly CrosswalkRow<Cameo>[]
  readonly acled: readonly CrosswalkRow<Codes['acled']>[]
}

/** The `knowledge/` folder, which lies beside `src/` and `dist/` alike. */
export const KNOWLEDGE = new URL('../../knowledge/', import.meta.url)

/** Reads the codebook and its crosswalks. A missing or broken file is a broken installation and throws. */
export const loadCodebook = (folder: URL = KNOWLEDGE): Codebook => {
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const file = JSON.parse(read('codebook.json')) as CodebookFile
  return {
    types: new Map(file.types.map((entry) => [entry.type, entry])),
    contexts: file.contexts.map((entry) => ({ ...entry, shows: cueTest(entry.cues) })),
    partyOfSector: new Map(file.parties.flatMap(({ party, sectors }) => sectors.map((sector) => [sector, party] as const))),
    partyWords: file.partyWords.map(({ party, cues }) => ({ party, shows: cueTest(cues) })),
    counted: { ends: new Set(file.counted.ends), leads: new Set(file.counted.leads), things: new Set(file.counted.things) },
    cameo: readCrosswalk(read('crosswalk-cameo.tsv'), ({ cameo, quadClass }) => ({ cameo, quadClass }) as Cameo),
    acled: readCrosswalk(read('crosswalk-acled.tsv'), ({ event, subEvent }) =>
      event === '-' ? null : { event: event!, subEvent: subEvent! },
    ),
  }
}
