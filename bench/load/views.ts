import type { Chance } from '../generate/random.js'
import type { Samples } from '../queries/samples.js'

type Paths = (chance: Chance, samples: Samples) => readonly string[]

const overview = (filter: string): readonly string[] => {
  const and = (path: string) => (filter === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${filter}`)
  return ['/summary', ...['/map', '/claims/count', '/incidents/count', '/incidents?limit=100', '/timeline?unit=month'].map(and)]
}

/** Views of the application, and what their pages ask for. */
export const VIEWS: readonly (readonly [view: string, paths: Paths])[] = [
  ['overview', () => overview('')],
  ['overview, filtered', (chance, { places }) => overview(`place=${encodeURIComponent(chance.pick(places).name)}`)],
  ['overview, searched', (chance, { words }) => overview(`text=${encodeURIComponent(chance.pick(words))}`)],
  ['incident', (chance, { incidents }) => [`/incidents/${chance.pick(incidents)}`]],
  ['incident', (chance, { incidents }) => [`/incidents/${chance.pick(incidents)}?rule=median`]],
  ['reader', (chance, { reports }) => [`/reports/${chance.pick(reports)}`]],
  ['reader', (chance, { reports }) => [`/reports/${chance.pick(reports)}`]],
  ['actors', () => ['/actors?limit=100', '/network']],
  ['dossier', (chance, { actors }) => [`/actors/${chance.pick(actors)}`]],
  ['sources', () => ['/sources?kind=publisher']],
]
