import type { Quote } from '../../claim.js'

const SKIPPED =
  /^(?:\s+(?:of\s+(?:the\s+|its\s+|their\s+|those\s+|these\s+|his\s+)?(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+)?)?)["“]?(?:(?:other|others|more|additional|further|new|another|prominent|would-be|some|separate|alleged|suspected|presumed|attempted|murdered|different|major|such)\s+)*/i
const STOP =
  /^(?:a|an|the|and|or|but|of|in|on|at|to|by|for|from|with|without|near|over|into|during|after|before|since|until|as|than|that|which|who|whose|whom|when|where|while|if|is|are|was|were|be|been|being|has|have|had|will|would|could|may|might|did|do|does|said|says|also|not|it|he|she|they|their|his|her|its|we|i|this|these|those|there|per|percent|all|both|most|out|up|down|off|about|around|between|against|among|inside|outside|through|killed|wounded|injured|dead|died|missing|others|more|including|so|because|yet|still|already|currently|now|across|under|against|away|ago|later|years?|months?|weeks?|days?|hours?|minutes?|old)$/i
/** Words that look like plurals or past forms and are neither heads nor ends. */
const PLURAL =
  /(?:[^su]s|ss?es|people|men|women|children|police|troops|personnel|staff|cattle|youth|dead|displaced|percent|aircraft|wounded)$/i
const NOT_PLURAL = /(?:ous|ss|us|is)$/i
const VERB = /^(?!armed$|united$|wounded$|displaced$|unarmed$|masked$)\p{Ll}+ed$/u
const isPlural = (word: string): boolean => PLURAL.test(word) && !NOT_PLURAL.test(word)

/** Longest phrase, in words. */
const LONGEST = 4

/**
 * The noun phrase after a number: up to its first plural (after "one", its first common noun), else up to a word that cannot belong to it.
 * Null where there is none.
 */
export const countedAfter = (text: string, end: number, isSingle = false): Quote | null => {
  const skipped = SKIPPED.exec(text.slice(end, end + 60))?.[0].length ?? 0
  const start = end + skipped
  if (skipped === 0) return null
  let last: number | null = null
  const words = [...text.slice(start, start + 80).matchAll(/(?:\p{Lu}\.){2,}|[\p{L}\p{N}](?:[\p{L}\p{N}.'’]|-(?!-))*/gu)]
  let at = 0
  for (const [index, match] of words.entries()) {
    if (index >= LONGEST || STOP.test(match[0]) || VERB.test(match[0]) || !/^[ \t\n]*$/.test(text.slice(start + at, start + match.index)))
      break
    const word = /^(?:\p{Lu}\.)+$/u.test(match[0]) ? match[0] : match[0].replace(/['’]s$|[.'’-]+$/, '')
    last = start + match.index + word.length
    at = match.index + match[0].length
    const next = words[index + 1]?.[0] ?? ''
    if (
      word !== match[0] ||
      (isSingle && /^\p{Ll}/u.test(word)) ||
      (isPlural(word) && !(isPlural(next) && /^\s+\w/.test(text.slice(last, last + 2)) && !STOP.test(next)))
    )
      break
  }
  return last === null ? null : { span: { start, end: last }, text: text.slice(start, last) }
}
