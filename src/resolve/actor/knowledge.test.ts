import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readKnowledge } from '../place/table.js'

const country = z.string().regex(/^[A-Z]{3}$|^$/)
const sector = z.string().regex(/^[A-Z]{3}$|^$/)
const day = z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/)
const base = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  country,
  sector,
  from: day,
  to: day,
  wikidata: z.string().regex(/^(Q\d+)?$/),
}

type Column = keyof typeof base

describe('knowledge of actors', () => {
  it.each(['actors.tsv', 'leaders.tsv'])('%s keeps to its columns', (file) => {
    const rows = readKnowledge<Column>(file)
    expect(rows.length).toBeGreaterThanOrEqual(400)
    for (const row of rows) expect(z.object(base).safeParse(row).error?.message, row.id).toBeUndefined()
  })

  it('names each actor once for a time', () => {
    const ids = readKnowledge<Column>('actors.tsv').map((r) => `${r.id} ${r.from}`)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  it('begins every term of office before it ends', () => {
    expect(readKnowledge<Column>('leaders.tsv').filter((r) => r.from && r.to && r.from > r.to)).toEqual([])
  })
})
