import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openGazetteer } from '../gazetteer.js'
import { readCodes } from '../sources.js'
import { userGazetteerFile } from '../user-gazetteer.js'
import { readPlaces } from './places.js'
import { storePlaces } from './store-places.js'

const codes = readCodes()
const home = mkdtempSync(join(tmpdir(), 'herodot-'))
afterAll(() => rmSync(home, { recursive: true }))

async function* chunks(text: string, size = 7) {
  const bytes = Buffer.from(text)
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
const read = (text: string) => readPlaces(chunks(text), codes)

const dumpLine = (
  id: string,
  name: string,
  others: string,
  lat: string,
  lon: string,
  feature: string,
  country: string,
  admin1: string,
  population: string,
) => {
  const [featureClass, featureCode] = feature.split('.')
  return [
    id,
    name,
    name,
    others,
    lat,
    lon,
    featureClass,
    featureCode,
    country,
    '',
    admin1,
    '',
    '',
    '',
    population,
    '',
    '10',
    'Asia/Baghdad',
    '2020-01-01',
  ].join('\t')
}

describe('readPlaces', () => {
  it('reads a GeoNames dump', async () => {
    const { places, leftOut, faults } = await read(
      [
        dumpLine('1', 'Tall Ṣuwāb', 'Tell Suwab,تل', '36.2', '43.1', 'P.PPL', 'IQ', '15', '120'),
        dumpLine('2', 'Some Well', '', '36.2', '43.1', 'S.WLL', 'IQ', '15', '0'),
        dumpLine('3', 'Wadi Example', '', '36.3', '43.2', 'H.WAD', 'IQ', '15', '0'),
      ].join('\n'),
    )
    expect(faults).toEqual([])
    expect(leftOut).toBe(1)
    expect(places).toMatchObject([
      { geonameid: 1, name: 'Tall Ṣuwāb', country: 'IRQ', admin1: 'Nineveh', kind: 'city', population: 120 },
      { name: 'Wadi Example', kind: 'water' },
    ])
    expect(places[0]?.names.map(({ name }) => name)).toEqual(['Tall Ṣuwāb', 'Tell Suwab'])
  })

  it.each([',', ';', '\t'])('reads a table separated by %j', async (separator) => {
    const table = [
      ['Name', 'Latitude', 'Longitude', 'Country', 'admin1', 'type', 'names'],
      ['"Example, Lower"', '36.5', '43.5', 'Iraq', 'Nineveh', 'village', 'Exempel|Mithal'],
      ['Camp Example', '36.6', '43.6', 'IQ', '', 'camp', ''],
    ]
    const { places, faults } = await read(table.map((row) => row.join(separator)).join('\r\n'))
    expect(faults).toEqual([])
    expect(places).toMatchObject([
      { name: 'Example, Lower', country: 'IRQ', kind: 'city', names: [{ match: 'known' }, { name: 'Exempel' }, { name: 'Mithal' }] },
      { name: 'Camp Example', country: 'IRQ', kind: 'facility' },
    ])
  })

  it.each<[string, string, string, number]>([
    ['a bad latitude', 'name,lat,lon\nA,91,0\nB,1,1', 'gazetteer/coordinates', 2],
    ['words for degrees', 'name,lat,lon\nA,north,0', 'gazetteer/coordinates', 2],
    ['an empty name', 'name,lat,lon\n,1,1', 'gazetteer/name', 2],
    ['an unknown country', 'name,lat,lon,country\nA,1,1,Atlantis', 'gazetteer/country', 2],
    ['an unknown type', 'name,lat,lon,type\nA,1,1,thing', 'gazetteer/type', 2],
    ['a line of a dump that is cut', `${dumpLine('1', 'A', '', '1', '1', 'P.PPL', 'IQ', '15', '0')}\n2\tB`, 'gazetteer/columns', 2],
    ['a file of another kind', 'hello', 'gazetteer/format', 1],
    ['a zip archive', 'PK\u0003\u0004....', 'gazetteer/zip', 1],
    ['an empty file', '', 'gazetteer/empty', 0],
  ])('tells of %s', async (_, text, code, line) => {
    const { faults } = await read(text)
    expect(faults).toMatchObject([{ code, line }])
  })

  it('keeps the good lines beside bad ones', async () => {
    expect((await read('\uFEFFname,lat,lon\nA,91,0\n\n# note\nB,1,1')).places.map(({ name }) => name)).toEqual(['B'])
  })
})

describe('storePlaces', () => {
  it('adds, brings up to date, and is opened with the built gazetteer', async () => {
    const env = { HERODOT_HOME: home }
    const first = await read('name,lat,lon,country,type,names\nQwertzabad,36.5,43.5,IRQ,village,Qwertz Town\nMosulito,36,43,IRQ,town,')
    expect(storePlaces(first.places, env)).toMatchObject({ added: 2, renewed: 0, total: 2 })
    const second = await read('name,lat,lon,country,type\nQwertzabad,36.5,43.5,IRQ,camp\nNewplace,1,1,KEN,town')
    expect(storePlaces(second.places, env)).toMatchObject({ added: 1, renewed: 1, total: 3 })

    const gazetteer = openGazetteer(undefined, userGazetteerFile(env))
    expect(gazetteer.lookup('Qwertzabad')).toMatchObject([{ country: 'IRQ', kind: 'facility', match: 'known' }])
    expect(gazetteer.lookup('Mosul')[0]?.country).toBe('IRQ')
    expect(readFileSync(join(home, 'places.tsv'), 'utf8').split('\n').length).toBe(5)
  })
})
