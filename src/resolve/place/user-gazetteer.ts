import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The folder for what a user adds to the program: `HERODOT_HOME`, else `herodot` in the XDG data folder. */
export const homeFolder = (env: Environment = process.env): string =>
  env.HERODOT_HOME || join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'herodot')

/** The file that holds the places a user added, in the format of the built gazetteer. */
export const userGazetteerFile = (env: Environment = process.env): string => join(homeFolder(env), 'gazetteer.bin')
