import type { Hat } from '#domain/access/hat.ts'
import type { VersionId } from '#domain/archive/version.ts'
import type { LocalMail } from '#domain/mail/written-mail.ts'
import type { PasswordRule } from '#domain/password/rule.ts'
import type { ResetMfa } from '#domain/reset/policy.ts'
import type { Reset } from '#domain/reset/reset.ts'
import type { Result } from '#domain/result.ts'
import type { Assets } from '#views/page.tsx'
import type { Blobs } from './blobs/blobs.ts'
import type { PaperFileRefused } from './receiving/paper.ts'
import type { Uploads } from './receiving/uploads.ts'
import type { CaptchaSecrets } from './secrets/captcha.ts'
import type { Checks } from './secrets/checks.ts'
import type { HashQueue, Place } from './secrets/hash-queue.ts'
import type { KeptPasswords } from './secrets/kept-passwords.ts'
import type { Vault } from './secrets/vault.ts'
import type { SpendShared } from './store/allowances.ts'
import type { PaperFile } from './store/archive/destruction/papers.ts'
import type { Keyring } from './store/archive/keyring.ts'
import type { Sql } from './store/database.ts'
import type { FoundSession } from './store/sessions.ts'
import type { FoundSignIn } from './store/sign-ins.ts'
import type { LogReader } from './tlog/log-files.ts'

export type { Place }

/** Everything outside a handler that it may touch. */
export type Deps = {
  sql: Sql
  /** Keys of the archive, by connections of their own: those of `sql` see none (docs/decisions/019). */
  keyring: Keyring
  blobs: Blobs
  /** Files on their way into the archive. */
  uploads: Uploads
  /** A paper of a destruction, looked into and sealed while its sender waits. */
  receivePaper: (chunks: AsyncIterable<Uint8Array>) => Promise<Result<PaperFile, PaperFileRefused>>
  /** Reads every copy of a file whole, now, and mends what can be mended (archive.md 5.4). */
  care: (version: VersionId) => Promise<unknown>
  /** The public log as it is served. */
  tlog: LogReader
  checks: Checks
  /** Counts files that are asked for by their hash, from wherever, against what the whole portal answers. */
  spendFingerprint: SpendShared
  clock: () => Date
  /** False while the server's own time is in doubt: codes are then postponed (R-OT-07). */
  serverClock: { isTrusted: () => boolean }
  passwords: KeptPasswords
  hashQueue: HashQueue
  vault: Vault
  captcha: CaptchaSecrets
  rule: PasswordRule
  /** Whether a reset by mail puts the second factor aside, or asks for it (R-RS-03). */
  resetMfa: ResetMfa
  /** Milliseconds after which a password step answers, whatever it found (R-EN-01). */
  answerAt: number
  site: Site
  assets: Assets
  report: Report
  missingMigrations: () => Promise<readonly string[]>
  /** On a desk the mails stay here to be read; production has none. */
  mailbox: Mailbox | undefined
  /** Missing where files are imported from the command line alone. */
  spool: Spool | undefined
}

/** Where files for the import lie until they are applied; their owner alone can read them. */
type Spool = {
  /** As they come, hashed and counted on the way; a file that ends in the middle leaves nothing. */
  keep: (
    name: string,
    chunks: AsyncIterable<Uint8Array>,
  ) => Promise<{ bytes: number; sha256: string }>
  remove: (name: string) => Promise<void>
}

/** Newest first. */
export type Mailbox = { list: () => Promise<LocalMail[]> }

/** Who may call themselves this site, and whose word about a client's address counts. */
export type Site = {
  /** What links that leave the site begin with, whatever a request named. */
  origin: string
  isOwnOrigin: (origin: string, host: string) => boolean
  isSecure: boolean
  isTrustedProxy: (address: string) => boolean
  isOffice: (address: string) => boolean
}

/** What the log is told; no field may hold what a person typed or is called. */
export type Report = {
  request: (line: RequestLine) => void
  problem: (problem: unknown, reference: string) => void
  /** Directives of the content security policy that a browser says it had to apply. */
  blocked: (directives: readonly string[], reference: string) => void
}

type RequestLine = {
  reference: string
  method: string
  route: string
  status: number
  milliseconds: number
  refusal: string | undefined
}

/** What every handler finds in `c.var`. */
export type Visit = {
  reference: string
  /** The random name of a browser before it is signed in, once it has seen a form (R-CS-01). */
  pre: string | undefined
  known: string | undefined
  address: string
  /** What the address is counted as, alone and with its neighbourhood (table 4.1). */
  alone: string
  network: string
  browser: string
}

/** A page as it leaves: packed if the browser takes it so, with the headers that say how. */
export type Packed = { body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> }

type Always = {
  visit: Visit
  assets: Assets
  pack: (text: string) => Packed
  refusal: string | undefined
}

export type ForAnyone = { Variables: Always; Bindings: NodeBindings }
export type ForVisitor = { Variables: Always & { pre: string }; Bindings: NodeBindings }
/** `browser` is the hash of the cookie that the reset is found by. */
export type ForResetting = {
  Variables: Always & { pre: string; browser: Buffer; reset: Reset }
  Bindings: NodeBindings
}
export type ForMidway = {
  Variables: Always & { pre: string; midway: FoundSignIn }
  Bindings: NodeBindings
}
export type ForPerson = {
  Variables: Always & { sid: string; current: FoundSession }
  Bindings: NodeBindings
}

/** Someone who acts for others, in a role that permits what the address is for. */
export type ForHat = {
  Variables: ForPerson['Variables'] & { hat: Hat }
  Bindings: NodeBindings
}

/** And whose second factor was given within five minutes, maybe with this very form. */
export type ForActing = {
  Variables: ForHat['Variables'] & { provenAt: Date }
  Bindings: NodeBindings
}

/** `provenAt`: when the second factor was given, not long ago (R-SE-06). */
export type ForProven = {
  Variables: ForPerson['Variables'] & { provenAt: Date }
  Bindings: NodeBindings
}

type NodeBindings = { incoming?: { socket?: { remoteAddress?: string } } }
