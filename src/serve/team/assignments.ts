import { randomUUID } from 'node:crypto'
import type { Assignment } from '../answers.js'
import type { TeamStore } from './store.js'

interface Row {
  readonly id: string
  readonly title: string
  readonly reports: string
  readonly coders: string
  readonly by: string
  readonly made: number
  readonly finished: string
}

const assignmentOf = ({ id, title, by, made, ...row }: Row): Assignment => {
  const [reports, coders, finished] = [row.reports, row.coders, row.finished].map((list) => JSON.parse(list) as string[])
  const open = !coders!.every((coder) => finished!.includes(coder))
  return { id, title, reports: reports!, coders: coders!, by, made: new Date(made).toISOString(), finished: finished!, open }
}

export class Assignments {
  constructor(
    private readonly store: TeamStore,
    private readonly now: () => number,
  ) {}

  /** The newest first. */
  list(): readonly Assignment[] {
    return this.store.all<Row>('SELECT * FROM assignment ORDER BY made DESC, id').map(assignmentOf)
  }

  find(id: string): Assignment | null {
    const row = this.store.one<Row>('SELECT * FROM assignment WHERE id = ?', id)
    return row ? assignmentOf(row) : null
  }

  add({ title, reports, coders, by }: Pick<Assignment, 'title' | 'reports' | 'coders' | 'by'>): Assignment {
    const id = randomUUID()
    const values = [id, title, JSON.stringify(reports), JSON.stringify(coders), by, this.now(), '[]'] as const
    this.store.run('INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?)', ...values)
    return this.find(id)!
  }

  /** A coder of an assignment that is there has done all. */
  finish(id: string, coder: string): Assignment {
    const finished = [...new Set([...this.find(id)!.finished, coder])]
    this.store.run('UPDATE assignment SET finished = ? WHERE id = ?', JSON.stringify(finished), id)
    return this.find(id)!
  }

  remove(id: string): void {
    this.store.run('DELETE FROM assignment WHERE id = ?', id)
  }

  /** Reports that somebody codes blind at present. */
  blindFor(name: string): ReadonlySet<string> {
    return new Set(this.list().flatMap(({ open, coders, reports }) => (open && coders.includes(name) ? reports : [])))
  }
}
