import { useEffect, useState } from 'react'

type Listener = (message: Message) => void
interface Message {
  readonly text: string
  readonly undo: (() => void) | null
  readonly at: number
}

let listener: Listener | null = null

/** Tells of something done, for eyes and for screen readers. */
export const announce = (text: string, undo: (() => void) | null = null): void => listener?.({ text, undo, at: Date.now() })

export const Announcements = () => {
  const [message, setMessage] = useState<Message | null>(null)
  useEffect(() => {
    listener = setMessage
    return () => {
      listener = null
    }
  }, [])
  useEffect(() => {
    if (!message) return
    const timer = setTimeout(() => setMessage(null), 8000)
    return () => clearTimeout(timer)
  }, [message])
  return (
    <div className="announcements" role="status" aria-live="polite">
      {message && (
        <div className="toast" key={message.at}>
          <span>{message.text}</span>
          {message.undo && (
            <button type="button" onClick={message.undo}>
              Undo <kbd>u</kbd>
            </button>
          )}
        </div>
      )}
    </div>
  )
}
