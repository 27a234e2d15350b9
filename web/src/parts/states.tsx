import type { ReactNode } from 'react'
import type { ApiError } from '../api/client.js'

/** What is shown where there is nothing yet: what would be here, and the next step. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <h2>{title}</h2>
    <div>{children}</div>
  </div>
)

export const Failure = ({ error }: { readonly error: ApiError }) => (
  <div className="failure" role="alert">
    <strong>{error.status === 0 ? 'No answer' : 'That did not work'}</strong>
    <p>{error.message}</p>
    <p className="code">{error.code}</p>
  </div>
)

export const Waiting = ({ what }: { readonly what: string }) => (
  <p className="waiting" role="status">
    Reading {what}…
  </p>
)
