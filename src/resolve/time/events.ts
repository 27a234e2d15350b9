import type { Span } from '../../report.js'
import { edtfOf, type Moment, UNITS } from './moment.js'
import type { TimeReading } from './resolve.js'

/** A word for something that happened and the date that the report gives it. */
export interface DatedEvent {
  readonly stem: string
  readonly moment: Moment
  /** Where the word stands. */
  readonly at: number
}

/** Stems of words that stand for each other when a report comes back to what it told: "the bombing", "the attack". */
const SAME_THING = [
  ['attack', 'bomb', 'blast', 'explos', 'explod', 'incident', 'assault', 'tragedi', 'massacr', 'deton'],
  ['shootout', 'gunbattl', 'gunfight', 'firefight'],
] as const
const LEADERS = new Map<string, string>(SAME_THING.flatMap((stems) => stems.map((stem) => [stem, stems[0]] as const)))

/** The beginning that a noun shares with its verb and its plural: `bomb` of "bombings", `arrest` of "arrested". */
export const stemOf = (word: string): string => {
  const lower = word.toLowerCase()
  const bare = lower.replace(/(?:ings?|ions?|ed|es|s|ers?|e)$/, '')
  const stem = (bare.length >= 3 ? bare : lower).replace(/y$/, 'i').replace(/(.)\1$/, '$1')
  return LEADERS.get(stem) ?? stem
}

/** "the April 15 bombing", "the 1994 genocide": up to two words between the date and what it dates. */
const NAMED_AFTER = /^,?\s+(?:[\w'’-]+\s+){0,2}?(?<noun>[a-z]{4,})\b/
const NAMED_BEFORE = /\b(?<noun>[a-z]{4,})\s+(?:on|in|of)\s+$/

/**
 * What the report dates, in text order: nouns that a date stands beside ("the April 15 bombing", "the blast on Friday"),
 * and the claims whose time is known.
 */
export const datedEvents = (
  text: string,
  readings: readonly TimeReading[],
  claims: readonly { readonly trigger: Span; readonly moment: Moment }[],
): readonly DatedEvent[] => {
  const beside = readings.flatMap(({ span, from, to, kind }) => {
    if (from === null || from !== to || kind === 'duration') return []
    const after = NAMED_AFTER.exec(text.slice(span.end, span.end + 40))?.groups?.noun
    const before = NAMED_BEFORE.exec(text.slice(Math.max(0, span.start - 30), span.start))?.groups?.noun
    return [after, before].flatMap((noun) => (noun === undefined ? [] : [{ stem: stemOf(noun), moment: from, at: span.start }]))
  })
  const told = claims.map(({ trigger, moment }) => ({
    stem: stemOf(text.slice(trigger.start, trigger.end)),
    moment,
    at: trigger.start,
  }))
  return [...beside, ...told].sort((a, b) => a.at - b.at)
}

/** The date of what a phrase names: the most exact that its words have in the report, of equals the one told oftenest, then the first. */
export const dateOfEvent = (phrase: string, events: readonly DatedEvent[]): Moment | null => {
  const stems = new Set((phrase.match(/[A-Za-z]{4,}/g) ?? []).map(stemOf))
  const named = events.filter(({ stem }) => stems.has(stem))
  const times = new Map<string, number>()
  for (const { moment } of named) times.set(key(moment), (times.get(key(moment)) ?? 0) + 1)
  const rank = ({ moment }: DatedEvent): number => UNITS.indexOf(moment.unit) * 1000 - times.get(key(moment))!
  return named.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at)[0]?.moment ?? null
}

const key = (moment: Moment): string => edtfOf({ from: moment, to: moment })!
