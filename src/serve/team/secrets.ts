import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits that nobody guesses, fit for a cookie or an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret, so that whoever reads the file cannot use it. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Compares in a time that does not depend on where they differ. */
export const sameSecret = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(digest(a), 'hex'), Buffer.from(digest(b), 'hex'))
