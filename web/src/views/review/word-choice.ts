import { useCallback, useMemo, useState } from 'react'
import type { Span } from '../../api/types.js'
import type { Keys } from '../../parts/keys.js'
import { trimmed } from '../../parts/report-text.js'

/** Choosing words of a text with the pointer or, word by word, with the keyboard. */
export const useWordChoice = (text: string, near: Span | null, on: boolean) => {
  const words = useMemo(() => wordsOf(text), [text])
  const [chosen, setChosen] = useState<Span | null>(null)
  const [anchor, setAnchor] = useState<number | null>(null)
  const clear = useCallback(() => {
    setChosen(null)
    setAnchor(null)
  }, [])
  const choose = useCallback((span: Span) => {
    setChosen(span)
    setAnchor(null)
  }, [])
  const indexAt = (offset: number) =>
    Math.max(
      0,
      words.findLastIndex(({ start }) => start <= offset),
    )
  const move = (by: number, more: boolean) => {
    if (words.length === 0) return
    const bound = (index: number) => Math.min(words.length - 1, Math.max(0, index))
    if (!chosen) {
      const first = indexAt(near?.start ?? 0)
      setAnchor(first)
      setChosen(words[first]!)
      return
    }
    const from = anchor ?? indexAt(chosen.start)
    const head = indexAt(chosen.start) < from ? indexAt(chosen.start) : indexAt(chosen.end - 1)
    const to = bound(head + by)
    if (!more) {
      setAnchor(to)
      setChosen(words[to]!)
      return
    }
    setAnchor(from)
    const [low, high] = [Math.min(from, to), Math.max(from, to)]
    setChosen(trimmed(text, { start: words[low]!.start, end: words[high]!.end }))
  }
  const arrow = (by: number) => (event: KeyboardEvent) => move(by, event.shiftKey)
  const keys: Keys = on ? { ArrowRight: arrow(1), ArrowLeft: arrow(-1), ArrowDown: arrow(10), ArrowUp: arrow(-10) } : {}
  return { chosen, choose, clear, keys }
}

/** Words without the punctuation around them. */
const wordsOf = (text: string): readonly Span[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
