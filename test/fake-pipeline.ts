import { createHash } from 'node:crypto'
import type { ActorFiller, Claim, ClaimType, Coder, PlaceFiller, Quote } from '../src/claim.js'
import type { OpenReader } from '../src/reader.js'
import type { Report, Span } from '../src/report.js'

/** A reader that needs no model: it finds "A attacked B in C on 2016-11-01, D said" a line, and reads nothing else. */
const LINE =
  /(?<actor>[A-Z][\w ]*?|the army|rebels) (?<verb>attacked|seized|fled|met|left)(?: (?<recipient>(?!in |on )[\w ]+?))?(?: in (?<place>[A-Z]\w+))?(?: on (?<time>[\d./-]+))?(?: killing (?<figure>\d+))?(?:, (?<source>\w+) (?<cue>said))?$/

const TYPES: { readonly [verb: string]: readonly [ClaimType, string | null] } = {
  attacked: ['ASSAULT', 'firearms'],
  seized: ['COERCE', 'seize'],
  fled: ['DISPLACE', null],
  met: ['CONSULT', null],
  left: ['WHEREABOUTS', null],
}

/** Degrees of places. */
const PLACES: { readonly [name: string]: readonly [geonameid: number, country: string, admin1: string, lat: number, lon: number] } = {
  Mosul: [99072, 'IRQ', 'Nineveh', 36.335, 43.1189],
  Gogjali: [94376, 'IRQ', 'Nineveh', 36.347, 43.237],
  Tikrit: [90150, 'IRQ', 'Salah al-Din', 34.607, 43.678],
  Kyiv: [703448, 'UKR', 'Kyiv City', 50.454, 30.524],
  Suva: [2198148, 'FJI', 'Central', -18.1416, 178.4415],
  Apia: [4035413, 'WSM', 'Tuamasaga', -13.8333, -171.7667],
}

const CODES: { readonly [name: string]: string } = { 'the army': 'IRQ:MIL', rebels: 'SYR:REB', Iraq: 'IRQ:GOV', Taliban: 'AFG:UAF' }

const CODER: Coder = { name: 'fake', version: process.env.FAKE_VERSION ?? '1', model: 'none' }

export const openReader: OpenReader = async () => ({
  coder: CODER,
  read: async (report) => {
    if (report.text.includes('UNREADABLE')) throw new Error('unreadable')
    return { claims: fakeClaims(report, CODER), problems: [] }
  },
  close: () => {},
})

export const fakeClaims = (report: Report, coder: Coder = CODER): readonly Claim[] => {
  const claims: Claim[] = []
  for (const line of report.text.matchAll(/[^\n]+/g)) {
    const sentence = { start: line.index, end: line.index + line[0].length }
    const match = LINE.exec(line[0])
    if (!match) continue
    const parts = match.groups as { readonly [name: string]: string | undefined }
    const at = (words: string, last = false): Quote => {
      const start = sentence.start + (last ? line[0].lastIndexOf(words) : line[0].indexOf(words))
      return { span: { start, end: start + words.length }, text: words }
    }
    const [type, mode] = TYPES[parts.verb!]!
    const trigger = at(parts.verb!)
    const time = parts.time
    claims.push({
      id: idOf(report, coder, trigger.span, type),
      type: coder.version === '2' && parts.verb === 'fled' ? 'RETREAT' : type,
      mode,
      sentence,
      trigger,
      actor: [actor(at(parts.actor!))],
      recipient: parts.recipient ? [actor(at(parts.recipient))] : [],
      place: parts.place ? [place(at(parts.place, true))] : [],
      time: time
        ? { ...at(time), value: time, precision: time.includes('/') ? 'interval' : 'day', how: 'explicit' }
        : { span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' },
      figures: parts.figure
        ? [{ ...at(parts.figure, true), kind: 'killed', of: null, low: Number(parts.figure), high: Number(parts.figure) }]
        : [],
      status: 'actual',
      negated: false,
      background: false,
      certainty: parts.source ? 'probable' : 'certain',
      attribution: parts.source ? [{ source: { ...at(parts.source, true), name: parts.source, code: null }, cue: at('said', true) }] : [],
      codes: { plover: { type, mode, contexts: [] }, cameo: null, quadClass: null, acled: null },
      confidence: 0.5 + (trigger.span.start % 50) / 100,
    })
  }
  return claims
}

const idOf = (report: Report, { name, version, model }: Coder, span: Span, type: string) =>
  createHash('sha256').update([report.sha256.text, name, version, model, span.start, span.end, type].join('\n')).digest('hex').slice(0, 16)

const actor = (words: Quote): ActorFiller => ({
  ...words,
  name: words.text,
  code: CODES[words.text] ?? null,
  actor: words.text === 'Taliban' ? 'taliban' : null,
  wikidata: null,
  how: 'words',
})

const place = (words: Quote): PlaceFiller => {
  const known = PLACES[words.text]
  if (!known)
    return {
      ...words,
      name: words.text,
      country: null,
      geonameid: null,
      lat: null,
      lon: null,
      admin1: null,
      precision: 'unknown',
      alternatives: [],
      how: 'unresolved',
    }
  const [geonameid, country, admin1, lat, lon] = known
  return { ...words, name: words.text, country, geonameid, lat, lon, admin1, precision: 'town', alternatives: [], how: 'gazetteer' }
}
