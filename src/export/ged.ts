import type { ActorFiller, Figure, PlacePrecision } from '../claim.js'
import { countryName } from './country.js'
import { type Cell, table } from './delimited.js'
import { type ExportEvent, wordsAt } from './event.js'

/** Columns of the UCDP Georeferenced Event Dataset, in their order (GED codebook 24.1). */
export const GED_COLUMNS = [
  'id', 'relid', 'year', 'active_year', 'code_status', 'type_of_violence', 'conflict_dset_id', 'conflict_new_id', 'conflict_name',
  'dyad_dset_id', 'dyad_new_id', 'dyad_name', 'side_a_dset_id', 'side_a_new_id', 'side_a', 'side_b_dset_id', 'side_b_new_id', 'side_b',
  'number_of_sources', 'source_article', 'source_office', 'source_date', 'source_headline', 'source_original', 'where_prec',
  'where_coordinates', 'where_description', 'adm_1', 'adm_2', 'latitude', 'longitude', 'geom_wkt', 'priogrid_gid', 'country',
  'country_id', 'region', 'event_clarity', 'date_prec', 'date_start', 'date_end', 'deaths_a', 'deaths_b', 'deaths_civilians',
  'deaths_unknown', 'best', 'high', 'low', 'gwnoa', 'gwnob',
] as const // biome-ignore format: as in the codebook

type Row = Readonly<Record<(typeof GED_COLUMNS)[number], Cell>>

/**
 * Incidents with deaths, shaped as GED events. Identifiers and statuses that UCDP gives are left empty. `number_of_sources` is
 * the number of independent origins, `source_article` where the words are, `source_original` who says so.
 */
export const ged = (events: Iterable<ExportEvent>): Iterable<string> => table(GED_COLUMNS, events, gedRow)

export const gedRow = (event: ExportEvent): Row | null => {
  const { lead, incident, place, killed } = event
  if (killed === null || Math.max(killed.best ?? 0, killed.high ?? 0, killed.low ?? 0) < 1 || !DEADLY.has(lead.claim.type)) return null
  const [a] = event.actors
  const [b] = event.recipients
  const kind = violenceOf(a, b)
  const reports = [...new Map(event.claims.map((row) => [row.report.id, row.report])).values()]
  const split = deathsOf(event, killed.best)
  return {
    id: null,
    relid: null,
    year: event.from === null ? null : Number(event.from.slice(0, 4)),
    active_year: null,
    code_status: null,
    type_of_violence: kind,
    conflict_dset_id: null,
    conflict_new_id: null,
    conflict_name: null,
    dyad_dset_id: null,
    dyad_new_id: null,
    dyad_name: a ? `${a.name} - ${kind === 3 ? 'Civilians' : (b?.name ?? 'unknown')}` : null,
    side_a_dset_id: null,
    side_a_new_id: null,
    side_a: a?.name ?? null,
    side_b_dset_id: null,
    side_b_new_id: null,
    side_b: kind === 3 ? 'Civilians' : (b?.name ?? null),
    number_of_sources: incident.origins,
    source_article: [
      ...new Set(event.claims.flatMap((row) => [row.report.url ?? row.report.doc, wordsAt(row)].filter(Boolean).join(' ') || [])),
    ].join('; '),
    source_office: event.publishers.join(';') || null,
    source_date: reports.flatMap(({ published }) => published?.slice(0, 10) ?? []).join(';') || null,
    source_headline: reports.flatMap(({ title }) => title ?? []).join(';') || null,
    source_original: event.origins.join(';') || null,
    where_prec: place === null ? null : WHERE_PRECISION[place.precision],
    where_coordinates: place?.name ?? null,
    where_description: place?.text ?? null,
    adm_1: place?.admin1 ?? null,
    adm_2: null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geom_wkt: place === null || place.lat === null ? null : `POINT (${place.lon} ${place.lat})`,
    priogrid_gid: place === null || place.lat === null || !FINE.has(place.precision) ? null : priogrid(place.lat, place.lon!),
    country: countryName(place?.country ?? null),
    country_id: null,
    region: null,
    event_clarity: event.days === null || event.days > 1 ? 2 : 1,
    date_prec: event.days === null ? null : event.days === 1 ? 1 : event.days <= 6 ? 2 : event.days === 7 ? 3 : event.days <= 31 ? 4 : 5,
    date_start: event.from,
    date_end: event.to,
    ...split,
    best: killed.best,
    high: killed.high,
    low: killed.low,
    gwnoa: null,
    gwnob: null,
  }
}

const DEADLY = new Set(['ASSAULT', 'TOLL', 'COERCE', 'PROTEST'])
const FINE = new Set<PlacePrecision>(['exact', 'near', 'town'])

/** 1 an exact place, 2 within about 25 km, 3 a district, 4 a province, 5 an area, 6 a country. */
const WHERE_PRECISION: Readonly<Record<PlacePrecision, number | null>> = {
  exact: 1,
  town: 1,
  near: 2,
  district: 3,
  province: 4,
  region: 5,
  country: 6,
  unknown: null,
}

const STATE = new Set(['MIL', 'COP', 'GOV', 'SPY'])
const ARMED = new Set(['REB', 'UAF', 'PRM', 'CRM'])

const sectorOf = (actor: ActorFiller | undefined): string => actor?.code?.split(':')[1] ?? ''

/** 1 a state is a side, 2 armed groups without a state, 3 against civilians; null where the sides are not known. */
const violenceOf = (a: ActorFiller | undefined, b: ActorFiller | undefined): 1 | 2 | 3 | null => {
  const [x, y] = [sectorOf(a), sectorOf(b)]
  if ((STATE.has(x) || ARMED.has(x)) && y !== '' && !STATE.has(y) && !ARMED.has(y)) return 3
  if ((STATE.has(x) && ARMED.has(y)) || (ARMED.has(x) && STATE.has(y)) || (STATE.has(x) && STATE.has(y))) return 1
  return ARMED.has(x) && ARMED.has(y) ? 2 : null
}

type Deaths = Pick<Row, 'deaths_a' | 'deaths_b' | 'deaths_civilians' | 'deaths_unknown'>

export const CIVILIANS = /\b(?:civilians?|children|women|villagers|residents|students|journalists|aid workers|worshippers)\b/i

/** Only what the words say is shared out: civilians where they are counted as such, all else is of unknown side. */
const deathsOf = ({ claims }: ExportEvent, best: number | null): Deaths => {
  const figures = claims.flatMap(({ claim }) => (claim.negated ? [] : claim.figures)).filter(({ kind }) => kind === 'killed')
  const civilian = Math.max(0, ...figures.filter(({ of }) => CIVILIANS.test(of ?? '')).map(countOf))
  if (best === null) return { deaths_a: null, deaths_b: null, deaths_civilians: null, deaths_unknown: null }
  const civilians = Math.min(best, civilian)
  return { deaths_a: 0, deaths_b: 0, deaths_civilians: civilians, deaths_unknown: best - civilians }
}

const countOf = ({ low, high }: Figure): number => low ?? high ?? 0

/** Number of the PRIO-GRID cell of half a degree (Tollefsen, Strand and Buhaug 2012), from 1 in the south-west. */
export const priogrid = (lat: number, lon: number): number =>
  Math.min(359, Math.floor((lat + 90) * 2)) * 720 + Math.min(719, Math.floor((lon + 180) * 2)) + 1
