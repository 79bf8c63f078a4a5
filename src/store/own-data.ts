import type { Hat } from '#domain/access/hat.ts'
import type { Account } from '#domain/account/account.ts'
import type { PersonId } from '#domain/person.ts'
import { filled, type Sql } from './database.ts'
import { toHappening } from './events.ts'
import type { PastEvent } from './history.ts'
import { type MandateJson, mandatesColumn, toMandates } from './people.ts'

type Alias = {
  identifier: string
  kind: 'nip' | 'niPppk' | 'userName'
  from: Date
  until: Date | undefined
}

/** What the portal keeps about a person's account beside the record; no secret and no hash of one. */
export type OwnData = {
  aliases: readonly Alias[]
  mandates: readonly Hat[]
  account: Pick<Account, 'state' | 'mfa'> & { since: Date; lastSignedInAt: Date | undefined }
  devices: readonly PastDevice[]
  recovery: { madeAt: Date; savedAt: Date | undefined; left: number } | undefined
  knownBrowsers: readonly { since: Date; until: Date }[]
}

/** Those put aside within seven days too. */
type PastDevice = { name: string; since: Date; retiredAt: Date | undefined }

export async function findOwnData(sql: Sql, person: PersonId): Promise<OwnData> {
  const [row] = await sql<Row[]>`
    select a.state, a.mfa, a.state_since, a.last_signed_in_at, r.made_at, r.saved_at,
      (select count(*) from recovery_codes c where c.person = a.person and c.used_at is null) as codes_left,
      ${mandatesColumn(sql, sql`a.person`)}
    from accounts a left join recovery_sets r on r.person = a.person
    where a.person = ${person}`
  const { state, mfa, stateSince, lastSignedInAt, ...more } = filled(row ?? null)
  const { madeAt, savedAt, codesLeft, mandates } = more
  return {
    aliases: await listAliases(sql, person),
    mandates: toMandates(mandates),
    account: { state, mfa, since: stateSince, lastSignedInAt: lastSignedInAt ?? undefined },
    devices: await listPastDevices(sql, person),
    recovery: madeAt ? { madeAt, savedAt: savedAt ?? undefined, left: codesLeft } : undefined,
    knownBrowsers: await sql<{ since: Date; until: Date }[]>`
      select since, until from known_browsers where person = ${person} order by since`,
  }
}

/** A line of the whole record about a person: by themselves, by somebody else or by an import. */
export type DataEvent = PastEvent & { by: { name: string; agency: string } | 'self' | 'import' }

export async function listDataEvents(
  sql: Sql,
  { person, after, limit }: { person: PersonId; after: number; limit: number },
): Promise<DataEvent[]> {
  const rows = await sql<EventRow[]>`
    select e.id, e.at, e.kind, e.browser, e.network, e.detail, p.name, g.name as agency,
      e.actor is null as is_import
    from events e
    left join people p on p.id = e.actor and e.actor <> e.person
    left join agencies g on g.id = p.agency
    where e.person = ${person} and e.id > ${after}
    order by e.id limit ${limit}`
  return rows.map(({ kind, detail, name, agency, isImport, ...row }) => ({
    ...row,
    happening: toHappening({ kind, detail }),
    by: name !== null && agency !== null ? { name, agency } : isImport ? 'import' : 'self',
  }))
}

async function listAliases(sql: Sql, person: PersonId): Promise<Alias[]> {
  const rows = await sql<(Omit<Alias, 'until'> & { until: Date | null })[]>`
    select identifier, kind, valid_from as "from", valid_to as "until" from login_identifiers
    where person = ${person} order by valid_from, identifier`
  return rows.map((row) => ({ ...row, until: row.until ?? undefined }))
}

async function listPastDevices(sql: Sql, person: PersonId): Promise<PastDevice[]> {
  const rows = await sql<(Omit<PastDevice, 'retiredAt'> & { retiredAt: Date | null })[]>`
    select name, verified_at as since, retired_at from devices
    where person = ${person} order by verified_at, id`
  return rows.map((row) => ({ ...row, retiredAt: row.retiredAt ?? undefined }))
}

type Row = Pick<Account, 'state' | 'mfa'> & {
  stateSince: Date
  lastSignedInAt: Date | null
  madeAt: Date | null
  savedAt: Date | null
  codesLeft: number
  mandates: MandateJson[]
}

type EventRow = Omit<DataEvent, 'happening' | 'by'> & {
  kind: string
  detail: Record<string, unknown>
  name: string | null
  agency: string | null
  isImport: boolean
}
