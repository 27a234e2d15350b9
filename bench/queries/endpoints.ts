import type { Samples } from './samples.js'

const FIELDS = ['type', 'actor', 'place', 'time', 'figures', 'certainty', 'attribution'] as const

/** Every endpoint that reads the record, and its path when it is asked for the n-th time. */
export const endpoints = (samples: Samples): readonly (readonly [what: string, path: (n: number) => string])[] => {
  const of = (list: readonly string[], n: number) => encodeURIComponent(list[n % list.length]!)
  const month = (n: number) => of(samples.months, n)
  const place = (n: number) => encodeURIComponent(samples.places[n % samples.places.length]!.id)
  const filtered = (path: string): readonly (readonly [string, (n: number) => string])[] => {
    const and = path.includes('?') ? '&' : '?'
    return [
      [path, () => path],
      [`${path}${and}since=`, (n) => `${path}${and}since=${month(n)}`],
      [`${path}${and}type=`, (n) => `${path}${and}type=${['ASSAULT', 'COERCE', 'PROTEST'][n % 3]}`],
      [`${path}${and}as-of=`, (n) => `${path}${and}as-of=${month(n)}`],
      [`${path}${and}text=`, (n) => `${path}${and}text=${of(samples.words, n)}`],
    ]
  }
  return [
    ['/summary', () => '/summary'],
    ...['/claims', '/claims/count', '/incidents', '/incidents/count', '/reports', '/reports/count', '/actors', '/places'].flatMap(filtered),
    ...[
      '/map',
      '/network',
      '/timeline?unit=day',
      '/timeline?unit=month',
      '/queue?order=least-certain',
      '/queue?order=contradicted',
    ].flatMap(filtered),
    ['/claims/{id}', (n) => `/claims/${of(samples.claims, n)}`],
    ['/claims/{id}/why?field=', (n) => `/claims/${of(samples.claims, n)}/why?field=${FIELDS[n % FIELDS.length]}`],
    ['/incidents/{id}', (n) => `/incidents/${of(samples.incidents, n)}`],
    ['/reports/{id}', (n) => `/reports/${of(samples.reports, n)}`],
    ['/actors/{id}', (n) => `/actors/${of(samples.actors, n)}`],
    ['/places/{id}', (n) => `/places/${place(n)}`],
    ['/sources?kind=publisher', () => '/sources?kind=publisher'],
    ['/sources?kind=origin', () => '/sources?kind=origin'],
    ['/pairs', () => '/pairs'],
    ['/changes?since=', (n) => `/changes?since=${month(n)}-01`],
    ['/decisions', () => '/decisions'],
    ['/decisions/pending', () => '/decisions/pending'],
    ['/double-coding', () => '/double-coding'],
  ]
}
