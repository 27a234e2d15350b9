import type { ActorFiller, PlacePrecision } from '../claim.js'
import { countryName, countryNumber } from './country.js'
import { type Cell, table } from './delimited.js'
import { allWordsAt, type ExportEvent } from './event.js'

/** Columns of ACLED's export, in their order (ACLED codebook, 2024). */
export const ACLED_COLUMNS = [
  'event_id_cnty', 'event_date', 'year', 'time_precision', 'disorder_type', 'event_type', 'sub_event_type', 'actor1', 'assoc_actor_1',
  'inter1', 'actor2', 'assoc_actor_2', 'inter2', 'interaction', 'civilian_targeting', 'iso', 'region', 'country', 'admin1', 'admin2',
  'admin3', 'location', 'latitude', 'longitude', 'geo_precision', 'source', 'source_scale', 'notes', 'fatalities', 'tags', 'timestamp',
] as const // biome-ignore format: as in the codebook

type Row = Readonly<Record<(typeof ACLED_COLUMNS)[number], Cell>>

/**
 * Events shaped as ACLED's. Their ids, regions, scales and second and third divisions are left empty, and so is a date that no
 * claim gives; `tags` has our incident, the number of independent origins, and where the words are.
 */
export const acled = (events: Iterable<ExportEvent>): Iterable<string> => table(ACLED_COLUMNS, events, acledRow)

export const acledRow = (event: ExportEvent): Row | null => {
  const { lead, incident, place } = event
  const code = lead.claim.codes.acled
  if (code === null) return null
  const [actor1, ...more1] = event.actors
  const [actor2, ...more2] = event.recipients
  const inter1 = interOf(actor1, code.event)
  const inter2 = interOf(actor2, '')
  const civilians = [actor1, actor2].map((actor) => (actor === actor2 ? inter2 : inter1)).includes('Civilians') && inter2 === 'Civilians'
  return {
    event_id_cnty: null,
    event_date: event.from,
    year: event.from === null ? null : Number(event.from.slice(0, 4)),
    time_precision: event.days === null ? null : event.days === 1 ? 1 : event.days <= 7 ? 2 : event.days <= 31 ? 3 : null,
    disorder_type: DISORDER[code.event] ?? null,
    event_type: code.event,
    sub_event_type: code.subEvent,
    actor1: actor1?.name ?? null,
    assoc_actor_1: names(more1),
    inter1,
    actor2: actor2?.name ?? null,
    assoc_actor_2: names(more2),
    inter2,
    interaction: inter1 === null ? null : inter2 === null ? `${inter1} only` : `${inter1}-${inter2}`,
    civilian_targeting: civilians && DISORDER[code.event] === 'Political violence' ? 'Civilian targeting' : null,
    iso: countryNumber(place?.country ?? null),
    region: null,
    country: countryName(place?.country ?? null),
    admin1: place?.admin1 ?? null,
    admin2: null,
    admin3: null,
    location: place?.name ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geo_precision: place === null ? null : GEO_PRECISION[place.precision],
    source: event.publishers.join('; '),
    source_scale: null,
    notes: lead.sentence,
    fatalities: event.killed?.best ?? null,
    tags: `incident=${incident.id}; origins=${incident.origins}; ${event.killed === null ? '' : `fatalities by rule ${event.killed.rule}: low ${event.killed.low}, high ${event.killed.high}; `}words=${allWordsAt(event.claims).join(' ')}`,
    timestamp: secondsOf(incident.lastPublished),
  }
}

/** Seconds since 1970; null for less than a day. */
const secondsOf = (published: string | null): number | null =>
  published === null || published.length < 'YYYY-MM-DD'.length ? null : Math.floor(Date.parse(published) / 1000)

const DISORDER: Readonly<Record<string, string>> = {
  Battles: 'Political violence',
  'Explosions/Remote violence': 'Political violence',
  'Violence against civilians': 'Political violence',
  Protests: 'Demonstrations',
  Riots: 'Demonstrations',
  'Strategic developments': 'Strategic developments',
}

/** ACLED knows a town (1), a part of a region (2) and a larger region (3); of a country alone it has no event. */
const GEO_PRECISION: Readonly<Record<PlacePrecision, number | null>> = {
  exact: 1,
  town: 1,
  near: 2,
  district: 2,
  province: 3,
  region: 3,
  country: null,
  unknown: null,
}

const INTER: Readonly<Record<string, string>> = {
  MIL: 'State forces', COP: 'State forces', GOV: 'State forces', SPY: 'State forces', PRM: 'Political militia', REB: 'Rebel group',
  UAF: 'Rebel group', CRM: 'Political militia', CVL: 'Civilians', REF: 'Civilians', JRN: 'Civilians', MED: 'Civilians', EDU: 'Civilians',
  AGR: 'Civilians', BUS: 'Civilians', LAB: 'Civilians', REL: 'Civilians', SOC: 'Civilians', ELI: 'Civilians',
} // biome-ignore format: a table

const interOf = (actor: ActorFiller | undefined, event: string): string | null => {
  if (event === 'Protests') return 'Protesters'
  if (event === 'Riots') return 'Rioters'
  const sector = actor?.code?.split(':')[1]
  return sector === undefined ? null : (INTER[sector] ?? null)
}

const names = (actors: readonly ActorFiller[]): string | null => (actors.length === 0 ? null : actors.map(({ name }) => name).join('; '))
