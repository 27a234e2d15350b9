import { useEffect, useRef } from 'react'

export type Keys = Readonly<Record<string, ((event: KeyboardEvent) => void) | undefined>>

const WRITES = 'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]'

/** Single keys that do something while the component is shown; not while somebody writes, nor with a modifier other than shift. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      const target = event.target as Element
      if (target.matches?.(WRITES) || (target.closest?.('dialog') && event.key !== 'Escape')) return
      if ((event.key === 'Enter' || event.key === ' ') && target.closest?.('button, a, summary, [role=tab]')) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
