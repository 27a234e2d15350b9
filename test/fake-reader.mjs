// A reader for tests of what runs readers: every "shelled", "fled" and "left" is a claim, and words of the report tell it how to fail.

const TYPES = { shelled: 'ASSAULT', fled: 'DISPLACE', left: 'RETREAT' }

const claimOf = (text, match, sentence) => {
  const span = { start: match.index, end: match.index + match[0].length }
  return {
    id: `claim-${span.start}`,
    type: TYPES[match[0]],
    mode: null,
    sentence,
    trigger: { span, text: text.slice(span.start, span.end) },
    actor: [],
    recipient: [],
    place: [],
    time: { span: null, text: null, value: null, precision: 'unknown', how: 'unresolved' },
    figures: [],
    status: 'actual',
    negated: false,
    background: false,
    certainty: 'certain',
    attribution: [],
    codes: { plover: { type: null, mode: null, contexts: [] }, cameo: null, quadClass: null, acled: null },
    confidence: match[0] === 'fled' ? 0.4 : 0.9,
  }
}

const claimsOf = (text) =>
  [...text.matchAll(/[^\n]+/g)].flatMap((line) =>
    [...line[0].matchAll(/\b(?:shelled|fled|left)\b/g)].map((match) => {
      const sentence = { start: line.index, end: line.index + line[0].length }
      return claimOf(text, Object.assign(match, { index: match.index + line.index }), sentence)
    }),
  )

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds))

export const openReader = async () => ({
  coder: { name: 'herodot', version: '0.0.0', model: 'fake' },
  async read({ text }, { layers } = {}) {
    if (text.includes('THROW')) throw new Error('the reader stumbled')
    if (text.includes('DIE')) process.exit(7)
    if (text.includes('SLOW')) await pause(100)
    const problems = text.includes('ODD') ? [{ code: 'code/odd', message: 'is odd', severity: 'warning', file: null, span: null }] : []
    const empty = { mentions: [], triggers: [], attributions: [], times: [], places: [] }
    return { claims: claimsOf(text), problems, ...(layers && { layers: empty }) }
  },
  close() {},
})
