import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** Lengths in UTF-16 code units; there are no other rules, as NIST SP 800-63B advises. */
export const PASSWORD = { shortest: 12, longest: 256 } as const

/** Work factors of scrypt (OWASP Password Storage Cheat Sheet): 32 MiB and three times through them. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const BYTES = 32
const MEMORY = 64 * 2 ** 20

const derive = (
  password: string,
  salt: Buffer,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options: ScryptOptions = { N, r, p, maxmem: MEMORY }
    scrypt(password.normalize('NFC'), salt, BYTES, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** `scrypt$N$r$p$salt$key`, the last two in base64. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Takes as long for a user that is not there (`hash` null) as for one that is. */
export const isPassword = async (password: string, hash: string | null): Promise<boolean> => {
  const [, N, r, p, salt, key] = (hash ?? NOBODY).split('$')
  const derived = await derive(password, Buffer.from(salt!, 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(derived, Buffer.from(key!, 'base64')) && hash !== null
}

const NOBODY = ['scrypt', COST.N, COST.r, COST.p, Buffer.alloc(16).toString('base64'), Buffer.alloc(BYTES).toString('base64')].join('$')
