import type { Profile, Publishable } from './profile.js'

type Table = 'claims' | 'fillers' | 'incidents'

/** The field by whose leave a column of an exporter's table is published. A column that is not here is not. */
const FIELD_OF: { readonly [table in Table]: { readonly [column: string]: Publishable | 'always' } } = {
  claims: {
    id: 'always', incident: 'always', report: 'url', publisher: 'publisher', published: 'published', url: 'url', type: 'type', mode: 'type',
    trigger: 'words', time: 'time', time_precision: 'time', when: 'time', when_precision: 'time', place: 'place', admin1: 'place',
    country: 'place', place_precision: 'place', latitude: 'coordinates', longitude: 'coordinates', actors: 'actors', actor_codes: 'actors',
    recipients: 'recipients', recipient_codes: 'recipients', killed_low: 'figures', killed_high: 'figures', injured_low: 'figures',
    injured_high: 'figures', displaced_low: 'figures', displaced_high: 'figures', figures: 'words', status: 'status', negated: 'negated',
    background: 'background', certainty: 'certainty', plover: 'codes', cameo: 'codes', quad_class: 'codes', acled_event: 'codes',
    acled_sub_event: 'codes', says: 'attribution', origin: 'origins', origins: 'origins', verdict: 'verdict', confidence: 'confidence',
    sentence: 'words', words: 'words',
  },
  fillers: {
    claim: 'always', role: 'always', start: 'words', end: 'words', text: 'words', name: 'always', code: 'always', lat: 'coordinates',
    lon: 'coordinates', low: 'figures', high: 'figures',
  },
  incidents: {
    id: 'always', type: 'type', mode: 'type', from: 'time', to: 'time', place: 'place', country: 'place', admin1: 'place', precision: 'place',
    geonameid: 'coordinates', lat: 'coordinates', lon: 'coordinates', actors: 'actors', recipients: 'recipients', claims: 'always',
    reports: 'always', origins: 'always', first_published: 'published', last_published: 'published',
  },
} // biome-ignore format: a table

export const isPublished = ({ fields }: Profile, table: Table, column: string): boolean => {
  const field = FIELD_OF[table][column]
  return field === 'always' || (field !== undefined && fields.includes(field))
}
