import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/** Commit and model that a figure belongs to. */
export function provenance(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', 'src', 'knowledge', 'model') === '' ? '' : ' with changes not yet committed'
  const { hash } = JSON.parse(readFileSync(join(ROOT, 'model/manifest.json'), 'utf8')) as { hash: string }
  return `Commit ${git('rev-parse', '--short', 'HEAD')}${changed}, model ${hash.slice(0, 12)}, Node ${process.versions.node}.`
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` in a file of bench/. */
export function writeSection(name: string, body: string, file = 'RESULTS.md'): void {
  const path = join(ROOT, 'bench', file)
  const text = readFileSync(path, 'utf8')
  const between = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`)
  if (!between.test(text)) throw new Error(`bench/${file} has no section ${name}`)
  writeFileSync(
    path,
    text.replace(between, () => `<!-- ${name} -->\n${provenance()}\n\n${body}\n<!-- /${name} -->`),
  )
}
