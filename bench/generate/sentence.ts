import type { ActorFiller, Claim, ClaimType, Figure, FigureKind, PlaceFiller, TimeFiller } from '../../src/claim.js'
import { isoOfDay } from '../../src/link/interval.js'
import type { Side, Town } from './world.js'

/** A piece of a sentence: plain words, or words with a part in its claim. */
export type Piece =
  | string
  | { readonly role: 'trigger'; readonly text: string }
  | { readonly role: 'actor' | 'recipient'; readonly text: string; readonly side: Side | null }
  | { readonly role: 'place'; readonly text: string; readonly town: Town; readonly precision: 'town' | 'province' }
  | { readonly role: 'time'; readonly text: string; readonly day: number }
  | {
      readonly role: 'figure'
      readonly text: string
      readonly kind: FigureKind
      readonly of: string
      readonly low: number | null
      readonly high: number | null
    }
  | { readonly role: 'source' | 'cue'; readonly text: string; readonly code?: string }

/** A sentence and the claim that it makes, told relative to its start; `truth` names the happening. */
export interface Sentence {
  readonly text: string
  readonly claim: Omit<Claim, 'id'> | null
  readonly truth: string | null
}

export interface Labels {
  readonly type: ClaimType
  readonly mode: string | null
  readonly truth: string | null
  readonly status?: Claim['status']
  readonly negated?: boolean
  readonly background?: boolean
}

const UNTIMED: TimeFiller = { span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' }
const CODES = { plover: { type: null, mode: null, contexts: [] }, cameo: null, quadClass: null, acled: null } as const

export const plainSentence = (text: string): Sentence => ({ text, claim: null, truth: null })

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

export const sentenceOf = (pieces: readonly Piece[], labels: Labels): Sentence => {
  let text = ''
  const actor: ActorFiller[] = []
  const recipient: ActorFiller[] = []
  const place: PlaceFiller[] = []
  const figures: Figure[] = []
  let time = UNTIMED
  let trigger = { span: { start: 0, end: 0 }, text: '' }
  let source: { span: { start: number; end: number }; text: string; name: string; code: string | null } | null = null
  let cue: { span: { start: number; end: number }; text: string } | null = null
  for (const given of pieces) {
    const piece = text !== '' ? given : typeof given === 'string' ? capital(given) : { ...given, text: capital(given.text) }
    const start = text.length
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    text += piece.text
    const words = { span: { start, end: text.length }, text: piece.text }
    switch (piece.role) {
      case 'trigger':
        trigger = words
        break
      case 'actor':
      case 'recipient': {
        const named = piece.side !== null && piece.text.toLowerCase().includes(piece.side.name.toLowerCase())
        const filler = {
          ...words,
          name: named ? piece.side!.name : piece.text,
          code: piece.side?.code ?? null,
          actor: named ? piece.side!.id : null,
          wikidata: null,
          how: 'words',
        }
        ;(piece.role === 'actor' ? actor : recipient).push(filler)
        break
      }
      case 'place': {
        const { town, precision } = piece
        const at =
          precision === 'town'
            ? town
            : {
                ...town,
                name: town.admin1,
                geonameid:
                  town.geonameid - (town.geonameid % 100_000) + 90_000 + ((town.admin1.length * 131 + town.admin1.charCodeAt(0)) % 9000),
                lat: Math.round(town.lat),
                lon: Math.round(town.lon),
              }
        place.push({
          ...words,
          name: at.name,
          country: town.country,
          geonameid: at.geonameid,
          lat: at.lat,
          lon: at.lon,
          admin1: town.admin1,
          precision,
          alternatives: [],
          how: 'gazetteer',
        })
        break
      }
      case 'time':
        time = { ...words, value: isoOfDay(piece.day), precision: 'day', how: 'weekday-past' }
        break
      case 'figure':
        figures.push({ ...words, kind: piece.kind, of: piece.of, low: piece.low, high: piece.high })
        break
      case 'source':
        source = { ...words, name: piece.text, code: piece.code ?? null }
        break
      case 'cue':
        cue = words
    }
  }
  const { type, mode, truth, status = 'actual', negated = false, background = false } = labels
  const attribution = source === null && cue === null ? [] : [{ source, cue }]
  const sentence = { start: 0, end: text.length }
  const rest = { status, negated, background, certainty: 'certain', attribution, codes: CODES, confidence: 0.8 } as const
  return { text, truth, claim: { type, mode, sentence, trigger, actor, recipient, place, time, figures, ...rest } }
}

/** The claim of a sentence that stands at an offset of a report. */
export const placedAt = ({ claim }: Sentence, offset: number, id: string): Claim => {
  const moved = <T extends { readonly span: { readonly start: number; readonly end: number } }>(words: T): T => ({
    ...words,
    span: { start: words.span.start + offset, end: words.span.end + offset },
  })
  const found = claim!
  return {
    ...found,
    id,
    sentence: { start: offset, end: offset + found.sentence.end },
    trigger: moved(found.trigger),
    actor: found.actor.map(moved),
    recipient: found.recipient.map(moved),
    place: found.place.map(moved),
    time: found.time.span === null ? found.time : { ...found.time, span: moved({ span: found.time.span }).span },
    figures: found.figures.map(moved),
    attribution: found.attribution.map(({ source, cue }) => ({ source: source && moved(source), cue: cue && moved(cue) })),
  }
}
