/** Bytes of one file that are read at most. */
export const FILE_LIMIT = 64 * 2 ** 20

/** Bytes of one HTML page that are parsed at most: its document tree takes about thirty times as much memory. */
export const PAGE_LIMIT = 16 * 2 ** 20

/** Tags of a page at most, and how deep they may be nested. Pages of newspapers have some thousand, about thirty deep. */
export const PAGE_TAG_LIMIT = 100_000
export const PAGE_DEPTH_LIMIT = 256

/** UTF-16 code units of one report's text at most, about 700,000 words. */
export const TEXT_LIMIT = 4_000_000

/** `52428800` as `50 MB`. */
export const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 2 ** 20))} MB`
