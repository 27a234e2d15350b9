import type { Claim } from '../src/claim.js'
import type { LinkReport } from '../src/link/input.js'

/** Reports and claims for tests, plain but for what is given. */
export const reportWith = (given: Partial<LinkReport>): LinkReport => ({
  id: 'r',
  publisher: null,
  title: null,
  byline: null,
  published: '2016-11-03',
  text: '',
  ...given,
})

const NOWHERE = { start: 0, end: 0 }

export const claimWith = (given: Partial<Claim>): Claim => ({
  id: 'c',
  type: 'ASSAULT',
  mode: null,
  sentence: NOWHERE,
  trigger: { span: NOWHERE, text: 'attacked' },
  actor: [],
  recipient: [],
  place: [],
  time: { span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' },
  figures: [],
  status: 'actual',
  negated: false,
  background: false,
  certainty: 'certain',
  attribution: [],
  codes: { plover: { type: 'ASSAULT', mode: null, contexts: [] }, cameo: '19', quadClass: 'material-conflict', acled: null },
  confidence: 0.9,
  ...given,
})
