import { type FormEvent, useState } from 'react'
import { type ApiError, ask, authorName, refresh, send, useApi } from '../../api/client.js'
import { announce } from '../../parts/announce.js'
import { logOut, type Role, useSession } from '../../parts/session.js'
import { Waiting } from '../../parts/states.js'

interface User {
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

const ROLES: readonly Role[] = ['reader', 'coder', 'administrator']

/** Who works on the record, and one's own account. */
export default function Team() {
  const session = useSession()
  return <div className="page">{session.accounts ? <Accounts /> : <NoAccounts />}</div>
}

const NoAccounts = () => {
  const [name, setName] = useState(authorName.get)
  return (
    <>
      <h1>You</h1>
      <p className="lede">This record has no accounts. Your decisions carry this name.</p>
      <label>
        Name
        <input
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value)
            authorName.set(event.currentTarget.value.trim())
          }}
        />
      </label>
      <p className="note">
        For a team, start the server with <code>herodot serve --users</code>.
      </p>
    </>
  )
}

const Accounts = () => {
  const session = useSession()
  const { data } = useApi<{ readonly items: readonly User[] }>('/users')
  const [invitation, setInvitation] = useState<string | null>(null)
  const failed = (error: ApiError) => announce(error.message)
  const invite = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    send<{ path: string }>('/users', { name: form.get('name'), role: form.get('role') }).then(({ path }) => {
      setInvitation(location.origin + path)
      refresh()
    }, failed)
  }
  const changePassword = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    send('/session/password', { old: form.get('old'), new: form.get('new') }, 'PUT').then(() => {
      announce('The password is changed')
      element.reset()
    }, failed)
  }
  if (!data) return <Waiting what="the team" />
  return (
    <>
      <h1>Team</h1>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(({ name, role, active }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {session.administers && name !== session.name ? (
                  <select
                    aria-label={`Role of ${name}`}
                    value={role}
                    onChange={(event) =>
                      void send(`/users/${encodeURIComponent(name)}`, { role: event.currentTarget.value }, 'PATCH').then(refresh, failed)
                    }
                  >
                    {ROLES.map((one) => (
                      <option key={one}>{one}</option>
                    ))}
                  </select>
                ) : (
                  role
                )}
              </td>
              <td>
                {active ? 'active' : 'invited'}{' '}
                {session.administers && name !== session.name && (
                  <button
                    type="button"
                    onClick={() => void ask(`/users/${encodeURIComponent(name)}`, { method: 'DELETE' }).then(refresh, failed)}
                  >
                    Remove
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {session.administers && (
        <form className="new-assignment" onSubmit={invite}>
          <h2>Invite somebody</h2>
          <label>
            Name
            <input name="name" required />
          </label>
          <label>
            Role
            <select name="role" defaultValue="coder">
              {ROLES.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <button type="submit">Make an invitation</button>
          {invitation && (
            <p role="status">
              Give them this address; it works once, for a week: <code>{invitation}</code>
            </p>
          )}
        </form>
      )}
      <form className="new-assignment" onSubmit={changePassword}>
        <h2>Your password</h2>
        <label>
          Present
          <input name="old" type="password" autoComplete="current-password" required />
        </label>
        <label>
          New
          <input name="new" type="password" autoComplete="new-password" required />
        </label>
        <button type="submit">Change it</button>
      </form>
      <button type="button" onClick={() => void logOut().then(refresh)}>
        Log out
      </button>
    </>
  )
}
