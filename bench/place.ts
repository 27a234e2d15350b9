/**
 * Measures places against gold: the choice among the gazetteer's places and the gazetteer's coverage on TR-News and GeoVirus (gold
 * spans given), countries and names on the coded training reports. Half of the documents (by a hash of the name) are for
 * development, the other half only for measuring; of the coded reports both halves were read for errors.
 *
 * node -e "import('vite').then(v => v.runnerImport('./bench/place.ts'))" [-- held] [errors | errors-cover | errors-claims | errors-names]
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Span, spanKey } from '../src/report.js'
import { kilometresBetween } from '../src/resolve/place/distance.js'
import { countriesIn, openGazetteer, resolvePlaces } from '../src/resolve/place/index.js'

const DATA = resolve(import.meta.dirname, '../../shared/data')
const held = process.argv.includes('held')
const errors = process.argv.find((word) => word.startsWith('errors'))
const gazetteer = openGazetteer()

const isHeld = (name: string): boolean => Number.parseInt(createHash('sha256').update(name).digest('hex')[0]!, 16) % 2 === 1
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
/** The usual bound for the right place in geoparsing, 100 miles. */
const NEAR_KM = 161

interface GoldToponym {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lat?: number
  readonly lon?: number
  readonly geonameid?: number
  readonly name?: string
  readonly fcode?: string
  readonly country?: string | null
}

const COUNTRY_NAMES: Readonly<Record<string, string>> = { 'Palestinian Territory': 'PSE', Vatican: 'VAT' }

const measureToponyms = (file: string): void => {
  const documents = readFileSync(join(DATA, 'geo', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; text: string; title?: string; toponyms: GoldToponym[] })
    .filter(({ id }) => isHeld(id) === held)
  const seen = { gold: 0, ids: 0, exact: 0, near: 0, covered: 0, idCovered: 0, countries: 0, country: 0, resolved: 0 }
  const distances: number[] = []
  let milliseconds = 0
  for (const { id, text, title, toponyms } of documents) {
    const units: number[] = [0]
    for (const char of text) units.push(units.at(-1)! + char.length)
    const spans: Span[] = toponyms.map(({ start, end }) => ({ start: units[start]!, end: units[end]! }))
    const began = performance.now()
    const values = resolvePlaces(
      spans.map((span) => ({ span, text: text.slice(span.start, span.end) })),
      { text, title: title ?? null, publisher: null },
      gazetteer,
    )
    milliseconds += performance.now() - began
    toponyms.forEach((gold, i) => {
      if (gold.lat === undefined || gold.lon === undefined || gold.lat === null) return
      const value = values.get(spanKey(spans[i]!))!
      const point = { lat: gold.lat, lon: gold.lon! }
      const demonyms = countriesIn(gold.text).flatMap(({ country }) => gazetteer.country(country) ?? [])
      const known = [...gazetteer.lookup(gold.text), ...gazetteer.lookup(value.name), ...demonyms]
      const away = value.lat === null ? null : kilometresBetween({ lat: value.lat, lon: value.lon! }, point)
      const sameId = gold.geonameid !== undefined && gold.geonameid === value.geonameid
      const near = sameId || (away !== null && away <= NEAR_KM)
      const covered = known.some((one) => one.geonameid === gold.geonameid || kilometresBetween(one, point) <= NEAR_KM)
      seen.gold++
      if (near) seen.near++
      if (covered || near) seen.covered++
      if (away !== null) {
        seen.resolved++
        distances.push(sameId ? 0 : away)
      }
      if (gold.geonameid) {
        seen.ids++
        if (sameId) seen.exact++
        if (known.some((one) => one.geonameid === gold.geonameid)) seen.idCovered++
      }
      const country = gold.country
        ? (COUNTRY_NAMES[gold.country] ?? gazetteer.named(gold.country).find(({ kind }) => kind === 'country')?.country)
        : undefined
      if (country) {
        seen.countries++
        if (country === value.country) seen.country++
      }
      const wrong = gold.geonameid ? !sameId : !near
      if ((errors === 'errors' && wrong) || (errors === 'errors-cover' && !covered && !near))
        console.log(
          `${id} [${gold.text}] gold ${gold.name} ${gold.fcode ?? ''} ${gold.country ?? ''} ${gold.geonameid ?? ''} ${gold.lat.toFixed(2)},${gold.lon!.toFixed(2)} | ${value.name} ${value.country} ${value.admin1 ?? ''} ${value.geonameid} ${value.precision} ${value.how} ${away === null ? '' : `${Math.round(away)} km`} ${covered ? '' : 'NOT COVERED'} : ${text.slice(Math.max(0, spans[i]!.start - 40), spans[i]!.end + 25).replace(/\s+/g, ' ')}`,
        )
    })
  }
  console.log(
    `${file}: ${documents.length} documents, ${seen.gold} toponyms; exact id ${percent(seen.exact, seen.ids)} (covered ${percent(seen.idCovered, seen.ids)}); country ${percent(seen.country, seen.countries)}; ` +
      `within ${NEAR_KM} km ${percent(seen.near, seen.gold)} (covered ${percent(seen.covered, seen.gold)}); given coordinates ${percent(seen.resolved, seen.gold)}, median error ${median(distances).toFixed(0)} km; ${(milliseconds / documents.length).toFixed(1)} ms a document`,
  )
}

interface CodedPlace {
  readonly text: string
  readonly name: string | null
  readonly country: string | null
}

/** The span that a coded text names: `"12|words"` is of sentence 12, `"words#2"` the second occurrence. */
const locate = (text: string, sentences: readonly Span[], s: number, coded: string): Span | null => {
  const [, other, words, nth] = /^(?:(\d+)\|)?(.*?)(?:#(\d+))?$/s.exec(coded)!
  const sentence = sentences[other === undefined ? s : Number(other)]!
  let start = sentence.start - 1
  for (let left = Number(nth ?? 1); left > 0; left -= 1) {
    start = text.indexOf(words!, start + 1)
    if (start === -1) return null
  }
  return start < sentence.end ? { start, end: start + words!.length } : null
}

const plain = (name: string | null): string =>
  (name ?? '')
    .normalize('NFD')
    .replace(/[\p{M}.'’"“”]/gu, '')
    .toLowerCase()
    .replace(/-/g, ' ')
    .replace(/^(?:the|a|an) /, '')
    .replace(/ (?:province|department|state|district|city|governorate|municipality)$/, '')
    .trim()

const measureClaims = (): void => {
  const folder = join(DATA, 'claims/train')
  const groups = new Map<string, { n: number; country: number; name: number; resolved: number }>()
  const count = (group: string, country: boolean, name: boolean, resolved: boolean): void => {
    const row = groups.get(group) ?? { n: 0, country: 0, name: 0, resolved: 0 }
    groups.set(group, {
      n: row.n + 1,
      country: row.country + Number(country),
      name: row.name + Number(name),
      resolved: row.resolved + Number(resolved),
    })
  }
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.claims.json'))
    .sort()) {
    const doc = file.replace('.claims.json', '')
    if (isHeld(doc) !== held) continue
    const report = JSON.parse(readFileSync(join(folder, `${doc}.report.json`), 'utf8')) as {
      text: string
      title: string | null
      publisher: string | null
      sentences: [number, number][]
    }
    const units: number[] = [0]
    for (const char of report.text) units.push(units.at(-1)! + char.length)
    const sentences = report.sentences.map(([start, end]) => ({ start: units[start]!, end: units[end]! }))
    const { claims } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { claims: { s: number; place: CodedPlace[] }[] }
    const places = claims.flatMap(({ s, place }) =>
      place.flatMap((gold) => {
        const span = locate(report.text, sentences, s, gold.text)
        return span === null ? [] : [{ gold, span, text: report.text.slice(span.start, span.end) }]
      }),
    )
    const values = resolvePlaces(places, report, gazetteer)
    for (const { gold, span, text } of places) {
      const value = values.get(spanKey(span))!
      const country = value.country === gold.country
      const name = plain(value.name) === plain(gold.name ?? text)
      const kind = /\p{Lu}/u.test(
        text.replace(/^\p{Lu}\p{Ll}*/u, (first) => (/^(?:The|A|An|This|That|There|Its|Their|In|Much|Rebel)$/.test(first) ? '' : first)),
      )
        ? 'named'
        : 'described'
      for (const group of ['all', kind, `how ${value.how}`]) count(group, country, name, value.lat !== null)
      if ((errors === 'errors-claims' && !country) || (errors === 'errors-names' && !name))
        console.log(
          `${doc} [${text}] gold ${gold.name} ${gold.country} | ${value.name} ${value.country} ${value.precision} ${value.how}: ${report.text.slice(Math.max(0, span.start - 40), span.end + 25).replace(/\s+/g, ' ')}`,
        )
    }
  }
  console.log('coded reports: group, places, country, name, with coordinates')
  for (const [group, row] of [...groups].sort(([a], [b]) => a.localeCompare(b)))
    console.log([group, row.n, percent(row.country, row.n), percent(row.name, row.n), percent(row.resolved, row.n)].join('\t'))
}

if (!existsSync(DATA)) {
  console.error(`bench: ${DATA} is not there`)
  process.exit(2)
}
console.log(`${held ? 'held-out' : 'development'} half`)
measureToponyms('tr-news.jsonl')
measureToponyms('geovirus.jsonl')
measureClaims()
