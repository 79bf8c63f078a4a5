import type { Account } from '#domain/account/account.ts'
import type { LoginName } from '#domain/login-name.ts'
import type { PersonId } from '#domain/person.ts'
import type { Sql } from './database.ts'

/** A kept password as its table holds it; only `src/secrets` knows what `body` means. */
export type StoredPassword = { kind: 'own' | 'keycloak'; body: Record<string, unknown> }

/** Everything a password step asks about the name that was typed. */
export type Credentials = {
  account: Account
  password: StoredPassword | undefined
  /** The old SSO asked for another one before it let them in. */
  mustChange: boolean
  judgedAt: Date | undefined
  name: string
  agency: string
  numbers: readonly string[]
  isKnownBrowser: boolean
}

/** By any of a person's names in force; `knownToken` is the hash of the cookie the browser sent. */
export async function findCredentials(
  sql: Sql,
  name: LoginName,
  { knownToken, now }: { knownToken: Buffer | undefined; now: Date },
): Promise<Credentials | undefined> {
  const [row] = await sql<Row[]>`
    select a.person, a.state, a.mfa, p.name, g.name as agency, w.kind, w.body, w.judged_at,
      coalesce(w.must_change, false) as must_change,
      array(select identifier from login_identifiers where person = a.person) as numbers,
      exists (
        select from known_browsers b
        where b.person = a.person and b.token_hash = ${knownToken ?? null} and b.until > ${now}
      ) as is_known_browser
    from login_identifiers i
    join accounts a on a.person = i.person
    join people p on p.id = i.person
    join agencies g on g.id = p.agency
    left join passwords w on w.person = i.person
    where i.identifier = ${name} and i.valid_from <= ${now} and (i.valid_to is null or i.valid_to > ${now})`
  return row && toCredentials(row)
}

type Row = {
  person: PersonId
  state: Account['state']
  mfa: Account['mfa']
  name: string
  agency: string
  kind: StoredPassword['kind'] | null
  body: Record<string, unknown> | null
  mustChange: boolean
  judgedAt: Date | null
  numbers: string[]
  isKnownBrowser: boolean
}

function toCredentials({ person, state, mfa, kind, body, judgedAt, ...rest }: Row): Credentials {
  return {
    ...rest,
    account: { person, state, mfa },
    password: kind && body ? { kind, body } : undefined,
    judgedAt: judgedAt ?? undefined,
  }
}

/** Whom a new password belongs to, and the one it replaces. */
export type PasswordOwner = Pick<Credentials, 'password' | 'name' | 'agency' | 'numbers'>

export async function findPasswordOwner(sql: Sql, person: PersonId): Promise<PasswordOwner> {
  const [row] = await sql<Pick<Row, 'name' | 'agency' | 'numbers' | 'kind' | 'body'>[]>`
    select p.name, g.name as agency, w.kind, w.body,
      array(select identifier from login_identifiers where person = p.id) as numbers
    from people p
    join agencies g on g.id = p.agency
    left join passwords w on w.person = p.id
    where p.id = ${person}`
  if (!row) throw new Error('a sign-in of nobody')
  const { kind, body, ...owner } = row
  return { ...owner, password: kind && body ? { kind, body } : undefined }
}
