/**
 * Measures each component on public gold through the command line, and writes the table of bench/RESULTS.md between its `components` marks.
 *
 * npm run bench:components [-- COMPONENT...] [--sample N]   measures those named, all by default; the rows of the others stay
 *
 * With --sample no more than N documents of a corpus are read, spread evenly; the table says how many were.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { attribution } from './components/attribution.js'
import { claims } from './components/claims.js'
import type { Component, Reader } from './components/component.js'
import { coreference } from './components/coreference.js'
import { DATA } from './components/data.js'
import { entities } from './components/entities.js'
import { events } from './components/events.js'
import { factuality } from './components/factuality.js'
import { places } from './components/places.js'
import { quantities } from './components/quantities.js'
import { readDocuments } from './components/read.js'
import { keptRows, table } from './components/table.js'
import { time } from './components/time.js'
import { writeSection } from './results.js'

const COMPONENTS: Readonly<Record<string, Component>> = {
  entities,
  attribution,
  time,
  places,
  events,
  factuality,
  quantities,
  coreference,
  claims,
}
const HEAD =
  '`npm run bench:components`: the command line on public gold, with 95% bootstrap intervals over documents. ' +
  'The corpora, and where they are from, are named in `training/`; texts are not part of the repository. ' +
  'What is measured in the same run stands as measured, what others say of their own systems as published. ' +
  'A held half is one that no rule was developed on. Stanford CoreNLP, whose models are no part of an installation, was not there to be measured.'

const { positionals: asked, values } = parseArgs({ allowPositionals: true, options: { sample: { type: 'string' } } })
const most = Number(values.sample ?? Number.POSITIVE_INFINITY)
const read: Reader = (documents) => {
  const step = Math.max(1, documents.length / most)
  return readDocuments(documents.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)))
}
const unknown = asked.filter((name) => !(name in COMPONENTS))
if (unknown.length > 0 || !existsSync(DATA)) {
  console.error(
    unknown.length > 0
      ? `bench: there is no component ${unknown.join(', ')}; there are ${Object.keys(COMPONENTS).join(', ')}`
      : `bench: ${DATA} is not there`,
  )
  process.exit(2)
}
for (const name of asked.length > 0 ? asked : Object.keys(COMPONENTS)) {
  const rows = COMPONENTS[name]!(read)
  console.log(table(rows))
  // each component is written as soon as it is measured
  const order = Object.keys(COMPONENTS)
  const all = [...keptRows('components', name), ...rows].sort((a, b) => order.indexOf(a.component) - order.indexOf(b.component))
  writeSection('components', `${HEAD}\n\n${table(all)}`)
}
