import { findActors } from '../record/query/actors.js'
import type { ActorRow } from '../record/query/rows.js'
import { listCommand } from './listing.js'

/** `herodot actors` */
export const actors = listCommand<ActorRow>({
  name: 'actors',
  summary: 'list who acts and who is acted upon',
  about:
    'Lists groups, states, forces and office-holders that claims are about, those with most claims first. Private persons are not listed.',
  orders: ['newest'],
  find: findActors,
  columns: [
    { title: 'Id', value: ({ id }) => id },
    { title: 'Name', value: ({ name }) => name },
    { title: 'Code', value: ({ code }) => code },
    { title: 'Wikidata', value: ({ wikidata }) => wikidata, only: 'csv' },
    { title: 'Claims', value: ({ claims }) => claims, right: true },
  ],
})
