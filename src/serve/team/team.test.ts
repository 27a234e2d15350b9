import { afterEach, describe, expect, it } from 'vitest'
import { type Served, served } from '../../../test/served.js'
import { TeamStore, teamPath } from './store.js'

const PASSWORD = 'correct horse battery'
let open: Served | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

interface Person {
  readonly cookie: string
  readonly ask: Served['ask']
}

const as = (server: Served, setCookie: string): Person => {
  const cookie = setCookie.split(';')[0]!
  return { cookie, ask: (path, asking = {}) => server.ask(path, { ...asking, headers: { ...asking.headers, cookie } }) }
}

const setUp = async (server: Served, link: string, name?: string): Promise<Person> => {
  const code = link.slice(link.indexOf('#') + 1)
  const answer = await server.ask('/session/setup', { method: 'POST', body: { code, password: PASSWORD, ...(name && { name }) } })
  expect(answer.status).toBe(200)
  return as(server, answer.headers.get('set-cookie')!)
}

/** A server with an administrator, and people with other roles. */
const team = async (people: { readonly [name: string]: string } = {}) => {
  const server = await served(undefined, { users: true })
  open = server
  const root = await setUp(server, server.setup!, 'Root')
  const others: { [name: string]: Person } = {}
  for (const [name, role] of Object.entries(people)) {
    const { json } = await root.ask('/users', { method: 'POST', body: { name, role } })
    others[name] = await setUp(server, json.path)
  }
  return { server, root, others }
}

describe('accounts', () => {
  it('begin with a link that works once', async () => {
    const { server, root } = await team()
    expect((await root.ask('/session')).json).toMatchObject({
      access: 'users',
      viewer: { name: 'Root', role: 'administrator' },
      setUp: true,
    })
    const code = server.setup!.split('#')[1]!
    expect((await server.ask('/session/setup', { method: 'POST', body: { code, name: 'Eve', password: PASSWORD } })).status).toBe(403)
    expect((await server.ask('/session/setup', { method: 'POST', body: { code: 'guess', name: 'Eve', password: PASSWORD } })).status).toBe(
      403,
    )
  })

  it('keep everybody out who is not logged in', async () => {
    const { server } = await team()
    for (const path of ['/summary', '/claims', '/users', '/events', '/reports/x', '/publish'])
      expect(await server.ask(path)).toMatchObject({ status: 401, json: { code: 'serve/not-logged-in' } })
    expect((await server.ask('/decisions', { method: 'POST', body: {} })).status).toBe(401)
  })

  it('let in by password, with a cookie that scripts cannot read', async () => {
    const { server } = await team()
    const login = await server.ask('/session', { method: 'POST', body: { name: 'root', password: PASSWORD } })
    expect(login.json.viewer).toEqual({ name: 'Root', role: 'administrator' })
    expect(login.headers.get('set-cookie')).toMatch(/^herodot_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=/)
    const root = as(server, login.headers.get('set-cookie')!)
    expect((await root.ask('/summary')).status).toBe(200)
    await root.ask('/session', { method: 'DELETE' })
    expect((await root.ask('/summary')).status).toBe(401)
  })

  it('slow down those who guess', async () => {
    const { server } = await team()
    const guess = (name: string) => server.ask('/session', { method: 'POST', body: { name, password: 'wrong' } })
    const answers = []
    for (let n = 0; n < 7; n++) answers.push(await guess('Root'))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect(Number(answers.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await guess('Nobody')).json).toMatchObject({ code: 'serve/bad-login', detail: answers[0]!.json.detail })
    expect((await server.ask('/session', { method: 'POST', body: { name: 'Root', password: PASSWORD } })).status).toBe(429)
  })

  it('store nothing that could be used', async () => {
    const { server, root } = await team()
    const file = new TeamStore(teamPath(server.path))
    const store = JSON.stringify(['user', 'session', 'invitation'].map((table) => file.all(`SELECT * FROM ${table}`)))
    file.close()
    expect(store).toContain('scrypt$')
    expect(store).not.toContain(PASSWORD)
    expect(store).not.toContain(root.cookie.split('=')[1])
  })

  it('change a password and end other sessions', async () => {
    const { server, root } = await team()
    const body = { old: PASSWORD, new: 'a new pass phrase' }
    const changed = await root.ask('/session/password', { method: 'PUT', body })
    expect(changed.status).toBe(200)
    expect((await root.ask('/summary')).status).toBe(401)
    expect((await as(server, changed.headers.get('set-cookie')!).ask('/summary')).status).toBe(200)
    expect((await as(server, changed.headers.get('set-cookie')!).ask('/session/password', { method: 'PUT', body })).status).toBe(403)
  })

  it('keep an administrator', async () => {
    const { root } = await team()
    expect((await root.ask('/users/Root', { method: 'DELETE' })).status).toBe(409)
    expect((await root.ask('/users/root', { method: 'PATCH', body: { role: 'reader' } })).status).toBe(409)
    expect((await root.ask('/users', { method: 'POST', body: { name: 'Root', role: 'reader' } })).status).toBe(409)
    expect((await root.ask('/users/Nobody', { method: 'DELETE' })).status).toBe(404)
  })

  it('end when somebody is removed', async () => {
    const { root, others } = await team({ Ann: 'coder' })
    expect((await others.Ann!.ask('/summary')).status).toBe(200)
    await root.ask('/users/Ann', { method: 'DELETE' })
    expect((await others.Ann!.ask('/summary')).status).toBe(401)
  })
})

describe('roles', () => {
  const profile = { name: 'x', of: ['claims'], formats: ['csv'], fields: ['type'] }
  const writes = (claim: string, report: string) =>
    [
      ['coder', 'POST', '/decisions', { kind: 'hold', claim }],
      ['coder', 'POST', '/publish/preview', profile],
      ['administrator', 'POST', '/publish', profile],
      ['administrator', 'POST', '/redact', { report, span: { start: 0, end: 1 }, reason: 'test' }],
      ['administrator', 'POST', '/users', { name: 'New', role: 'reader' }],
      ['administrator', 'PATCH', '/users/New', { role: 'coder' }],
      ['administrator', 'DELETE', '/users/New', undefined],
      ['administrator', 'POST', '/double-coding', { title: 't', reports: [report], coders: ['Cod', 'Root'] }],
    ] as const

  it('let nobody write who may not', async () => {
    const { root, others } = await team({ Rea: 'reader', Cod: 'coder' })
    const { id, report } = (await root.ask('/claims')).json.items[0]
    for (const [role, method, path, body] of writes(id, report.id)) {
      const allowed = async (person: Person) => (await person.ask(path, { method, body })).status
      expect([path, await allowed(others.Rea!)]).toEqual([path, 403])
      if (role === 'administrator') expect([path, await allowed(others.Cod!)]).toEqual([path, 403])
      else expect([path, await allowed(others.Cod!)]).toEqual([path, 200])
      expect([path, await allowed(root)]).toEqual([path, 200])
    }
    const form = new FormData()
    form.append('files', new File(['rebels fled'], 'a.txt'))
    expect((await others.Rea!.ask('/reports', { method: 'POST', body: form })).status).toBe(403)
  })

  it('cover every route that writes', async () => {
    const { server, others } = await team({ Rea: 'reader' })
    const { json } = await server.ask('/openapi.json')
    for (const [path, operations] of Object.entries<object>(json.paths))
      for (const method of Object.keys(operations).filter((name) => name !== 'get')) {
        if (path.startsWith('/session')) continue
        const to = path.replaceAll(/\{\w+\}/g, 'x')
        const body = method === 'delete' ? undefined : path === '/reports' ? new FormData() : {}
        expect([method, path, (await others.Rea!.ask(to, { method: method.toUpperCase(), body })).status]).toEqual([method, path, 403])
      }
  })

  it('let nobody decide in the name of another, or adjudicate as a coder', async () => {
    const { root, others } = await team({ Cod: 'coder' })
    const { id } = (await root.ask('/claims')).json.items[0]
    const rule = (person: Person, more: object) => person.ask('/decisions', { method: 'POST', body: { kind: 'hold', claim: id, ...more } })
    expect((await rule(others.Cod!, { author: 'Root' })).status).toBe(403)
    expect((await rule(others.Cod!, { role: 'adjudicator' })).status).toBe(403)
    expect((await rule(others.Cod!, {})).json.decision).toMatchObject({ author: 'Cod', role: 'coder' })
    expect((await rule(root, { role: 'adjudicator' })).json.decision).toMatchObject({ author: 'Root', role: 'adjudicator' })
  })
})

describe('coding blind', () => {
  it('hides what others decided until all are done, then compares and adjudicates', async () => {
    const { root, others } = await team({ Ann: 'coder', Bob: 'coder', Cat: 'coder' })
    const { Ann, Bob, Cat } = others as { [name: string]: Person }
    const report = (await root.ask('/reports?source=Meridian Wire')).json.items[0].id
    const made = await root.ask('/double-coding', { method: 'POST', body: { title: 'Mosul', reports: [report], coders: ['Ann', 'Bob'] } })
    expect(made.json).toMatchObject({ open: true, claims: 2, coders: ['Ann', 'Bob'] })
    const at = `/double-coding/${made.json.id}`
    const mine = async (person: Person) => (await person.ask(`${at}/claims`)).json.items
    const [attack, meeting] = (await mine(Ann!)).map(({ row }: { row: { id: string } }) => row.id)
    const rule = (person: Person, body: object) => person.ask('/decisions', { method: 'POST', body })

    await rule(Ann!, { kind: 'accept', claim: attack })
    await rule(Ann!, { kind: 'correct', claim: attack, field: 'certainty', value: 'possible' })
    await rule(Ann!, { kind: 'reject', claim: meeting })
    await rule(Bob!, { kind: 'accept', claim: attack })
    await rule(Bob!, { kind: 'accept', claim: meeting })

    expect((await mine(Bob!)).map(({ row }: { row: { verdict: string } }) => row.verdict)).toEqual(['accepted', 'accepted'])
    expect((await Bob!.ask(`/claims/${attack}`)).json).toMatchObject({ row: { claim: { certainty: 'certain' }, corrected: [] } })
    const seen = JSON.stringify([
      await Bob!.ask(`/claims/${attack}`),
      await Bob!.ask(`/claims/${attack}/why?field=certainty`),
      await Bob!.ask(`/reports/${report}`),
      await Bob!.ask('/decisions'),
      await Bob!.ask('/changes?since=2016-01-01'),
    ])
    expect(seen).not.toContain('Ann')
    expect((await Ann!.ask(at)).status).toBe(404)
    expect((await Cat!.ask(`${at}/claims`)).status).toBe(403)
    expect((await Ann!.ask(`${at}/claims?author=Bob`)).status).toBe(403)
    expect((await Ann!.ask(`${at}/agreement`)).status).toBe(409)
    expect((await Ann!.ask('/double-coding')).json.items[0].ruled).toEqual({ Ann: 2 })

    await Ann!.ask(`${at}/done`, { method: 'POST', body: {} })
    expect((await Bob!.ask(`${at}/done`, { method: 'POST', body: {} })).json).toMatchObject({ open: false, ruled: { Ann: 2, Bob: 2 } })
    expect((await Cat!.ask(`${at}/agreement`)).status).toBe(403)
    const { fields } = (await Ann!.ask(`${at}/agreement`)).json
    const of = (name: string) => fields.find(({ field }: { field: string }) => field === name)
    expect(of('claim')).toEqual({ field: 'claim', alpha: 0, percent: 0.5, units: 2, agreed: 1 })
    expect(of('certainty')).toEqual({ field: 'certainty', alpha: 0, percent: 0, units: 1, agreed: 0 })
    expect(of('type')).toMatchObject({ alpha: null, percent: 1, units: 1 })

    const disagreements = async () =>
      (await root.ask(`${at}/disagreements`)).json.items.map(
        ({ row, field, settled }: { row: { id: string }; field: string; settled: unknown }) => [row.id, field, settled !== null],
      )
    expect(await disagreements()).toEqual([
      [attack, 'certainty', false],
      [meeting, 'claim', false],
    ])
    await rule(root, { kind: 'correct', claim: attack, field: 'certainty', value: 'probable', role: 'adjudicator' })
    await rule(root, { kind: 'accept', claim: meeting, role: 'adjudicator' })
    expect(await disagreements()).toEqual([
      [attack, 'certainty', true],
      [meeting, 'claim', true],
    ])
    expect((await Ann!.ask(`/claims/${attack}`)).json.row.claim.certainty).toBe('probable')
  })
})
