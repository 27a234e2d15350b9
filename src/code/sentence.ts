import type { Mention, Parse, Token } from '../parse/parse.js'
import type { Span } from '../report.js'

/** What stands in one sentence, in text order. */
export interface Sentence {
  readonly span: Span
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
}

/** Sorts tokens and mentions by sentence, in one pass for the whole report. */
export const sentencesOf = ({ sentences, tokens, mentions }: Parse): readonly Sentence[] => {
  const sorted = sentences.map((span) => ({ span, tokens: [] as Token[], mentions: [] as Mention[] }))
  for (const token of tokens) sorted[token.sentence]?.tokens.push(token)
  let at = 0
  for (const mention of [...mentions].sort((a, b) => a.span.start - b.span.start)) {
    while (at < sentences.length && sentences[at]!.end <= mention.span.start) at++
    sorted[at]?.mentions.push(mention)
  }
  return sorted
}
