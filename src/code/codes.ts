import type { ActorFiller, Claim, Codes } from '../claim.js'
import type { Codebook } from './codebook.js'
import { contextsOf } from './contexts.js'
import { crosswalk, type Facts, type Side } from './crosswalk.js'

type Coded = Pick<Claim, 'type' | 'mode' | 'trigger' | 'actor' | 'recipient' | 'place' | 'status' | 'negated' | 'background'>

/**
 * What other codebooks call a claim. PLOVER, CAMEO and the quad class name the kind of happening, whether or not it took place;
 * ACLED names only what is said to have taken place, to be under way or to have been tried.
 */
export const codesOf = (codebook: Codebook, claim: Coded, sentence: string): Codes => {
  const facts: Facts = {
    type: claim.type,
    mode: claim.mode,
    status: claim.status,
    actor: sidesOf(codebook, claim.actor),
    recipient: sidesOf(codebook, claim.recipient),
    place: claim.place.length > 0,
    trigger: claim.trigger.text,
    words: sentence,
  }
  const plover = codebook.types.get(claim.type)!.plover
  const sectors = new Set([...claim.actor, ...claim.recipient].flatMap(({ code }) => sectorOf(code) ?? []))
  const { cameo, quadClass } = crosswalk(codebook.cameo, facts) ?? { cameo: null, quadClass: null }
  return {
    plover: { type: plover, mode: plover === null ? null : claim.mode, contexts: contextsOf(codebook, sentence, sectors, claim) },
    cameo,
    quadClass,
    acled: tookPlace(claim) ? crosswalk(codebook.acled, facts) : null,
  }
}

const tookPlace = ({ status, negated }: Coded): boolean => !negated && ['actual', 'ongoing', 'attempted'].includes(status)

const sidesOf = (codebook: Codebook, fillers: readonly ActorFiller[]): ReadonlySet<Side> =>
  new Set(fillers.length === 0 ? ['none'] : fillers.map((filler) => sideOf(codebook, filler)))

const sideOf = (codebook: Codebook, { text, code }: ActorFiller): Side => {
  const sector = sectorOf(code)
  const bySector = sector === null ? undefined : codebook.partyOfSector.get(sector)
  // "Police protesters" do not exist: only people of no force can be protesters.
  const byWords =
    bySector === undefined || bySector === 'civilian' ? codebook.partyWords.find(({ shows }) => shows(text))?.party : undefined
  return byWords ?? bySector ?? 'unknown'
}

/** The sector of a code such as `IRQ:MIL`. */
const sectorOf = (code: string | null): string | null => code?.split(':')[1] ?? null
