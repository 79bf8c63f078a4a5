import type { Hat } from '#domain/access/hat.ts'
import type { Role } from '#domain/access/mandate.ts'
import type { Happening } from '#domain/audit/event.ts'
import { codeFailuresSince, type PastCode } from '#domain/desk/code-failures.ts'
import type { AccountFacts } from '#domain/desk/standing.ts'
import type { EndOfService, LegalPosition, Service } from '#domain/import/service.ts'
import type { PersonId, PersonKind } from '#domain/person.ts'
import type { MfaResetWay } from '#domain/reset/mfa-reset.ts'
import { byteas, type TransactionSql } from '../database.ts'
import { type KeptAddress, listAddresses } from '../email-addresses.ts'
import { type HappeningRow, toHappening } from '../events.ts'
import { type MandateJson, mandatesColumn, toMandates } from '../people.ts'
import { type AccountRow, accountColumns, toFacts } from './employees.ts'

/** A device as an officer may know it. */
type SeenDevice = {
  name: string
  since: Date
  retiredAt: Date | undefined
  isPutAside: boolean
}

/** What an officer did about somebody. */
type DeskTrace = { id: number; at: Date; happening: Happening; name: string; role: Role }

type PendingMfaReset = { way: MfaResetWay; opensAt: Date | undefined }

/** All of one person that the desk may see: no password, no secret, no code. */
export type SeenEmployee = {
  id: PersonId
  name: string
  nip: string
  userName: string | undefined
  kind: PersonKind
  unitName: string | undefined
  agencyName: string
  service: Service
  mandates: readonly Hat[]
  account: AccountFacts
  lastSignedInAt: Date | undefined
  emails: readonly KeptAddress[]
  devices: readonly SeenDevice[]
  recovery: { madeAt: Date; isSaved: boolean; left: number } | undefined
  pendingMfaReset: PendingMfaReset | undefined
  codes: readonly PastCode[]
  traces: readonly DeskTrace[]
  passwordFailures: { known: number; unknown: number }
}

type Asked = { id: PersonId; now: Date; passwordKeys: readonly Buffer[] }

const CODES = 12
const TRACES = 10

/** Undefined where nobody of that id is within the scope of the transaction. */
export async function findEmployee(
  tx: TransactionSql,
  { id, now, passwordKeys }: Asked,
): Promise<SeenEmployee | undefined> {
  const [row] = await tx<Row[]>`
    select p.id, p.name, p.kind, p.legal_position, p.end_of_service, u.name as unit_name,
      g.name as agency_name, ${accountColumns(tx)}, ${mandatesColumn(tx, tx`p.id`)},
      (select identifier from login_identifiers n
        where n.person = p.id and n.kind = 'userName' and n.valid_to is null limit 1) as user_name,
      r.made_at, r.saved_at is not null as is_saved,
      (select count(*) from recovery_codes c where c.person = p.id and c.used_at is null) as codes_left,
      desk_password_failures(p.id, ${byteas(tx, passwordKeys)}) as password_failures
    from people p
    join accounts a on a.person = p.id
    join agencies g on g.id = p.agency
    left join units u on u.id = p.unit
    left join recovery_sets r on r.person = p.id
    where p.id = ${id}`
  return (
    row && {
      ...toSeen(row),
      emails: await listAddresses(tx, id),
      devices: await listSeenDevices(tx, id),
      pendingMfaReset: await findPendingMfaReset(tx, id, now),
      codes: await listCodes(tx, id, now),
      traces: await listTraces(tx, id),
    }
  )
}

async function listSeenDevices(tx: TransactionSql, person: PersonId): Promise<SeenDevice[]> {
  const rows = await tx<(Omit<SeenDevice, 'retiredAt'> & { retiredAt: Date | null })[]>`
    select name, verified_at as since, retired_at, put_aside as is_put_aside from devices
    where person = ${person} and (retired_at is null or put_aside)
    order by retired_at is not null, verified_at desc`
  return rows.map(({ retiredAt, ...row }) => ({ ...row, retiredAt: retiredAt ?? undefined }))
}

async function findPendingMfaReset(
  tx: TransactionSql,
  person: PersonId,
  now: Date,
): Promise<PendingMfaReset | undefined> {
  const [row] = await tx<{ way: MfaResetWay; opensAt: Date | null }[]>`
    select way, opens_at from mfa_resets
    where person = ${person} and state = 'waiting' and closes_at > ${now}
    order by asked_at desc limit 1`
  return row && { way: row.way, opensAt: row.opensAt ?? undefined }
}

async function listCodes(tx: TransactionSql, person: PersonId, now: Date): Promise<PastCode[]> {
  const rows = await tx<(HappeningRow & { at: Date })[]>`
    select at, kind, detail from events
    where person = ${person} and at > ${codeFailuresSince(now)}
      and kind in ('codeWrong', 'codeReplayed', 'codesLocked', 'recoveryCodeWrong', 'signedIn')
    order by id desc limit ${CODES}`
  return rows.map(({ at, ...row }) => ({ at, happening: toHappening(row) }))
}

async function listTraces(tx: TransactionSql, person: PersonId): Promise<DeskTrace[]> {
  const rows = await tx<(HappeningRow & Omit<DeskTrace, 'happening'>)[]>`
    select id, at, kind, detail, name, role from desk_record(${person}, ${TRACES})`
  return rows.map(({ kind, detail, ...row }) => ({
    ...row,
    happening: toHappening({ kind, detail }),
  }))
}

type Row = AccountRow & {
  id: PersonId
  name: string
  kind: PersonKind
  legalPosition: LegalPosition | null
  endOfService: EndOfService | null
  unitName: string | null
  agencyName: string
  mandates: MandateJson[]
  userName: string | null
  madeAt: Date | null
  isSaved: boolean
  codesLeft: number
  passwordFailures: number[] | null
}

function toSeen(row: Row) {
  const { id, name, kind, agencyName, madeAt, isSaved, codesLeft } = row
  const [known = 0, unknown = 0] = row.passwordFailures ?? []
  return {
    id,
    name,
    nip: row.nip ?? '',
    userName: row.userName ?? undefined,
    kind,
    unitName: row.unitName ?? undefined,
    agencyName,
    service: { position: row.legalPosition ?? undefined, ending: row.endOfService ?? undefined },
    mandates: toMandates(row.mandates),
    account: toFacts(row),
    lastSignedInAt: row.lastSignedInAt ?? undefined,
    recovery: madeAt ? { madeAt, isSaved, left: codesLeft } : undefined,
    passwordFailures: { known, unknown },
  }
}

/** Whom an act is about, for the page that asks first. */
export type EmployeeHead = { id: PersonId; name: string; nip: string; mandates: readonly Hat[] }

export async function findEmployeeHead(
  tx: TransactionSql,
  id: PersonId,
): Promise<EmployeeHead | undefined> {
  const [row] = await tx<{ name: string; nip: string | null; mandates: MandateJson[] }[]>`
    select p.name, ${mandatesColumn(tx, tx`p.id`)},
      p.number as nip
    from people p where p.id = ${id}`
  return row && { id, name: row.name, nip: row.nip ?? '', mandates: toMandates(row.mandates) }
}
