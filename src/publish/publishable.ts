import type { Claim, Figure, PlaceFiller, Quote } from '../claim.js'
import { CIVILIANS } from '../export/ged.js'
import type { ClaimRow } from '../record/index.js'
import { isPublic } from '../record/public-actor.js'
import { type Count, coarsen, coarseTime } from './coarsen.js'
import type { IdOf } from './numbering.js'
import type { Profile, Publishable } from './profile.js'

const NOWHERE = { start: 0, end: 0 }
const NO_CODES: Claim['codes'] = { plover: { type: null, mode: null, contexts: [] }, cameo: null, quadClass: null, acled: null }

/**
 * A claim as it may be published: as coarse as the profile wants, and with nothing in the fields that it does not name. Words of
 * the report, and where they stand, are gone unless they tell no more than the rest.
 */
export const publishable = (row: ClaimRow, profile: Profile, idOf: IdOf, count: Count): ClaimRow => {
  const { report } = row
  const has = (field: Publishable) => profile.fields.includes(field)
  const open = tellsNoMore(profile, row)
  const words = open && has('words')
  const withPublisher = profile.sources !== 'withheld'
  const claim = words ? coarsen(row.claim, profile, count) : withoutWords(coarsen(row.claim, profile, count))
  return {
    ...row,
    id: idOf('claim', row.id),
    report: {
      id: idOf('report', report.id),
      doc: '',
      publisher: has('publisher') && withPublisher ? report.publisher : null,
      url: has('url') && profile.sources === 'named' ? report.url : null,
      title: has('title') && open ? report.title : null,
      published: has('published') ? publishedTime(report.published, profile) : null,
      version: 1,
    },
    claim: {
      ...claim,
      actor: has('actors') ? claim.actor : [],
      recipient: has('recipients') ? claim.recipient : [],
      place: has('place') || has('coordinates') ? claim.place.map((place) => located(place, has('place'), has('coordinates'))) : [],
      time: has('time') ? claim.time : { span: null, text: null, value: null, precision: 'unknown', how: 'withheld' },
      figures: has('figures') ? claim.figures : [],
      attribution: has('attribution') ? claim.attribution : [],
      codes: has('codes') ? claim.codes : NO_CODES,
    },
    sentence: words ? row.sentence : '',
    incident: row.incident && idOf('incident', row.incident),
    origin: has('origins') && profile.sources === 'named' ? row.origin : null,
  }
}

/** Whether words of the report may stand in a publication: they tell all that is withheld or made coarser. */
const tellsNoMore = ({ place, time, names, sources }: Profile, { claim }: ClaimRow): boolean =>
  place === 'as-coded' &&
  time === 'as-coded' &&
  names === 'public' &&
  sources === 'named' &&
  [...claim.actor, ...claim.recipient].every(isPublic) &&
  claim.attribution.every(({ source }) => source === null || isPublic({ ...source, actor: null }))

/** The day of publication tells as much as the day of what happened. */
const publishedTime = (published: string | null, { time }: Profile): string | null => {
  if (published === null || time === 'withheld') return null
  return time === 'as-coded' ? published : coarseTime(published.slice(0, 10), time)
}

const located = (place: PlaceFiller, named: boolean, exact: boolean): PlaceFiller => ({
  ...place,
  ...(named ? {} : { name: '', country: null, admin1: null }),
  ...(exact ? {} : { lat: null, lon: null, geonameid: null, alternatives: [] }),
})

const silent = <Said extends Quote>(said: Said): Said => ({ ...said, span: NOWHERE, text: '' })

const withoutWords = (claim: Claim): Claim => ({
  ...claim,
  sentence: NOWHERE,
  trigger: silent(claim.trigger),
  actor: claim.actor.map((actor) => silent(actor)),
  recipient: claim.recipient.map((actor) => silent(actor)),
  place: claim.place.map((place) => ({ ...silent(place), alternatives: [] })),
  time: { ...claim.time, span: null, text: null },
  figures: claim.figures.map(counted),
  attribution: claim.attribution.map(({ source }) => ({ source: source && silent(source), cue: null })),
})

/** Of what is counted, only whether it is civilians. */
const counted = (figure: Figure): Figure => ({ ...silent(figure), of: CIVILIANS.test(figure.of ?? '') ? 'civilians' : null })
