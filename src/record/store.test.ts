import { describe, expect, it } from 'vitest'
import { contents, FAKE, FIRST, ingested, readingOf, recordOf, reportWith, SECOND, temporary } from '../../test/record.js'
import { addReports } from './add.js'
import { openDatabase } from './database.js'
import { countClaims, findClaims } from './query/claims.js'
import { findReports } from './query/reports.js'
import { showThing } from './query/show.js'
import { Record } from './record.js'
import { MIGRATIONS } from './schema.js'
import { storeReading } from './store.js'

const added = async (record: Record, reports: Parameters<typeof ingested>[0]) => {
  const events = []
  for await (const event of addReports(record, ingested(reports), { workers: 1, modules: FAKE })) events.push(event)
  return events.map(({ stored }) => stored?.outcome ?? null)
}

const triggers = (record: Record, filters = {}) => findClaims(record, filters).items.map(({ claim }) => claim.trigger.text)

describe('adding reports', () => {
  it('reads each once', async () => {
    const record = recordOf([])
    const reports = ['the army attacked rebels in Mosul on 2016-11-01', 'Iraq met Taliban'].map((text, i) =>
      reportWith(text, { doc: `${i}` }),
    )
    expect(await added(record, reports)).toEqual(['new', 'new'])
    const before = contents(record)
    expect(await added(record, reports)).toEqual(['unchanged', 'unchanged'])
    expect(contents(record)).toBe(before)
    expect(triggers(record)).toEqual(['attacked', 'met'])
  })

  it('takes the same report twice in one run as one', async () => {
    const record = recordOf([])
    const report = reportWith('Iraq met Taliban')
    expect(await added(record, [report, report])).toEqual(['new', 'unchanged'])
  })

  it('keeps both texts under one address and shows the later', async () => {
    const record = recordOf([])
    const url = 'https://example.org/1'
    const old = reportWith('Iraq met Taliban', { url, published: '2016-11-01' })
    const late = reportWith('the army attacked rebels', { url, published: '2016-11-02' })
    expect(await added(record, [old, late])).toEqual(['new', 'version'])
    expect(triggers(record)).toEqual(['attacked'])
    expect(triggers(record, { asOf: '2016-11-01' })).toEqual(['met'])
    expect(findReports(record).items.map(({ version }) => version)).toEqual([2])
    expect(await added(record, [old])).toEqual(['unchanged'])
  })

  it('puts versions in the order of publication, whichever comes first', async () => {
    const url = 'https://example.org/1'
    const old = reportWith('Iraq met Taliban', { url, published: '2016-11-01' })
    const late = reportWith('the army attacked rebels', { url, published: '2016-11-02' })
    const record = recordOf([])
    expect(await added(record, [late, old])).toEqual(['new', 'version'])
    expect(triggers(record)).toEqual(['attacked'])
    expect(triggers(record, { asOf: '2016-11-01' })).toEqual(['met'])
  })

  it('leaves out a report that could not be read, and reads it the next time', async () => {
    const record = recordOf([])
    expect(await added(record, [reportWith('UNREADABLE')])).toEqual([null])
    expect(findReports(record).items).toEqual([])
  })

  it('keeps claims of equal reports apart', () => {
    const record = recordOf(['Iraq met Taliban', 'Iraq met Taliban'])
    const ids = findClaims(record).items.map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })

  it('counts the claims of actors, places and reports', () => {
    const record = recordOf(['the army attacked rebels in Mosul', 'the army seized Tikrit in Mosul'])
    storeReading(record, readingOf(reportWith('rebels left', { doc: 'report-0' })), null)
    expect(record.all<{ name: string; claims: number }>('SELECT name, claims FROM place').map((row) => ({ ...row }))).toEqual([
      { name: 'Mosul', claims: 1 },
    ])
    expect(record.one<{ claims: number }>("SELECT claims FROM actor WHERE name = 'the army'")!.claims).toBe(1)
  })
})

describe('coding again', () => {
  it('keeps both results and shows the later', () => {
    const record = recordOf(['rebels fled in Mosul'])
    const report = reportWith('rebels fled in Mosul', { doc: 'report-0' })
    expect(storeReading(record, readingOf(report, SECOND)).outcome).toBe('recoded')
    expect(storeReading(record, readingOf(report, SECOND)).outcome).toBe('unchanged')
    const { items } = findClaims(record)
    expect(items.map(({ claim, coder }) => [claim.type, coder?.version])).toEqual([['RETREAT', '2']])
    const thing = showThing(record, items[0]!.id)
    expect(thing.kind === 'claim' && thing.otherCodings.map(({ coder }) => coder)).toEqual([FIRST])
  })
})

describe('the file', () => {
  it('can be read by another while it is written', () => {
    const path = `${temporary()}/r.db`
    const writer = recordOf(['Iraq met Taliban'], path)
    const reader = Record.open(path, { readOnly: true })
    writer.db.exec('BEGIN IMMEDIATE')
    writer.run("UPDATE report SET title = 'changed'")
    expect(findReports(reader).items[0]!.title).toBe(null)
    writer.db.exec('COMMIT')
    expect(findReports(reader).items[0]!.title).toBe('changed')
    reader.close()
    writer.close()
  })

  it('says what is wrong with it', async () => {
    const path = `${temporary()}/r.db`
    expect(() => Record.open(path)).toThrow('record/not-found')
    const { writeFileSync } = await import('node:fs')
    writeFileSync(path, 'no database, but long enough to be looked at as one. '.repeat(100))
    expect(() => Record.open(path)).toThrow('record/not-a-record')
  })

  it('of an earlier version is brought up to date, also by one who only reads', () => {
    const path = `${temporary()}/r.db`
    const old = openDatabase(path, false)
    old.exec(`${MIGRATIONS[0]}; PRAGMA application_id = ${0x48524454}; PRAGMA user_version = 1`)
    old.close()
    const reader = Record.open(path, { readOnly: true })
    expect(countClaims(reader)).toBe(0)
    expect(() => reader.db.exec('DELETE FROM report')).toThrow('readonly')
    reader.close()
  })
})
