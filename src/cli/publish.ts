import { readFile } from 'node:fs/promises'
import { preview } from '../publish/preview.js'
import { type Profile, ProfileSchema } from '../publish/profile.js'
import { publish as write } from '../publish/publish.js'
import { type Command, UsageError } from './command.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { parsed } from './options.js'

/** `herodot publish` */
export const publish: Command = {
  summary: 'write what a profile lets out of a record',
  help: `Writes claims and incidents of a record into a new folder, as a profile wants them: which fields,
how precise place and time, how long after publication, whose names, which sources.
What the profile does not name is not published. docs/publish.md explains profiles.

Usage: herodot publish --profile FILE --out FOLDER [OPTION]...
       herodot publish --profile FILE --preview [OPTION]...

  --profile FILE    the profile (JSON)
  --out FOLDER      a folder that is not there yet
  --preview         write nothing; print as JSON what would be published and removed
${RECORD_HELP}
manifest.json in the folder has the SHA-256 of each file, who coded, how many decisions were taken,
and what was removed.

Exit code: 0 done, 1 could not be done, 2 wrong usage.
`,
  async run(args, { stdout, stderr, env }) {
    const { values, positionals } = parsed(args, {
      ...RECORD_OPTION,
      profile: { type: 'string' },
      out: { type: 'string' },
      preview: { type: 'boolean' },
    })
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is no option`)
    if (values.profile === undefined) throw new UsageError('--profile names the profile; nothing is published without one')
    if ((values.out === undefined) !== (values.preview === true)) throw new UsageError('say --out FOLDER or --preview')
    const profile = await readProfile(values.profile)
    return withRecord(recordPath(values.record, env), { readOnly: true }, async (record) => {
      if (values.out === undefined) {
        stdout.write(`${JSON.stringify(await preview(record, profile, Date.now()), null, 2)}\n`)
        return 0 as const
      }
      const { files, removed } = await write(record, profile, values.out, Date.now())
      for (const { name, rows } of files) stderr.write(`${name}: ${rows} ${rows === 1 ? 'row' : 'rows'}\n`)
      for (const [cause, count] of Object.entries(removed)) stderr.write(`removed: ${cause}: ${count}\n`)
      return 0 as const
    })
  },
}

const readProfile = async (file: string): Promise<Profile> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `there is no ${file}` : `${file} cannot be read: ${error.message}`)
  })
  const checked = ProfileSchema.safeParse(jsonOf(text, file))
  if (checked.success) return checked.data
  const { path, message } = checked.error.issues[0]!
  throw new Error(`${file}: ${path.length > 0 ? `${path.map(String).join('.')}: ` : ''}${message} [publish/bad-profile]`)
}

const jsonOf = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message} [publish/bad-profile]`)
  }
}
