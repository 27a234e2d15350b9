import { type FormEvent, useState } from 'react'
import { type ApiError, refresh } from '../api/client.js'
import { go } from '../url.js'
import { logIn, type Session, setUp } from './session.js'

/** Logging in, and taking up an invitation (`/setup#CODE`). */
export const Login = ({ session }: { readonly session: Session }) => {
  const code = location.pathname === '/setup' ? location.hash.slice(1) : ''
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [name, password] = [String(form.get('name') ?? ''), String(form.get('password') ?? '')]
    try {
      await (code ? setUp(code, session.setUp ? null : name, password) : logIn(name, password))
      if (code) go('/overview', { replace: true })
      refresh()
    } catch (thrown) {
      setError((thrown as ApiError).message)
    }
  }
  const asksName = !code || !session.setUp
  return (
    <main className="login">
      <form onSubmit={(event) => void submit(event)}>
        <h1 className="brand">Herodot</h1>
        {code ? (
          <p>Choose a password for your account on this record.</p>
        ) : (
          !session.setUp && <p>Open the invitation that the terminal shows to make the first account.</p>
        )}
        {asksName && (
          <label>
            Name
            <input name="name" autoComplete="username" required />
          </label>
        )}
        <label>
          Password
          <input name="password" type="password" autoComplete={code ? 'new-password' : 'current-password'} required />
        </label>
        {error && <p role="alert">{error}</p>}
        <button type="submit" className="primary">
          {code ? 'Set the password' : 'Log in'}
        </button>
      </form>
    </main>
  )
}
