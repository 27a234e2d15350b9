import type { Command } from './command.js'

/** Every command, in the order of the help; each is loaded when it is called, for some bring much with them. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['read', async () => (await import('./read.js')).read],
  ['add', async () => (await import('./add.js')).add],
  ['recode', async () => (await import('./recode.js')).recode],
  ['diff', async () => (await import('./diff.js')).diff],
  ['claims', async () => (await import('./claims.js')).claims],
  ['incidents', async () => (await import('./incidents.js')).incidents],
  ['reports', async () => (await import('./reports.js')).reports],
  ['actors', async () => (await import('./actors.js')).actors],
  ['places', async () => (await import('./places.js')).places],
  ['show', async () => (await import('./show.js')).show],
  ['why', async () => (await import('./why.js')).why],
  ['timeline', async () => (await import('./timeline.js')).timeline],
  ['changes', async () => (await import('./changes.js')).changes],
  ['decisions', async () => (await import('./decisions.js')).decisions],
  ['redact', async () => (await import('./redact.js')).redact],
  ['estimate', async () => (await import('./estimate.js')).estimateCommand],
  ['export', async () => (await import('./export.js')).exportCommand],
  ['import', async () => (await import('./import.js')).importCommand],
  ['gazetteer', async () => (await import('./gazetteer.js')).gazetteer],
  ['publish', async () => (await import('./publish.js')).publish],
  ['serve', async () => (await import('./serve.js')).serve],
  ['mcp', async () => (await import('./mcp.js')).mcp],
])
