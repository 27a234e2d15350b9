import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tinyPmtiles } from '../../test/pmtiles.js'
import { reportWith, temporary } from '../../test/record.js'
import { ask, type Served, served } from '../../test/served.js'
import { isLoopback } from './security.js'
import { serve, UnsafeHost } from './serve.js'

/** A request with headers that `fetch` does not let one set. */
const raw = (server: Served, path: string, headers: { readonly [name: string]: string }, method = 'GET', body = '') =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.listening)
    const sent = request({ hostname, port, path, method, headers: { ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const TOKEN = 'a-token-of-some-length'

describe('a server behind a proxy', () => {
  const origin = 'https://herodot.example'
  const write = (server: Served, headers: { readonly [name: string]: string }) =>
    raw(
      server,
      '/api/v1/decisions',
      { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, ...headers },
      'POST',
      '{"kind":"accept","claim":"x"}',
    )

  it('takes what its pages send over TLS, and nothing from the same name without', async () => {
    const server = await served([], { token: TOKEN, origin: new URL(origin) })
    expect(server.url).toBe(`${origin}/?token=${TOKEN}`)
    const own = new URL(server.listening).host
    for (const host of ['herodot.example', own]) expect((await write(server, { host, origin })).status).toBe(404)
    expect((await write(server, { host: own, origin: `http://${own}` })).status).toBe(404)
    for (const other of ['http://herodot.example', 'https://herodot.example:444', 'https://evil.example', 'null'])
      expect((await write(server, { host: 'herodot.example', origin: other })).status, other).toBe(403)
    expect((await write(server, { host: 'evil.example', origin, 'x-forwarded-host': 'herodot.example' })).status).toBe(421)
    expect((await write(server, { host: own, origin: 'https://evil.example', 'x-forwarded-proto': 'https' })).status).toBe(403)
    const { headers } = await raw(server, `/?token=${TOKEN}`, { host: 'herodot.example' })
    expect(headers['set-cookie']).toEqual([expect.stringContaining('; Secure')])
    await server.close()
  })

  it('lets nobody in without token or accounts', async () => {
    await expect(serve({ record: ':memory:', port: 0, origin: new URL(origin) })).rejects.toThrow(UnsafeHost)
  })
})

describe('a base map', () => {
  it('is read by ranges, by those who may', async () => {
    const path = join(temporary(), 'own.pmtiles')
    const bytes = tinyPmtiles()
    writeFileSync(path, bytes)
    const server = await served([], { baseMap: path, token: TOKEN })
    const ask = (headers: { readonly [name: string]: string } = {}) =>
      fetch(new URL('/basemap.pmtiles', server.listening), { headers: { authorization: `Bearer ${TOKEN}`, ...headers } })
    const part = async (range: string) => {
      const answer = await ask({ range })
      return [answer.status, answer.headers.get('content-range'), Buffer.from(await answer.arrayBuffer()).toString('latin1')]
    }
    const text = bytes.toString('latin1')
    expect(await part('bytes=0-6')).toEqual([206, `bytes 0-6/${text.length}`, 'PMTiles'])
    expect(await part('bytes=100-99999')).toEqual([206, `bytes 100-${text.length - 1}/${text.length}`, text.slice(100)])
    expect(await part('bytes=-5')).toEqual([206, `bytes ${text.length - 5}-${text.length - 1}/${text.length}`, text.slice(-5)])
    for (const range of ['bytes=99999-', 'bytes=5-2', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2'])
      expect((await part(range))[0], range).toBe(416)
    expect(Buffer.from(await (await ask()).arrayBuffer()).equals(bytes)).toBe(true)
    expect((await ask({ authorization: '' })).status).toBe(401)
    expect((await server.ask('/session')).json.baseMap).toBe(true)
    expect((await raw(server, '/basemap.pmtiles', { host: 'evil.example' })).status).toBe(421)
    await server.close()
  })

  it('is one, or the server does not start', async () => {
    const path = join(temporary(), 'no.pmtiles')
    await expect(serve({ record: ':memory:', port: 0, baseMap: path })).rejects.toThrow(`there is no ${path}`)
    writeFileSync(path, 'PMTiles\u0002')
    await expect(serve({ record: ':memory:', port: 0, baseMap: path })).rejects.toThrow('is no PMTiles file of version 3')
  })

  it('is missing where none was named', async () => {
    const server = await served([])
    expect((await fetch(new URL('/basemap.pmtiles', server.url))).status).toBe(404)
    await server.close()
  })
})

describe('a server on loopback', () => {
  let server: Served
  const web = temporary()
  const SCRIPT = '<script>alert(1)</script>'

  beforeAll(async () => {
    mkdirSync(join(web, 'assets'))
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>app</title>')
    writeFileSync(join(web, 'assets', 'index-0a1b2c3d.js'), 'export {}')
    writeFileSync(join(web, '..', 'secret.txt'), 'secret')
    server = await served([reportWith('Iraq met Taliban', { title: SCRIPT, publisher: SCRIPT, url: 'javascript:alert(1)', doc: SCRIPT })], {
      web,
    })
  })
  afterAll(async () => {
    await server.close()
    expect(server.faults).toEqual([])
  })

  it.each(['evil.example', 'evil.example:4747', '127.0.0.1.evil.example', '169.254.169.254', 'user@localhost'])(
    'does not answer to the name %j',
    async (host) => {
      expect((await raw(server, '/api/v1/summary', { host })).status).toBeGreaterThanOrEqual(400)
      expect((await raw(server, '/', { host })).status).toBeGreaterThanOrEqual(400)
    },
  )

  it.each(['localhost', 'LOCALHOST:4747', '127.0.0.1', '[::1]:80'])('answers to the name %j', async (host) => {
    expect((await raw(server, '/api/v1/summary', { host })).status).toBe(200)
  })

  it('refuses what pages of other sites ask', async () => {
    const body = { kind: 'accept', claim: 'x' }
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'http://127.0.0.1:1' },
    ])
      expect(await server.ask('/decisions', { method: 'POST', headers: headers as never, body })).toMatchObject({
        status: 403,
        json: { code: 'serve/cross-site' },
      })
    const { origin } = new URL(server.url)
    expect((await server.ask('/decisions', { method: 'POST', headers: { origin }, body })).status).toBe(404)
    expect((await server.ask('/claims', { headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect((await server.ask('/claims')).headers.get('access-control-allow-origin')).toBeNull()
    expect((await server.ask('/decisions', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } })).status).toBe(403)
  })

  it('takes no body that a form of another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await raw(server, '/api/v1/decisions', { 'content-type': type }, 'POST', '{"kind":"accept","claim":"x"}')
      expect(answer.status).toBe(415)
    }
    expect((await raw(server, '/api/v1/decisions', { 'content-type': 'application/json' }, 'POST', '{"kind"')).status).toBe(400)
  })

  it('sends pages that load nothing from elsewhere', async () => {
    for (const path of ['/', '/claims/1', '/api/v1/summary', '/api/v1/nothing', '/assets/index-0a1b2c3d.js']) {
      const { headers } = await ask(new URL(path, server.url).href)
      const policy = headers.get('content-security-policy')!
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/https?:|\*|unsafe/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('serves the application, its pages and nothing beside it', async () => {
    const at = (path: string) => raw(server, path, { host: 'localhost' })
    expect(await at('/incidents/abc?x=1')).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' },
    })
    expect(await at('/assets/index-0a1b2c3d.js')).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'public, max-age=31536000, immutable' },
    })
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/%00',
      '/%ff',
      '/assets/none.js',
    ])
      expect((await at(path)).text).not.toContain('secret\n')
    expect((await at('/..%2fsecret.txt')).status).toBe(404)
    expect((await at('/assets/none.js')).status).toBe(404)
    const etag = (await at('/')).headers.etag as string
    expect((await raw(server, '/', { host: 'localhost', 'if-none-match': etag })).status).toBe(304)
  })

  it('gives script in names and titles as data', async () => {
    const { headers, json } = await server.ask('/reports')
    expect(headers.get('content-type')).toBe('application/json')
    expect(json.items[0]).toMatchObject({ title: SCRIPT, publisher: SCRIPT })
    const found = await server.ask(`/claims?source=${encodeURIComponent(SCRIPT)}`)
    expect(found.json.items.length).toBe(1)
    expect((await server.ask(`/reports/${encodeURIComponent(SCRIPT)}`)).headers.get('content-type')).toBe('application/problem+json')
  })

  it('bounds what is sent', async () => {
    const reason = 'x'.repeat(5_000_000)
    expect((await server.ask('/decisions', { method: 'POST', body: { kind: 'accept', claim: 'x', reason } })).status).toBe(413)
    const seen = 'x'.repeat(200_000)
    expect((await server.ask('/decisions', { method: 'POST', body: { kind: 'accept', claim: 'x', seen } })).status).toBe(413)
    const form = new FormData()
    for (let n = 0; n < 501; n++) form.append('files', new File(['x'], `${n}.txt`))
    expect((await server.ask('/reports', { method: 'POST', body: form })).status).toBe(413)
    const large = new FormData()
    large.append('files', new File(['x'.repeat(52_000_000)], 'a.txt'))
    expect((await server.ask('/reports', { method: 'POST', body: large })).status).toBe(413)
  })
})

describe('a server that others can reach', () => {
  it('does not start without a token or accounts', async () => {
    await expect(serve({ record: ':memory:', host: '0.0.0.0', port: 0 })).rejects.toThrow(UnsafeHost)
    await expect(serve({ record: ':memory:', host: 'localhost.evil.example', port: 0 })).rejects.toThrow(UnsafeHost)
    expect(['127.0.0.1', 'localhost', '::1', '127.8.8.8', '0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.example'].map(isLoopback)).toEqual([
      true, true, true, true, false, false, false, false,
    ]) // biome-ignore format: a table
  })

  it('with a token lets in whoever has it', async () => {
    const token = 'a-token-of-some-length'
    const server = await served(undefined, { token, host: '0.0.0.0' })
    try {
      expect((await server.ask('/summary')).status).toBe(401)
      expect((await server.ask('/session')).json).toMatchObject({ access: 'token', viewer: null })
      expect((await server.ask('/summary', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
      expect((await server.ask('/summary', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
      const { port } = new URL(server.url)
      const first = await ask(`http://127.0.0.1:${port}/?token=${token}`)
      expect([first.status, first.headers.get('location')]).toEqual([303, '/'])
      const cookie = first.headers.get('set-cookie')!
      expect(cookie).toMatch(/^herodot_token=.*HttpOnly; SameSite=Strict/)
      expect((await server.ask('/summary', { headers: { cookie: cookie.split(';')[0]! } })).status).toBe(200)
      expect((await ask(`http://127.0.0.1:${port}/?token=wrong`)).status).toBe(401)
      expect((await raw(server, '/api/v1/session', { host: 'evil.example' })).status).toBe(421)
      expect((await raw(server, '/api/v1/session', { host: '10.1.2.3:80' })).status).toBe(200)
    } finally {
      await server.close()
    }
  })
})
