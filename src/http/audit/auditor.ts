import type { Context } from 'hono'
import type { Deps, ForHat } from '../../deps.ts'
import type { Auditor } from '../../store/auditor.ts'
import { originOf } from '../visit.ts'

/** What is kept of whoever looks, and where they are. */
export function auditorOf(c: Context<ForHat>, { clock }: Pick<Deps, 'clock'>): Auditor {
  const { current, hat, visit } = c.var
  const { id, agency } = current.person
  return { ...originOf(visit), at: clock(), person: id, hat: hat.id, zone: agency.zone }
}
