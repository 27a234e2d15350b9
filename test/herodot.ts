import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** The sample reports, by the names of their files in `examples/`. */
export const EXAMPLES: readonly string[] = readdirSync(new URL('../examples/', import.meta.url))
  .filter((name) => /\.(?:html|txt)$/.test(name))
  .sort()

/** What the built command prints for `herodot …`; `npm run build` has to come first. Rejects where it exits with anything but 0. */
export const herodot = async (...args: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/cli/main.js', ...args], { cwd: ROOT, maxBuffer: 1 << 28 })
  return stdout
}

/** A folder of golden output turns on the tests that need a trained model. */
export const GOLDEN = new URL('golden/', import.meta.url)
