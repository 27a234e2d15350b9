/** Adds fake reports to a record, slowly and for as long as it lives: for the test that kills it. Arguments: record, number of reports. */
import { addReports } from '../src/record/add.js'
import { Record } from '../src/record/record.js'
import { FAKE, ingested, manyReports } from './record.js'

const [path, number] = process.argv.slice(2)
const record = Record.open(path!, { create: true })
process.stdout.write('begun\n')
for await (const _ of addReports(record, ingested(manyReports(Number(number))), { workers: 1, modules: FAKE })) {
  // Nothing to tell.
}
record.close()
