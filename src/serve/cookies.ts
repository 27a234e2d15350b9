export const SESSION_COOKIE = 'herodot_session'
export const TOKEN_COOKIE = 'herodot_token'

/** Days that a session lasts. */
export const SESSION_DAYS = 7

/** A cookie that scripts cannot read and other sites cannot send, over TLS alone where `secure`; null takes it away. */
export const cookieHeader = (value: string | null, secure: boolean, name = SESSION_COOKIE): string =>
  `${name}=${value ?? ''}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${value === null ? 0 : SESSION_DAYS * 86_400}${secure ? '; Secure' : ''}`
