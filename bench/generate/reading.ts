import { createHash } from 'node:crypto'
import type { Reading } from '../../src/claim.js'
import type { Told } from './archive.js'

const CODER = { name: 'generated', version: '1', model: '0' }

/** A generated report as the reader would give it. */
export const readingOf = ({ report, claims }: Told): Reading => {
  const { id, publisher, url, title, byline, published, text } = report
  const hash = createHash('sha256').update(text).digest('hex')
  return {
    doc: id,
    report: { doc: id, publisher, url, title, byline, published, language: 'eng', text, sha256: { raw: hash, text: hash } },
    claims: claims.map(({ claim }) => claim),
    problems: [],
    coder: CODER,
  }
}
