import nlp from 'compromise'
import type { Span } from '../../src/report.js'

interface Offset {
  readonly offset: { readonly start: number; readonly length: number }
  readonly text: string
}

/** People, organisations, places, numbers and dates as compromise finds them. */
export const compromiseEntities = (text: string): { readonly span: Span; readonly type: string }[] => {
  const document = nlp(text)
  const read = (view: { json(options: object): unknown }, type: string) =>
    (view.json({ offset: true, text: true }) as Offset[]).flatMap(({ offset }) => {
      const slice = text.slice(offset.start, offset.start + offset.length)
      const kept = slice.replace(/^[\s"'“‘(]+/, '')
      const start = offset.start + slice.length - kept.length
      const words = kept.replace(/(?:['’]s)?[\s"'”’),.;:!?]+$|['’]s$/, '')
      return words === '' ? [] : [{ span: { start, end: start + words.length }, type }]
    })
  return [
    ...read(document.people(), 'person'),
    ...read(document.organizations(), 'organisation'),
    ...read(document.places(), 'place'),
    ...read(document.match('#Date+'), 'time'),
    ...read(document.match('#Value+').not('#Date'), 'quantity'),
  ]
}
