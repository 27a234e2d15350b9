import { readFileSync, writeFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import pc from 'picocolors'
import { beforeAll, describe, expect, it } from 'vitest'
import { FAKE, temporary } from '../../test/record.js'
import { type Effects, processEffects } from './effects.js'
import { herodot } from './herodot.js'
import { csvLine, table } from './table.js'

const folder = temporary()
const path = `${folder}/r.db`

const run = async (...args: string[]) => {
  const out: [string, string] = ['', '']
  const stream = (n: 0 | 1) =>
    new Writable({
      write(chunk, _, done) {
        out[n] += String(chunk)
        done()
      },
    })
  const effects: Effects = {
    ...processEffects,
    stdout: stream(0),
    stderr: stream(1),
    env: { HERODOT_RECORD: path, USER: 'ann' },
    modules: FAKE,
  }
  return { code: await herodot(args, effects), stdout: out[0], stderr: out[1] }
}

const first = async (): Promise<string> => (JSON.parse((await run('claims', '--json')).stdout) as { items: { id: string }[] }).items[0]!.id

beforeAll(async () => {
  writeFileSync(
    `${folder}/a.txt`,
    'Publisher: =cmd()\nPublished: 2016-11-02\n\nthe army attacked rebels in Mosul on 2016-11-01 killing 12, Reuters said\n',
  )
  writeFileSync(`${folder}/b.txt`, 'Published: 2016-11-04\n\nrebels seized \u001b[31mBashiqa in Gogjali on 2016-10-30\n')
  expect(await run('add', `${folder}/a.txt`, `${folder}/b.txt`, '--workers', '1', '--keep-raw')).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('2 read, 0 unchanged, 0 new versions'),
  })
})

describe('the commands of a record', () => {
  it('do not read twice', async () => {
    expect((await run('add', `${folder}/a.txt`)).stderr).toBe('0 read, 1 unchanged, 0 new versions, 0 problems\n')
  })

  it.each(['claims', 'incidents', 'reports', 'actors', 'places', 'timeline'])('%s prints for people, as JSON and as CSV', async (name) => {
    const [people, json, csv] = [await run(name), await run(name, '--json'), await run(name, '--csv')]
    expect([people.code, json.code, csv.code]).toEqual([0, 0, 0])
    expect(people.stdout).not.toContain('\u001b')
    expect(JSON.parse(json.stdout)).toBeTruthy()
    expect(csv.stdout.split('\r\n').length).toBeGreaterThan(2)
  })

  it('filter', async () => {
    const { stdout } = await run('claims', '--place', 'Mosul', '--type', 'assault', '--as-of', '2016-11-03', '--csv')
    expect(stdout.split('\r\n')).toHaveLength(3)
    expect((await run('claims', '--actor', 'nobody')).stderr).toBe('no claims found\n')
  })

  it.each([
    ['claims', '--since', 'soon'],
    ['claims', '--type', 'WAR'],
    ['claims', '--within', '5'],
    ['claims', '--limit', '0'],
    ['claims', '--cursor', 'x'],
    ['claims', 'Mosul'],
    ['claims', '--nonsense'],
    ['why', '12345678'],
    ['redact', 'x', '1-2'],
    ['changes'],
    ['decisions', 'export'],
    ['add'],
  ])('say what is wrong with %s %s %s', async (...args) => {
    const { code, stderr, stdout } = await run(...args.filter((arg) => arg !== undefined))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`herodot ${args[0]}: `)
  })

  it('say that there is no record', async () => {
    expect(await run('claims', '--record', `${folder}/none.db`)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[record/not-found]'),
    })
  })

  it('show one thing and why it is so', async () => {
    const id = await first()
    expect((await run('show', id.slice(0, 8))).stdout).toContain('Mosul')
    expect((await run('why', id, 'figures')).stdout).toContain('“12”')
    expect((await run('show', '00000000')).stderr).toContain('record/no-such-id')
    expect((await run('changes', '--since', '2016')).stdout).toContain('New reports')
  })

  it('move decisions through a file', async () => {
    const { Record } = await import('../record/record.js')
    const { decide } = await import('../record/decisions.js')
    const record = Record.open(path)
    decide(record, { kind: 'accept', claim: await first(), author: 'ann' })
    record.close()
    expect((await run('decisions', 'export', `${folder}/d.jsonl`)).code).toBe(0)
    expect(readFileSync(`${folder}/d.jsonl`, 'utf8').trim().split('\n')).toHaveLength(1)
    expect((await run('decisions', 'import', `${folder}/d.jsonl`)).stderr).toBe('0 taken in, 1 known already\n')
    expect((await run('decisions')).stdout).toContain('accept')
  })

  it('remove words', async () => {
    const report = (JSON.parse((await run('reports', '--json', '--place', 'Mosul')).stdout) as { items: { id: string }[] }).items[0]!.id
    expect(await run('redact', report, '4-8', '--reason', 'test')).toMatchObject({ code: 0, stderr: 'removed 4 characters\n' })
    expect((await run('show', report)).stdout).toContain('the ████')
  })
})

describe('tables', () => {
  const columns = [
    { title: 'A', value: (row: readonly (string | number)[]) => row[0]! },
    { title: 'N', value: (row: readonly (string | number)[]) => row[1]!, right: true },
  ]

  it('wrap what is long and keep numbers whole', () => {
    expect(
      table(
        columns,
        [
          ['one two three four five', 1000],
          ['x', 2],
        ],
        20,
        pc.createColors(false),
      ),
    ).toBe('A                  N\none two three  1,000\nfour five\nx                  2\n')
  })

  const plain = pc.createColors(false)
  const named = (title: string, spare?: number) => ({ title, value: (row: { readonly [title: string]: string }) => row[title]!, spare })

  it('break words only where nothing can be left out, the most spare first', () => {
    const row = { Type: 'ASSAULT/clash', Trigger: 'withdrawn', Who: 'Rapid Support Forces', Origin: 'International Organization' }
    const columns = [named('Type'), named('Trigger', 1), named('Who'), named('Origin', 2)]
    expect(table(columns, [row], 80, plain).split('\n')[0]).toBe('Type           Trigger    Who                   Origin')
    expect(table(columns, [row], 34, plain)).toBe(
      'Type      Trigger    Who\nASSAULT/  withdrawn  Rapid Support\nclash                Forces\n',
    )
    expect(table(columns, [row], 20, plain)).toBe('Type      Who\nASSAULT/  Rapid\nclash     Support\n          Forces\n')
    expect(table(columns, [row], 12, plain)).toBe(
      'Type    Who\nASSAUL  Rapi\nT/      d\nclash   Supp\n        ort\n        Forc\n        es\n',
    )
  })

  it('break a period between its days', () => {
    const row = { When: '2024-05-10/2024-06-07', Who: 'somebody' }
    expect(table([named('When'), named('Who')], [row], 21, plain)).toBe('When         Who\n2024-05-10/  somebody\n2024-06-07\n')
  })

  it('in CSV quote what must be, and let nothing be a formula', () => {
    expect(csvLine(['a,b', 'say "x"', '=1+1', -3, null])).toBe('"a,b","say ""x""",\'=1+1,-3,\r\n')
  })
})
