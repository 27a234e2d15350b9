import countries from 'i18n-iso-countries/index.js'
import type { ActorFiller, Attribution, Claim, Figure, PlaceFiller, Quote, TimeFiller } from '../claim.js'
import { type Colours, wrapped } from './layout.js'
import { printable } from './printable.js'

const LABEL = 8

/** The value of a field in words, a line for each part of it. */
export const fieldWords = (field: string, value: unknown, colours: Colours): readonly string[] => {
  const quote = (text: string) => colours.dim(`“${printable(text)}”`)
  switch (field) {
    case 'actor':
    case 'recipient':
      return (value as Claim['actor']).map((filler) => actorWords(filler, colours, quote))
    case 'place':
      return (value as Claim['place']).map((filler) => placeWords(filler, colours, quote))
    case 'time':
      return [timeWords(value as TimeFiller, quote)].filter((words) => words !== '')
    case 'figures':
      return (value as Claim['figures']).map((figure) => figureWords(figure, quote))
    case 'attribution':
      return (value as Claim['attribution']).map((link) => speaker(link, quote))
    case 'trigger':
      return [quote((value as Claim['trigger']).text)]
    case 'codes':
      return codeWords(value as Claim['codes'])
    default:
      return value === null ? [] : [String(value)]
  }
}

const codeWords = ({ plover, cameo, quadClass, acled }: Claim['codes']): readonly string[] => [
  ...(plover.type === null ? [] : [`PLOVER ${[plover.type, plover.mode, ...plover.contexts].filter((part) => part !== null).join(', ')}`]),
  ...(cameo === null ? [] : [`CAMEO ${cameo}`]),
  ...(quadClass === null ? [] : [`quad class ${quadClass}`]),
  ...(acled === null ? [] : [`ACLED ${acled.event}, ${acled.subEvent}`]),
]

/**
 * A claim as lines for a terminal: what kind and by which word, who, where, when, how many, and who says so how surely, as far as the text tells.
 * What is plain is dim: the publisher's own voice, certainty, words quoted for comparison.
 */
export const claimLines = (claim: Claim, width: number, colours: Colours): string => {
  const { place, time, figures } = claim
  const quote = (text: string) => colours.dim(`“${printable(text)}”`)
  const details: readonly (readonly [label: string, value: string])[] = [
    ['who', partyWords(claim, colours, quote)],
    ['where', place.map((filler) => placeWords(filler, colours, quote)).join('; ')],
    ['when', timeWords(time, quote)],
    ['figures', figures.map((figure) => figureWords(figure, quote)).join('; ')],
    ['says', voice(claim, colours, quote)],
  ]
  const paint = typeColour(claim, colours)
  const bar = `    ${paint('│')} `
  return [
    wrapped(firstLine(claim, colours, quote), width, `    ${paint('●')} `, bar),
    ...details
      .filter(([, value]) => value !== '')
      .map(([label, value]) => wrapped(value, width, bar + colours.dim(label.padEnd(LABEL)), bar + ' '.repeat(LABEL))),
  ].join('\n')
}

/** Conflict in warm, cooperation in cool colours, states in magenta. */
export const typeColour = ({ codes }: Claim, colours: Colours) =>
  ({
    'material-conflict': colours.red,
    'verbal-conflict': colours.yellow,
    'verbal-cooperation': colours.cyan,
    'material-cooperation': colours.green,
    none: colours.magenta,
  })[codes.quadClass ?? 'none']

const firstLine = (claim: Claim, colours: Colours, quote: Quoting): string => {
  const { type, mode, trigger, status, negated, background, confidence } = claim
  const paint = typeColour(claim, colours)
  const kind = colours.bold(paint(type)) + (mode ? paint(` ${mode}`) : '')
  const tags = [...(status === 'actual' ? [] : [status]), ...(negated ? ['negated'] : []), ...(background ? ['background'] : [])]
  return [kind, quote(trigger.text), ...tags.map((tag) => colours.yellow(tag)), colours.dim(percent(confidence))].join('  ')
}

/** No reading is wholly sure, and none is shown that is not at all. */
const percent = (confidence: number): string => `${Math.min(99, Math.max(1, Math.round(100 * confidence)))}%`

const partyWords = ({ actor, recipient }: Claim, colours: Colours, quote: Quoting): string => {
  const names = (fillers: readonly ActorFiller[]) => fillers.map((filler) => actorWords(filler, colours, quote)).join(', ')
  return [names(actor), ...(recipient.length > 0 ? [`→ ${names(recipient)}`] : [])].filter((part) => part !== '').join(' ')
}

const actorWords = ({ name, text, code }: ActorFiller, colours: Colours, quote: Quoting): string =>
  [printable(name), ...(code === null ? [] : [colours.dim(`[${code}]`)]), ...(shows(text, name) ? [] : [quote(text)])].join(' ')

const ARTICLE = /^(?:the|an?)\s+/i

/** Whether the words show the name, so that they need not be quoted beside it. */
const shows = (words: string, name: string): boolean => plain(words).includes(plain(name))
const plain = (text: string): string => text.replace(ARTICLE, '').toLowerCase()

const region = new Intl.DisplayNames(['en'], { type: 'region' })

const countryName = (code: string): string => {
  const two = countries.alpha3ToAlpha2(code)
  return (two && region.of(two)) || code
}

type Quoting = (text: string) => string

const placeWords = ({ name, country, admin1, precision, text }: PlaceFiller, colours: Colours, quote: Quoting): string => {
  const parts = [name, admin1, country && countryName(country)].filter((part) => part !== null)
  const parents = parts.filter((part, i) => i === 0 || part !== parts[i - 1])
  const how = precision === 'unknown' ? 'not located' : precision
  return [printable(parents.join(', ')), colours.dim(`(${how})`), ...(shows(text, name) ? [] : [quote(text)])].join(' ')
}

const timeWords = ({ value, text, how }: TimeFiller, quote: Quoting): string => {
  if (text === null) return value === null ? '' : `${value} (${how})`
  if (value === text) return value
  return value === null ? `no date found ${quote(text)}` : `${value} ${quote(text)}`
}

const figureWords = ({ kind, of, low, high, text }: Figure, quote: Quoting): string =>
  [range(low, high), ...(of === null ? [] : [printable(of)]), ...(kind === 'other' ? [] : [kind]), quote(text)].join(' ')

const count = (value: number) => value.toLocaleString('en')

const range = (low: number | null, high: number | null): string => {
  if (low === null) return `up to ${count(high ?? 0)}`
  if (high === null) return `${count(low)} or more`
  return low === high ? count(low) : `${count(low)} to ${count(high)}`
}

const voice = ({ attribution, certainty }: Claim, colours: Colours, quote: Quoting): string => {
  const sure = certainty === 'certain' ? colours.dim('certain') : colours.yellow(certainty)
  if (attribution.length === 0) return `${colours.dim('the publisher,')} ${sure}`
  return `${attribution.map((link) => speaker(link, quote)).join(', citing ')}, ${sure}`
}

const speaker = ({ source, cue }: Attribution, quote: Quoting): string => {
  const name = source === null ? 'somebody unnamed' : printable(source.name)
  const words = [source, cue].filter((part) => part !== null && !shows(part.text, name)) as readonly Quote[]
  return [name, ...words.map(({ text }) => quote(text))].join(' ')
}

/** Who a claim comes from in the end: the innermost source. */
export const sourceName = ({ attribution }: Claim): string => {
  const innermost = attribution.at(-1)
  if (!innermost) return 'the publisher'
  return innermost.source === null ? 'somebody unnamed' : printable(innermost.source.name)
}
