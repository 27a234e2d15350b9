import { standingOf } from '../link/contradictions.js'
import type { Sketch } from '../link/sketch.js'
import type { Told } from '../link/told.js'
import type { Traits } from '../link/traits.js'
import { keyOf } from '../link/words.js'
import type { Record } from './record.js'

/** What linking keeps of a report. */
export interface LinkedReport {
  /** Null where the report takes no part, as an earlier version. */
  readonly sketch: Sketch | null
  readonly traits: readonly Traits[]
  readonly states: readonly LinkedState[]
}

/** Where a claim of a state stands among those of the same subjects. */
export interface LinkedState {
  readonly claim: string
  /** Days since 1970-01-01. */
  readonly since: number
  readonly subjects: readonly number[]
}

/** Stands for an open beginning. */
const EVER = -1e9

/** Null for a claim of no state. */
export const stateOf = (told: Told): LinkedState | null => {
  const standing = standingOf(told)
  return (
    standing && {
      claim: told.id,
      since: Math.max(EVER, standing.at.from),
      subjects: [...new Set(standing.subjects.map((subject) => keyOf(subject)))],
    }
  )
}

export const NO_LINKS: LinkedReport = { sketch: null, traits: [], states: [] }

export const linkedReport = (record: Record, report: number): LinkedReport => {
  const row = record.one<{ json: string }>('SELECT json FROM linked_report WHERE report = ?', report)
  return row ? fromJson(row.json) : NO_LINKS
}

export const storeLinkedReport = (record: Record, report: number, linked: LinkedReport): void => {
  if (linked === NO_LINKS) record.run('DELETE FROM linked_report WHERE report = ?', report)
  else record.run('INSERT OR REPLACE INTO linked_report VALUES (?, ?)', report, toJson(linked))
}

/** JSON has neither infinite numbers nor lists of bytes. */
const toJson = ({ sketch, traits, states }: LinkedReport): string =>
  JSON.stringify({
    sketch,
    states,
    story: packed(traits[0]?.story ?? new Uint32Array()),
    traits: traits.map(({ story: _, words, names, ...rest }) => ({ ...rest, words: packed(words), names: packed(names) })),
  })

type Stored = Omit<Traits, 'words' | 'names' | 'story' | 'from' | 'to' | 'figures'> & {
  readonly words: string
  readonly names: string
  readonly from: number | null
  readonly to: number | null
  readonly figures: readonly (Omit<Traits['figures'][number], 'high'> & { readonly high: number | null })[]
}

const fromJson = (json: string): LinkedReport => {
  const { sketch, states, story, traits } = JSON.parse(json) as Omit<LinkedReport, 'traits'> & { story: string; traits: Stored[] }
  const names = unpacked(story)
  return {
    sketch,
    states,
    traits: traits.map((one) => ({
      ...one,
      story: names,
      words: unpacked(one.words),
      names: unpacked(one.names),
      from: one.from ?? Number.NEGATIVE_INFINITY,
      to: one.to ?? Number.POSITIVE_INFINITY,
      figures: one.figures.map((figure) => ({ ...figure, high: figure.high ?? Number.POSITIVE_INFINITY })),
    })),
  }
}

const packed = (numbers: Uint32Array): string => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64')

const unpacked = (text: string): Uint32Array => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
  return new Uint32Array(bytes.buffer)
}

/** Whether linking would do the same with both. */
export const sameTraits = (a: Traits, b: Traits): boolean => toJson({ ...NO_LINKS, traits: [a] }) === toJson({ ...NO_LINKS, traits: [b] })
