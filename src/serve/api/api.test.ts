import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, served } from '../../../test/served.js'

let server: Served
beforeAll(async () => {
  server = await served()
})
afterAll(async () => {
  await server.close()
  expect(server.faults).toEqual([])
})

const claimOf = async (text: string) => (await server.ask(`/claims?text=${text}`)).json.items[0]

describe('looking', () => {
  it('tells what the record holds', async () => {
    expect((await server.ask('/summary')).json).toMatchObject({ reports: 2, claims: 3, decisions: 0 })
  })

  it('finds claims by the filters of the command line', async () => {
    const found = async (query: string) => (await server.ask(`/claims?${query}`)).json.items.length
    expect(await found('type=ASSAULT')).toBe(2)
    expect(await found('type=ASSAULT/firearms,CONSULT')).toBe(3)
    expect(await found('place=Tikrit')).toBe(1)
    expect(await found('place=36.3,43.1&within=20')).toBe(2)
    expect(await found('source=Ali')).toBe(1)
    expect(await found('since=2016-11-02')).toBe(1)
    expect(await found('as-of=2016-11-03')).toBe(2)
    expect(await found('certainty=probable,possible')).toBe(1)
  })

  it('gives pages', async () => {
    const first = (await server.ask('/claims?limit=2')).json
    const second = (await server.ask(`/claims?limit=2&cursor=${encodeURIComponent(first.next)}`)).json
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
    expect((await server.ask('/claims/count')).json).toEqual({ count: 3, atLeast: false })
  })

  it('shows one claim whole and why', async () => {
    const { id } = await claimOf('attacked')
    expect((await server.ask(`/claims/${id}`)).json).toMatchObject({ kind: 'claim', row: { id }, decisions: [] })
    expect((await server.ask(`/claims/${id}/why?field=figures`)).json).toMatchObject({
      claim: id,
      field: 'figures',
      how: expect.any(Array),
    })
  })

  it('shows an incident with figures, citations and an estimate by each rule', async () => {
    const [incident] = (await server.ask('/incidents?type=ASSAULT')).json.items
    expect(incident).toMatchObject({ reports: 2, origins: 2 })
    const { json } = await server.ask(`/incidents/${incident.id}?rule=ibc`)
    expect(json.figures.map(({ low }: { low: number }) => low).sort()).toEqual([12, 20])
    expect(json.estimates).toMatchObject([{ rule: 'ibc', kind: 'killed', low: 12, high: 20 }])
    const cites = json.citations.edges.filter(({ kind }: { kind: string }) => kind === 'cites')
    expect(cites).toMatchObject([{ to: 'speaker:ali' }])
    expect((await server.ask(`/incidents/${incident.id}?rule=guess`)).status).toBe(400)
  })

  it('shows a report with text, claims and decisions', async () => {
    const { report } = await claimOf('met')
    const { json } = await server.ask(`/reports/${report.id}`)
    expect(json).toMatchObject({ kind: 'report', row: { publisher: 'Meridian Wire' }, decisions: [] })
    expect(json.text).toContain('Iraq met Taliban')
    expect(json.claims.length).toBe(2)
  })

  it('has dossiers of groups and none of private persons', async () => {
    expect((await server.ask('/actors/taliban')).json).toMatchObject({
      kind: 'actor',
      row: { name: 'Taliban' },
      names: [{ name: 'Taliban' }],
    })
    const private_ = await served(['Jane Doe met Taliban'])
    try {
      expect((await private_.ask('/actors')).json.items.map(({ name }: { name: string }) => name)).toEqual(['Taliban'])
      const id = private_.serving.record.one<{ id: string }>("SELECT id FROM actor WHERE name = 'Jane Doe'")!.id
      expect(await private_.ask(`/actors/${id}`)).toMatchObject({ status: 404, json: { code: 'record/no-such-id' } })
      expect((await private_.ask('/network')).json.edges).toEqual([])
    } finally {
      await private_.close()
    }
  })

  it('draws map, network, timeline and sources', async () => {
    expect((await server.ask('/map')).json).toMatchObject({
      claims: 3,
      withoutPlace: 0,
      places: [{ place: { name: 'Mosul' }, types: { ASSAULT: 2 } }, {}],
    })
    expect((await server.ask('/network?type=ASSAULT')).json.edges).toMatchObject([{ kind: 'against', claims: 2, origins: 2 }])
    expect((await server.ask('/timeline?unit=day')).json.items).toMatchObject([
      { from: '2016-11-01', claims: 2 },
      { from: '2016-11-02', claims: 1 },
    ])
    const [first] = (await server.ask('/sources')).json.items
    expect(first).toMatchObject({ name: 'Meridian Wire', claims: 2, corroborated: 1 })
    expect((await server.ask('/sources?kind=origin')).json.items.length).toBeGreaterThan(0)
  })

  it('puts contradicted claims first in the queue, and shows each once', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<Served['ask']>> = await server.ask(`/queue?order=contradicted&limit=1${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.json.items.map((row: { id: string; contradicted: boolean }) => `${row.contradicted} ${row.id}`))
      cursor = page.json.next
    }
    expect(new Set(seen).size).toBe(3)
    expect(seen).toEqual([...seen.filter((row) => row.startsWith('true')), ...seen.filter((row) => row.startsWith('false'))])
  })

  it('says what is wrong as problem details', async () => {
    const bad = await server.ask('/claims?since=yesterday&limit=0')
    expect(bad.headers.get('content-type')).toBe('application/problem+json')
    expect(bad.json).toMatchObject({ status: 400, code: 'serve/bad-request', errors: [{ path: 'since' }, { path: 'limit' }] })
    expect((await server.ask('/claims?within=3')).json).toMatchObject({ status: 400, code: 'record/bad-query' })
    expect((await server.ask('/claims?cursor=x')).json).toMatchObject({ status: 400, code: 'record/bad-query' })
    expect((await server.ask('/claims/0000000000')).json).toMatchObject({ status: 404, code: 'record/no-such-id' })
    expect((await server.ask('/nothing')).json).toMatchObject({ status: 404, code: 'serve/not-found' })
  })

  it('answers 304 as long as nothing changed', async () => {
    const { headers } = await server.ask('/claims?limit=1')
    const known = { 'if-none-match': headers.get('etag')! }
    expect((await server.ask('/claims?limit=1', { headers: known })).status).toBe(304)
    expect((await server.ask('/claims?limit=2', { headers: known })).status).toBe(200)
    const { id } = await claimOf('met')
    await server.ask('/decisions', { method: 'POST', body: { kind: 'hold', claim: id } })
    expect((await server.ask('/claims?limit=1', { headers: known })).status).toBe(200)
  })
})

describe('deciding', () => {
  const rule = (body: unknown) => server.ask('/decisions', { method: 'POST', body })

  it('accepts, corrects, rejects and undoes', async () => {
    const { id } = await claimOf('met')
    expect((await rule({ kind: 'accept', claim: id, author: 'ann' })).json.claims).toMatchObject([{ verdict: 'accepted' }])
    const { json } = await rule({
      kind: 'correct',
      claim: id,
      field: 'status',
      value: 'planned',
      author: 'ann',
      seen: { status: 'actual' },
    })
    expect(json).toMatchObject({ decision: { author: 'ann', seen: { status: 'actual' } }, claims: [{ claim: { status: 'planned' } }] })
    expect((await rule({ kind: 'undo', decision: json.decision.id, author: 'bob' })).json).toMatchObject({
      status: 422,
      code: 'record/bad-decision',
    })
    const undone = await rule({ kind: 'undo', decision: json.decision.id, author: 'ann' })
    expect(undone.json.claims).toMatchObject([{ id, claim: { status: 'actual' } }])
    expect((await server.ask('/decisions?author=ann')).json.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'undo',
      'correct',
      'accept',
    ])
  })

  it('refuses values that are none', async () => {
    const { id } = await claimOf('met')
    expect((await rule({ kind: 'correct', claim: id, field: 'status', value: 'maybe' })).status).toBe(400)
    expect((await rule({ kind: 'correct', claim: id, field: 'figures', value: [{ low: 1 }] })).status).toBe(400)
    expect((await rule({ kind: 'correct', claim: id, field: 'confidence', value: 1 })).status).toBe(400)
    expect((await rule({ kind: 'praise', claim: id })).status).toBe(400)
  })

  it('adds a claim that was missed', async () => {
    const { claim, report } = await claimOf('met')
    const { id: _, codes: __, confidence: ___, ...fields } = claim
    const missed = { ...fields, type: 'AGREE', trigger: fields.trigger }
    const { json, status } = await rule({ kind: 'add', report: report.id, claim: missed, author: 'ann' })
    expect(status).toBe(200)
    expect(json.claims).toMatchObject([{ claim: { type: 'AGREE' }, coder: null }])
    await rule({ kind: 'undo', decision: json.decision.id, author: 'ann' })
  })

  it('splits and merges incidents', async () => {
    const [incident] = (await server.ask('/incidents?type=ASSAULT')).json.items
    const { accounts } = (await server.ask(`/incidents/${incident.id}`)).json
    const claim = accounts[0].claims[0].id
    const split = await rule({ kind: 'split', incident: incident.id, claims: [claim] })
    expect(split.status).toBe(200)
    const after = (await server.ask('/incidents?type=ASSAULT')).json.items
    expect(after.length).toBe(2)
    const merged = await rule({ kind: 'merge', incidents: after.map(({ id }: { id: string }) => id) })
    expect(merged.status).toBe(200)
    expect((await server.ask('/incidents?type=ASSAULT')).json.items.length).toBe(1)
  })

  it('asks for pairs of incidents until somebody judged them', async () => {
    const [incident] = (await server.ask('/incidents?type=ASSAULT')).json.items
    const { accounts } = (await server.ask(`/incidents/${incident.id}`)).json
    const split = (await rule({ kind: 'split', incident: incident.id, claims: [accounts[0].claims[0].id] })).json.decision
    const [pair] = (await server.ask('/pairs')).json.items
    const ids = pair.map(({ id }: { id: string }) => id)
    for (const kind of ['different', 'unsure']) {
      const ruled = await rule({ kind, pair: ids })
      expect(ruled.json).toMatchObject({ decision: { kind, target: { kind: 'pair', id: ids[0], other: ids[1] } }, claims: [{}, {}] })
      expect((await server.ask('/pairs')).json.items).toEqual([])
      expect((await server.ask(`/incidents/${ids[1]}`)).json.decisions).toContainEqual(ruled.json.decision)
      await rule({ kind: 'undo', decision: ruled.json.decision.id })
      expect((await server.ask('/pairs')).json.items).toHaveLength(1)
    }
    await rule({ kind: 'undo', decision: split.id })
  })
})

describe('adding files', () => {
  const settled = async (id: string) => {
    for (;;) {
      const { json } = await server.ask(`/jobs/${id}`)
      if (json.state !== 'waiting' && json.state !== 'running') return json
      await new Promise((done) => setTimeout(done, 20))
    }
  }
  const form = (files: readonly (readonly [string, string])[], about: { readonly [name: string]: string } = {}) => {
    const data = new FormData()
    for (const [name, text] of files) data.append('files', new File([text], name))
    for (const [name, value] of Object.entries(about)) data.append(name, value)
    return data
  }

  it('reads them in a job that tells how far it is', async () => {
    const body = form(
      [
        ['batch/one.txt', 'rebels fled in Apia'],
        ['two.txt', 'rebels left in Suva'],
        ['empty.txt', ''],
      ],
      { publisher: 'Wire' },
    )
    const { status, json } = await server.ask('/reports', { method: 'POST', body })
    expect([status, json.files]).toEqual([202, 3])
    const job = await settled(json.id)
    expect(job).toMatchObject({ state: 'done', counts: { new: 2 }, problems: [{ code: 'ingest/empty-file' }] })
    expect((await server.ask(`/reports/${job.reports[0]}`)).json.row.publisher).toBe('Wire')
  })

  it('knows them the second time', async () => {
    const { json } = await server.ask('/reports', {
      method: 'POST',
      body: form([['two.txt', 'rebels left in Suva']], { publisher: 'Wire' }),
    })
    expect(await settled(json.id)).toMatchObject({ counts: { new: 0, unchanged: 1 } })
  })

  it('refuses a form without files, and addresses that are none', async () => {
    expect((await server.ask('/reports', { method: 'POST', body: form([]) })).status).toBe(400)
    expect((await server.ask('/reports', { method: 'POST', body: form([['a.txt', 'x']], { url: 'javascript:alert(1)' }) })).status).toBe(
      400,
    )
  })

  it('can be stopped', async () => {
    const { json } = await server.ask('/reports', {
      method: 'POST',
      body: form([...Array(450)].map((_, n) => [`${n}.txt`, `rebels fled ${n}`])),
    })
    expect((await server.ask(`/jobs/${json.id}`, { method: 'DELETE' })).json.state).toBe('stopped')
    expect((await settled(json.id)).state).toBe('stopped')
  })
})

it('tells pages of changes', async () => {
  const stop = new AbortController()
  const stream = await fetch(new URL('/api/v1/events', server.url), { signal: stop.signal })
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = (await reader.read()).value ?? ''
  const { id } = await claimOf('met')
  await server.ask('/decisions', { method: 'POST', body: { kind: 'accept', claim: id } })
  while (!heard.includes('"what":"decisions"')) heard += (await reader.read()).value ?? ''
  expect(heard).toContain(`{"kind":"changed","what":"decisions","ids":["${id}"]}`)
  stop.abort()
})

it('redacts', async () => {
  const { report } = await claimOf('met')
  const { status, json } = await server.ask('/redact', {
    method: 'POST',
    body: { report: report.id, span: { start: 0, end: 8 }, reason: 'a name' },
  })
  expect([status, json.alsoIn.length]).toEqual([200, 1])
  expect((await server.ask(`/reports/${report.id}`)).json.text.startsWith('█')).toBe(true)
})
