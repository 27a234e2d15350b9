import type { Span } from '../../report.js'
import type { Ground } from '../actor/ground.js'
import type { Mention } from './mentions.js'
import { quoteAt } from './quotes.js'

const SPEECH = new Set([
  ...[
    'said',
    'says',
    'say',
    'told',
    'tells',
    'added',
    'adds',
    'stated',
    'noted',
    'notes',
    'announced',
    'reported',
    'claimed',
    'claims',
    'explained',
    'warned',
    'warns',
    'insisted',
    'argued',
    'argues',
    'wrote',
    'writes',
    'tweeted',
  ],
  ...[
    'testified',
    'asked',
    'urged',
    'declared',
    'confirmed',
    'denied',
    'acknowledged',
    'believes',
    'believed',
    'thinks',
    'suggested',
    'recalled',
    'replied',
    'responded',
    'continued',
    'concluded',
    'emphasized',
    'stressed',
    'remarked',
    'pointed',
    'called',
    'charged',
    'indicated',
    'disclosed',
    'asserted',
    'revealed',
    'expressed',
    'condemned',
    'accused',
    'predicted',
    'hopes',
    'hoped',
    'vowed',
    'pledged',
    'maintained',
    'observed',
    'commented',
    'complained',
    'cautioned',
  ],
])
const SKIPPED = new Set([
  'also',
  'later',
  'has',
  'have',
  'had',
  'then',
  'again',
  'himself',
  'herself',
  'repeatedly',
  'publicly',
  'earlier',
  'today',
  'yesterday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'on',
  'recently',
  'further',
  'reportedly',
  'who',
  'previously',
  'only',
  'simply',
])

/** Who speaks in each sentence: the mention that stands before or after its first verb of speech outside quotation marks. */
export const speakersOf = (ground: Ground, mentions: readonly Mention[], quotes: readonly Span[]): readonly (Mention | null)[] => {
  const speakers: (Mention | null)[] = ground.sentences.map(() => null)
  const { words } = ground
  for (const mention of mentions) {
    if (speakers[mention.sentence] || mention.type === 'thing' || quoteAt(quotes, mention.span.start)) continue
    if (mention.pronoun && (mention.pronoun.use !== 'subject' || mention.pronoun.person !== 'third')) continue
    let i = mention.end
    while (i < mention.end + 3 && words[i] && SKIPPED.has(words[i]!.norm)) i++
    const after = words[i]
    const before = words[mention.first - 1]
    if (after && SPEECH.has(after.norm) && clear(ground, mention.span.end, after.start) && mention.subject)
      speakers[mention.sentence] = mention
    else if (
      before &&
      SPEECH.has(before.norm) &&
      /^\s*$/.test(ground.text.slice(before.end, mention.span.start)) &&
      inverted(ground, mention.first - 1)
    )
      speakers[mention.sentence] = mention
  }
  // a sentence that only goes on with a quotation keeps the speaker
  for (let s = 1; s < speakers.length; s++) {
    if (speakers[s]) continue
    const { start } = ground.sentences[s]!
    const quoted = quoteAt(quotes, start) ?? quoteAt(quotes, start + 1)
    if (quoted) speakers[s] = speakers[s - 1] ?? null
  }
  return speakers
}

const clear = (ground: Ground, from: number, to: number): boolean => !/[;:"“”]/.test(ground.text.slice(from, to)) && to - from < 60

/** True for `…," said X`: the verb follows a quotation mark or a comma. */
const inverted = (ground: Ground, verb: number): boolean =>
  /[,"”]\s*$/.test(ground.text.slice(Math.max(0, ground.words[verb]!.start - 3), ground.words[verb]!.start))
