import { readFileSync } from 'node:fs'
import type { Coder } from './claim.js'
import { codeClaims } from './code/claims.js'
import { loadCodebook } from './code/codebook.js'
import { layersOf, NO_LAYERS } from './layers.js'
import { ReaderModel } from './parse/model.js'
import { parseReport } from './parse/read.js'
import type { OpenReader } from './reader.js'
import type { Report } from './report.js'
import { openGazetteer } from './resolve/place/index.js'
import { resolveReport } from './resolve/report.js'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** The language that the reader model knows; a report whose language could not be told is read as this. */
const LANGUAGE = 'eng'

/**
 * Opens model, codebook and gazetteer, and gives the per-report stages as one function:
 * parse, then resolve, then code. Reports share nothing, so that they can be read by any number of workers.
 */
export const openReader: OpenReader = async () => {
  const opening = ReaderModel.open()
  opening.catch(() => {}) // told below, unless the gazetteer fails first
  const gazetteer = openGazetteer()
  const codebook = loadCodebook()
  const model = await opening
  const coder: Coder = { name: 'herodot', version, model: model.manifest.hash }
  return {
    coder,
    async read(report: Report, { layers = false } = {}) {
      if (report.language !== null && report.language !== LANGUAGE)
        return { claims: [], problems: [], ...(layers && { layers: NO_LAYERS }) }
      const parse = await parseReport(report.text, model, { attributions: layers })
      const resolution = resolveReport(report, parse, gazetteer)
      const { claims, problems } = codeClaims(report, parse, resolution, coder, codebook)
      return { claims, problems, ...(layers && { layers: layersOf(report, parse, resolution, gazetteer) }) }
    },
    close: () => model.close(),
  }
}
