import type { Account, ClaimRow, OriginRef } from '../../record/index.js'
import type { FigureRow } from '../answers.js'

/** Every figure that the accounts give, with who gives it, by kind and then by time of publication. */
export const figuresOf = (accounts: readonly Account[]): readonly FigureRow[] =>
  accounts
    .flatMap(({ origin, claims }) => claims.flatMap((row) => rowsOf(row, origin)))
    .sort((a, b) => compare(a.kind, b.kind) || compare(a.published ?? '', b.published ?? '') || compare(a.claim, b.claim))

const rowsOf = ({ id, report, claim }: ClaimRow, origin: OriginRef | null): readonly FigureRow[] =>
  claim.figures.map((figure) => ({
    ...figure,
    claim: id,
    report: report.id,
    publisher: report.publisher,
    published: report.published,
    origin,
    said: claim.attribution.flatMap(({ source }) => source?.name ?? []),
  }))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
