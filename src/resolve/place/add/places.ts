import type { Codes, SourcePlace } from '../sources.js'
import { GEONAMES_COLUMNS, type LineFault, readGeonamesLine } from './geonames.js'
import { readHeader, readTableLine } from './table.js'

/** What a file of places holds. */
export interface PlacesRead {
  readonly places: readonly SourcePlace[]
  /** Features of a dump that the gazetteer does not take (roads, wells, hotels). */
  readonly leftOut: number
  readonly faults: readonly (LineFault & { readonly line: number })[]
}

/** More would not fit in memory while the file is built; all of a large country fits. */
const MOST_PLACES = 3_000_000

const ZIP = 'PK\u0003\u0004'

/** Cuts chunks of UTF-8 into lines. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line
  }
  if (rest !== '') yield rest
}

type LineReader = (line: string) => ReturnType<typeof readGeonamesLine>

const readerFor = (first: string, codes: Codes): { readonly read: LineReader; readonly isHeader: boolean } | LineFault => {
  if (first.startsWith(ZIP)) return { code: 'gazetteer/zip', message: 'this is a zip archive: unpack it and give the text file in it' }
  if (first.split('\t').length === GEONAMES_COLUMNS) return { read: (line) => readGeonamesLine(line, codes), isHeader: false }
  const header = readHeader(first)
  if (header === null)
    return {
      code: 'gazetteer/format',
      message: 'neither a GeoNames dump (19 columns between tabs) nor a table whose first line names the columns name, lat and lon',
    }
  return { read: (line) => readTableLine(line, header, codes), isHeader: true }
}

/** Reads places from a GeoNames dump or a table of one's own, told apart by the first line. A bad line is left out and told. */
export const readPlaces = async (chunks: AsyncIterable<Uint8Array>, codes: Codes): Promise<PlacesRead> => {
  const places: SourcePlace[] = []
  const faults: (LineFault & { readonly line: number })[] = []
  let leftOut = 0
  let number = 0
  let read: LineReader | null = null
  for await (const text of linesOf(chunks)) {
    number++
    const line = number === 1 ? text.replace(/^\uFEFF/, '') : text
    if (line.trim() === '' || line.startsWith('#')) continue
    if (read === null) {
      const reader = readerFor(line, codes)
      if ('code' in reader) return { places, leftOut, faults: [{ ...reader, line: number }] }
      read = reader.read
      if (reader.isHeader) continue
    }
    const result = read(line)
    if ('code' in result) faults.push({ ...result, line: number })
    else if (result.place === null) leftOut++
    else if (places.length < MOST_PLACES) places.push(result.place)
    else
      return {
        places,
        leftOut,
        faults: [
          ...faults,
          {
            code: 'gazetteer/too-many',
            message: `only the first ${MOST_PLACES} places were taken: add the dumps of single countries`,
            line: number,
          },
        ],
      }
  }
  if (read === null) faults.push({ code: 'gazetteer/empty', message: 'the file holds no places', line: number })
  return { places, leftOut, faults }
}
