import type { Context } from 'hono'
import { oneLine } from '#domain/one-line.ts'
import { isUuid } from '#domain/uuid.ts'
import type { AuditedListed } from '#views/audit/audited-list.tsx'
import type { Deps, ForHat } from '../../deps.ts'
import { AUDITED_ON_A_PAGE, type Auditor, type ListAsked } from '../../store/auditor.ts'
import type { Sql } from '../../store/database.ts'
import { judgeAgencyAndDays } from './asked.ts'
import { auditorOf } from './auditor.ts'

/** `stateOf`: what the address calls so; `list`: one line more than a page takes. */
type Listing<State, Line> = {
  stateOf: (name: string) => State | undefined
  list: (sql: Sql, auditor: Auditor, asked: ListAsked<State>) => Promise<Line[]>
  /** Of no agency, so that none can be asked for. */
  isOfNation?: boolean
}

/** A page of a list for auditors; of an agency or a day that does not exist nothing is looked for. */
export async function askedList<State, Line extends { id: string }>(
  deps: Deps,
  c: Context<ForHat>,
  { stateOf, list, isOfNation }: Listing<State, Line>,
): Promise<AuditedListed<Line>> {
  const typed = { ...typedIn(c), ...(isOfNation && { instansi: '' }) }
  const state = stateOf(typed.keadaan)
  const after = placeIn(c)
  const judged = await judgeAgencyAndDays(deps, typed)
  const found = judged.ok
    ? await list(deps.sql, auditorOf(c, deps), { ...judged.value, state, after })
    : []
  const lines = found.slice(0, AUDITED_ON_A_PAGE)
  return {
    asked: { ...typed, keadaan: state === undefined ? '' : typed.keadaan, after },
    problem: judged.ok ? undefined : judged.problem,
    lines,
    last: found.length > AUDITED_ON_A_PAGE ? lines.at(-1)?.id : undefined,
    isFirst: after === undefined,
  }
}

function typedIn(c: Context<ForHat>) {
  const typed = (name: string) => oneLine(c.req.query(name) ?? '')
  return {
    instansi: typed('instansi'),
    mulai: typed('mulai'),
    akhir: typed('akhir'),
    keadaan: typed('keadaan'),
  }
}

function placeIn(c: Context<ForHat>): string | undefined {
  const place = c.req.query('setelah') ?? ''
  return isUuid(place) ? place : undefined
}
