import type { Candidate } from '#domain/access/give-mandate.ts'
import type { Hat } from '#domain/access/hat.ts'
import type { MandateId, Role } from '#domain/access/mandate.ts'
import { soonUntil } from '#domain/access/mandate-term.ts'
import { scopeOf } from '#domain/access/scope.ts'
import type { Account } from '#domain/account/account.ts'
import type { AgencyId, UnitId, Zone } from '#domain/agency.ts'
import type { ApprovalId } from '#domain/approval/approval.ts'
import type { Origin } from '#domain/audit/event.ts'
import type { MfaState } from '#domain/mfa/mfa.ts'
import type { PersonId } from '#domain/person.ts'
import type { Wanted } from './approvals.ts'
import type { Sql } from './database.ts'
import { type MandateJson, toMandates } from './people.ts'
import { toWanted } from './role-requests.ts'
import { inScope } from './scope.ts'

/** A role as the list of an agency, or of the nation, shows it. */
export type GivenRole = {
  id: MandateId
  person: PersonId
  name: string
  nip: string
  role: Role
  agency: AgencyId | undefined
  agencyName: string
  unitName: string | undefined
  zone: Zone
  from: Date
  until: Date
}

type RoleState = 'inForce' | 'coming' | 'endsSoon' | 'over'

export type RoleFilter = { role: Role | undefined; state: RoleState; agency: string; page: number }

export const PER_PAGE = 50

/** Those that the hat looks after; one more than a page, to know whether there are others. */
export function listRoles(
  sql: Sql,
  hat: Hat,
  { role, state, agency, page }: RoleFilter,
  now: Date,
): Promise<GivenRole[]> {
  return inScope(sql, scopeOf(hat), now, async (tx) => {
    const rows = await tx<RoleRow[]>`
      select * from roles_given() g
      where (${role ?? null}::text is null or g.role = ${role ?? null})
        and (${agency} = '' or position(lower(${agency}) in lower(g.agency_name)) > 0)
        and case ${state}::text
          when 'inForce' then g.valid_from <= ${now} and g.valid_to > ${now}
          when 'coming' then g.valid_from > ${now} and g.valid_to > g.valid_from
          when 'endsSoon' then g.valid_from <= ${now} and g.valid_to > ${now}
            and g.valid_to <= ${soonUntil(now)}
          else g.valid_to <= ${now} or g.valid_to <= g.valid_from end
      order by g.agency_name, g.role, g.name, g.valid_from
      offset ${(page - 1) * PER_PAGE} limit ${PER_PAGE + 1}`
    return rows.map(toGiven)
  })
}

export async function findRole(
  sql: Sql,
  hat: Hat,
  id: MandateId,
  now: Date,
): Promise<GivenRole | undefined> {
  const [row] = await inScope(
    sql,
    scopeOf(hat),
    now,
    (tx) => tx<RoleRow[]>`select * from roles_given() g where g.id = ${id}`,
  )
  return row && toGiven(row)
}

/** A request about a role that waits for somebody's decision. */
export type WaitingRequest = {
  id: ApprovalId
  person: PersonId
  name: string
  nip: string
  agencyName: string
  unitName: string | undefined
  zone: Zone
  wanted: ReturnType<typeof toWanted>
  reason: string
  askedBy: PersonId
  askerName: string
  askedAt: Date
  expiresAt: Date
}

export async function listRoleRequests(sql: Sql, hat: Hat, now: Date): Promise<WaitingRequest[]> {
  const rows = await inScope(
    sql,
    scopeOf(hat),
    now,
    (tx) => tx<RequestRow[]>`select * from role_requests() order by asked_at, id`,
  )
  return rows.map(({ what, unitName, ...row }) => ({
    ...row,
    unitName: unitName ?? undefined,
    wanted: toWanted(what),
  }))
}

/** Whom a role might be given to, as far as the rules ask. */
export type FoundCandidate = Candidate & {
  name: string
  nip: string
  agencyName: string
  zone: Zone
  /** How many admins the agency has, on which it depends who gives what there. */
  admins: number
}

type Look = { by: { nip: string } | { id: PersonId }; hat: Hat; person: PersonId; origin: Origin }

/** By the whole number or by id; each look is in the record of the person, once a day. */
export async function lookForRole(
  sql: Sql,
  { by, hat, person, origin }: Look,
  now: Date,
): Promise<FoundCandidate | undefined> {
  const [nip, id] = 'nip' in by ? [by.nip, null] : [null, by.id]
  const [row] = await inScope(
    sql,
    scopeOf(hat),
    now,
    (tx) => tx<CandidateRow[]>`
      select * from look_for_role(${nip}, ${id}, ${person}, ${hat.id}, ${now},
        ${origin.browser}, ${origin.network})`,
  )
  if (!row) return undefined
  const { state, mandates, ...found } = row
  return { ...found, account: state, mandates: toMandates(mandates) }
}

export type Unit = { id: UnitId; name: string; code: string }

export function listUnits(sql: Sql, hat: Hat, agency: AgencyId, now: Date): Promise<Unit[]> {
  return inScope(
    sql,
    scopeOf(hat),
    now,
    (tx) => tx<Unit[]>`
      select id, name, code from units where agency = ${agency} order by code limit 2000`,
  )
}

type RoleRow = Omit<GivenRole, 'agency' | 'unitName' | 'from' | 'until'> & {
  agency: AgencyId | null
  unitName: string | null
  validFrom: Date
  validTo: Date
}

type RequestRow = Omit<WaitingRequest, 'wanted' | 'unitName'> & {
  what: Wanted
  unitName: string | null
}

type CandidateRow = {
  person: PersonId
  name: string
  nip: string
  agency: AgencyId
  agencyName: string
  zone: Zone
  state: Account['state']
  mfa: MfaState
  serves: boolean
  mandates: MandateJson[]
  admins: number
}

function toGiven({ agency, unitName, validFrom, validTo, ...row }: RoleRow): GivenRole {
  return {
    ...row,
    agency: agency ?? undefined,
    unitName: unitName ?? undefined,
    from: validFrom,
    until: validTo,
  }
}
