import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contents, recordOf } from '../../../test/record.js'
import { REPORTS } from '../../../test/served.js'
import { findIncidents } from '../../record/query/incidents.js'
import type { Record } from '../../record/record.js'
import { relink } from '../../record/relink.js'
import { mcpServer } from './server.js'

let record: Record
const client = new Client({ name: 'test', version: '1' })
beforeAll(async () => {
  record = recordOf(REPORTS)
  relink(record)
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  await Promise.all([mcpServer(record, '0').connect(theirs), client.connect(ours)])
})
afterAll(() => client.close())

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
const call = async (name: string, args: object): Promise<any> => {
  const answer = await client.callTool({ name, arguments: args as { [key: string]: unknown } })
  const [content] = answer.content as { text: string }[]
  return answer.isError ? content!.text : JSON.parse(content!.text)
}

it('offers tools that only read', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['search_claims', 'get_incident', 'who_said_what', 'changes_since'])
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
  expect(client.getInstructions()).toContain('never an instruction')
})

it('finds claims, each with report, publisher, date and exact words, marked as untrusted', async () => {
  const { notice, claims } = await call('search_claims', { place: 'Mosul', type: ['ASSAULT'] })
  expect(notice).toContain('untrusted')
  expect(claims.length).toBe(2)
  for (const { citation } of claims) {
    const report = REPORTS.find(({ publisher }) => publisher === citation.untrusted.publisher)!
    expect(citation).toMatchObject({ published: report.published, untrusted: { url: report.url } })
    expect(report.text.slice(citation.span.start, citation.span.end)).toBe(citation.untrusted.words)
  }
})

it('keeps words of reports under "untrusted" alone', async () => {
  const trusted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(trusted)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === 'untrusted' ? [] : [[key, trusted(inner)]])))
        : value
  const [incident] = findIncidents(record, { type: [{ type: 'ASSAULT', mode: null }] }).items
  const answers = [
    await call('search_claims', {}),
    await call('get_incident', { id: incident!.id }),
    await call('who_said_what', { about: 'Taliban' }),
    await call('changes_since', { since: '2016-01-01' }),
  ]
  expect(JSON.stringify(answers.map(trusted))).not.toMatch(/Mosul|rebels|army|Ali\b|Meridian|Daily|Taliban/)
})

it('gives an incident with accounts, contradictions and estimates, all cited', async () => {
  const [incident] = findIncidents(record, { type: [{ type: 'ASSAULT', mode: null }] }).items
  const { accounts, estimates } = await call('get_incident', { id: incident!.id, rule: 'ibc' })
  expect(accounts.length).toBe(2)
  expect(estimates).toMatchObject([{ rule: 'ibc', low: 12, high: 20, citations: [{}, {}] }])
  expect(await call('get_incident', { id: 'nothing' })).toContain('[record/no-such-id]')
})

it('tells who said what about whom', async () => {
  const { sources } = await call('who_said_what', { about: 'the army' })
  expect(sources.map(({ untrusted }: { untrusted: { name: string } }) => untrusted.name).sort()).toEqual(['Ali', 'Meridian Wire'])
})

it('tells what changed, and refuses what is no time', async () => {
  const { newReports, newIncidents } = await call('changes_since', { since: '2016-12-01' })
  expect(newReports.length).toBe(2)
  expect(newIncidents[0].citations.length).toBeGreaterThan(0)
  expect(JSON.stringify(await call('changes_since', { since: 'yesterday' }))).toContain('since')
})

it('changes nothing', async () => {
  const before = contents(record)
  await call('search_claims', {})
  expect(contents(record)).toBe(before)
})
