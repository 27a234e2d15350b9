import type { Claim } from '../../claim.js'
import { statusFromWords } from '../../code/status.js'
import { CORRECTABLE } from '../decision.js'
import { decisionsOf } from '../decisions.js'
import { RecordError } from '../errors.js'
import type { Record } from '../record.js'
import { claimsById } from './claims.js'
import { evidenceOf } from './evidence.js'
import type { Why } from './rows.js'
import { thingOf } from './show.js'

export const WHY_FIELDS = ['trigger', ...CORRECTABLE, 'codes', 'confidence'] as const satisfies readonly (keyof Claim)[]
type Field = (typeof WHY_FIELDS)[number]

/** How a claim's value came about. Throws `RecordError` where there is no such claim or field. */
export const why = (record: Record, id: string, field: string): Why => {
  if (!(WHY_FIELDS as readonly string[]).includes(field))
    throw new RecordError('record/bad-query', `a claim has no field "${field}": there are ${WHY_FIELDS.join(', ')}`)
  const { kind, id: claimId } = thingOf(record, id)
  if (kind !== 'claim') throw new RecordError('record/bad-query', `${claimId} is no claim but one ${kind}`)
  const row = claimsById(record, [claimId])[0]!
  const coded = JSON.parse(record.one<{ json: string }>('SELECT json FROM claim WHERE id = ? AND state = 0', claimId)!.json) as Claim
  const name = field as Field
  const words = evidenceOf(row.claim, name)
  return {
    claim: claimId,
    field,
    value: row.claim[name],
    coded: coded[name],
    words: words.length > 0 || Array.isArray(row.claim[name]) ? words : evidenceOf(row.claim, 'trigger'),
    sentence: { role: 'sentence', span: row.claim.sentence, text: row.sentence },
    how: (row.corrected as readonly string[]).includes(field) ? ['person'] : howOf(coded, name, row.coder === null, row.sentence),
    alternatives: name === 'place' ? row.claim.place.flatMap(({ alternatives }) => alternatives) : [],
    coder: row.coder,
    confidence: row.claim.confidence,
    decisions: decisionsOf(record, claimId).filter((decision) => decision.kind !== 'correct' || decision.field === field),
  }
}

/** Fillers and times say how they were resolved; other codebooks' names follow the crosswalk, figures the number rules; the rest the model judges. */
const howOf = (claim: Claim, field: Field, byPerson: boolean, sentence: string): readonly string[] => {
  if (byPerson) return ['person']
  if (field === 'actor' || field === 'recipient' || field === 'place') return [...new Set(['model', ...claim[field].map(({ how }) => how)])]
  if (field === 'time') return [claim.time.how]
  if (field === 'codes') return ['codebook']
  if (field === 'status')
    return [statusFromWords(sentence.slice(0, claim.trigger.span.start - claim.sentence.start)) === null ? 'model' : 'words']
  if (field === 'figures') return claim.figures.length === 0 ? ['model'] : ['model', 'number-words']
  return ['model']
}
