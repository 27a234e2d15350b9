import { actors } from './actors.js'
import { add } from './add.js'
import { changes } from './changes.js'
import { claims } from './claims.js'
import type { Command } from './command.js'
import { decisions } from './decisions.js'
import { diff } from './diff.js'
import { estimateCommand } from './estimate.js'
import { exportCommand } from './export.js'
import { gazetteer } from './gazetteer.js'
import { importCommand } from './import.js'
import { incidents } from './incidents.js'
import { mcp } from './mcp.js'
import { places } from './places.js'
import { publish } from './publish.js'
import { read } from './read.js'
import { recode } from './recode.js'
import { redact } from './redact.js'
import { reports } from './reports.js'
import { serve } from './serve.js'
import { show } from './show.js'
import { timeline } from './timeline.js'
import { why } from './why.js'

/** Every command, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['read', read],
  ['add', add],
  ['recode', recode],
  ['diff', diff],
  ['claims', claims],
  ['incidents', incidents],
  ['reports', reports],
  ['actors', actors],
  ['places', places],
  ['show', show],
  ['why', why],
  ['timeline', timeline],
  ['changes', changes],
  ['decisions', decisions],
  ['redact', redact],
  ['estimate', estimateCommand],
  ['export', exportCommand],
  ['import', importCommand],
  ['gazetteer', gazetteer],
  ['publish', publish],
  ['serve', serve],
  ['mcp', mcp],
])
