import codebook from '../../../knowledge/codebook.json'
import type { ClaimType } from '../api/types.js'

/** Groups of claim types that share a colour, a shape and a word. */
export const FAMILIES = ['force', 'dispute', 'accord', 'help', 'people', 'standing'] as const
export type Family = (typeof FAMILIES)[number]

export const FAMILY: {
  readonly [family in Family]: { readonly name: string; readonly about: string; readonly types: readonly ClaimType[] }
} = {
  force: { name: 'Force', about: 'Deeds against others', types: ['ASSAULT', 'COERCE', 'MOBILIZE', 'SANCTION', 'PROTEST'] },
  dispute: { name: 'Dispute', about: 'Words against others', types: ['THREATEN', 'ACCUSE', 'REJECT', 'REQUEST'] },
  accord: { name: 'Accord', about: 'Words towards others', types: ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'] },
  help: { name: 'Cooperation', about: 'Deeds for others', types: ['AID', 'COOPERATE', 'RETREAT'] },
  people: { name: 'People', about: 'What befalls people', types: ['TOLL', 'DISPLACE', 'CONDITION'] },
  standing: {
    name: 'Standing',
    about: 'Who is where, how strong, with whom',
    types: ['CONTROL', 'STRENGTH', 'WHEREABOUTS', 'AFFILIATION'],
  },
}

const OF = new Map(FAMILIES.flatMap((family) => FAMILY[family].types.map((type) => [type, family] as const)))

export const familyOf = (type: ClaimType): Family => OF.get(type) ?? 'standing'

interface TypeEntry {
  readonly definition: string
  readonly modes: readonly { readonly mode: string; readonly definition: string }[]
}
const ENTRIES = new Map<string, TypeEntry>(
  (codebook.types as readonly (TypeEntry & { type: string })[]).map((entry) => [entry.type, entry]),
)

export const definitionOf = (type: ClaimType): string => ENTRIES.get(type)?.definition ?? ''
export const modesOf = (type: ClaimType): TypeEntry['modes'] => ENTRIES.get(type)?.modes ?? []

/** `ASSAULT` as words are written. */
export const typeName = (type: string): string => type.charAt(0) + type.slice(1).toLowerCase()
