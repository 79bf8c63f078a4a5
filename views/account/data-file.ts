import type { Hat } from '#domain/access/hat.ts'
import type { Account } from '#domain/account/account.ts'
import type { AccountHold } from '#domain/account/hold.ts'
import type { Person } from '#domain/person.ts'
import type { EmailAddress } from './account-page.tsx'
import type { ShownEvent } from './history-page.tsx'
import type { ShownSession } from './sessions-page.tsx'

/** All that is told of a person in the file they take home; no secret, no hash, no seed. */
export type DataFile = {
  madeAt: Date
  person: Person
  aliases: readonly {
    identifier: string
    kind: 'nip' | 'niPppk' | 'userName'
    from: Date
    until: Date | undefined
  }[]
  mandates: readonly Hat[]
  addresses: readonly EmailAddress[]
  account: Pick<Account, 'state' | 'mfa'> & { since: Date; lastSignedInAt: Date | undefined }
  hold: AccountHold | undefined
  devices: readonly { name: string; since: Date; retiredAt: Date | undefined }[]
  recovery: { madeAt: Date; savedAt: Date | undefined; left: number } | undefined
  sessions: readonly Omit<ShownSession, 'handle' | 'isThis'>[]
  knownBrowsers: readonly { since: Date; until: Date }[]
  /** What the public log signed last, so that whoever keeps the file is a witness of it. */
  checkpoint: string | undefined
}

/** A line of the record: by oneself, by somebody else or by an import. */
export type DataLine = ShownEvent & { by: { name: string; agency: string } | 'self' | 'import' }

/** A file written from front to back: what stands before the lines of the record, and after them. */
export type DataFrame = {
  head: string
  line: (line: DataLine, isFirst: boolean) => string
  foot: string
}
