import { findIncidents } from '../record/query/incidents.js'
import type { IncidentRow } from '../record/query/rows.js'
import { daysWords, typeOf } from './claim-words.js'
import { listCommand } from './listing.js'

/** `herodot incidents` */
export const incidents = listCommand<IncidentRow>({
  name: 'incidents',
  summary: 'list happenings that claims tell of',
  about:
    'Lists incidents: claims of one or more reports about one happening. An incident is listed where one of its claims meets the filters.',
  orders: ['newest', 'oldest'],
  find: findIncidents,
  columns: [
    { title: 'Id', value: ({ id }) => id.slice(0, 8), whole: true, only: 'table' },
    { title: 'Id', value: ({ id }) => id, whole: true, only: 'csv' },
    { title: 'Type', value: typeOf },
    { title: 'When', value: daysWords },
    {
      title: 'Where',
      value: ({ place }) => place && (place.country === null ? place.name : `${place.name} (${place.country})`),
      only: 'table',
    },
    { title: 'Where', value: ({ place }) => place?.name ?? null, only: 'csv' },
    { title: 'Country', value: ({ place }) => place?.country ?? null, only: 'csv' },
    { title: 'Precision', value: ({ place }) => place?.precision ?? null, only: 'csv' },
    { title: 'Lat', value: ({ place }) => place?.lat ?? null, only: 'csv' },
    { title: 'Lon', value: ({ place }) => place?.lon ?? null, only: 'csv' },
    { title: 'Who', value: ({ actors }) => actors.join('; ') },
    { title: 'Whom', value: ({ recipients }) => recipients.join('; '), spare: 1 },
    { title: 'Claims', value: ({ claims }) => claims, right: true, spare: 2 },
    { title: 'Reports', value: ({ reports }) => reports, right: true },
    { title: 'Origins', value: ({ origins }) => origins, right: true },
    { title: 'Disputed', value: ({ contradictions }) => contradictions, right: true },
    { title: 'Published', value: ({ lastPublished }) => lastPublished, whole: true, spare: 3 },
  ],
})
