import type { OpenReader } from '../src/reader.js'
import { fakeClaims } from './fake-pipeline.js'
import { SECOND } from './record.js'

/** The reader of `fake-pipeline.ts` in its second version, which has another type for those who flee. */
export const openReader: OpenReader = async () => ({
  coder: SECOND,
  read: async (report) => ({ claims: fakeClaims(report, SECOND), problems: [] }),
  close: () => {},
})
