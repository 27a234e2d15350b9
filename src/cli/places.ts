import { findPlaces } from '../record/query/places.js'
import type { PlaceRow } from '../record/query/rows.js'
import { listCommand } from './listing.js'

/** `herodot places` */
export const places = listCommand<PlaceRow>({
  name: 'places',
  summary: 'list where things happened',
  about: 'Lists the places of claims, those with most claims first.',
  orders: ['newest'],
  find: findPlaces,
  columns: [
    { title: 'Id', value: ({ id }) => id },
    { title: 'Name', value: ({ name }) => name },
    { title: 'Admin1', value: ({ admin1 }) => admin1 },
    { title: 'Country', value: ({ country }) => country },
    { title: 'Precision', value: ({ precision }) => precision },
    { title: 'Lat', value: ({ lat }) => lat, only: 'csv' },
    { title: 'Lon', value: ({ lon }) => lon, only: 'csv' },
    { title: 'Claims', value: ({ claims }) => claims, right: true },
  ],
})
