import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import type { ScanPolicy } from '#domain/archive/scan.ts'
import { no, ok, type Result } from '#domain/result.ts'
import {
  type ArchivePlaces,
  archiveEmbedded,
  archiveProduction,
  copyProblems,
  embeddedPlaces,
  placeProblems,
  productionPlaces,
} from './archive-config.ts'
import {
  clamdUrl,
  defaultSender,
  networks,
  readHostAndPort,
  readSender,
  smtpUrl,
  toOrigin,
  url,
  wholeNumber,
} from './config-values.ts'
import type { ClamdAddress } from './intake/clamd.ts'
import type { Sender, SmtpServer } from './mail/smtp.ts'
import { DEFAULT_COST, type HashCost, isCostEnough } from './secrets/password-hash.ts'
import {
  embeddedLog,
  type LogPlaces,
  logEmbedded,
  logProduction,
  productionLog,
  signingProblems,
} from './tlog-config.ts'

/** What the portal runs with; only the embedded kind has room for development conveniences. */
export type Config = EmbeddedConfig | ProductionConfig

/** `baseUrl` is missing where port 0 asks for a free one: see `localUrl`. */
type EmbeddedConfig = Shared & {
  kind: 'embedded'
  dataDir: string
  baseUrl: string | undefined
  /** Without one, mails stay on this machine to be read. */
  smtp: SmtpServer | undefined
}

/** `ownerUrl`: who runs the migrations, where the application's login owns nothing. */
export type ProductionConfig = Shared & {
  kind: 'production'
  databaseUrl: string
  ownerUrl: string
  baseUrl: string
  smtp: SmtpServer
}

/** Networks are written address/prefix length; `officeNetworks` have limits ten times as high. */
type Shared = {
  port: number
  host: string
  keysFile: string
  trustedProxies: string[]
  officeNetworks: string[]
  responseDeadlineMs: number
  passwordRule: 'classes' | 'length'
  resetMfa: 'reactivate' | 'keep'
  hashCost: HashCost
  ntpServer: { host: string; port: number } | undefined
  mailFrom: Sender
  /** Where the work that needs no request is done: beside the web, elsewhere, or here alone. */
  jobs: 'here' | 'off' | 'only'
  /** Where files lie that are sent to be imported; without it only the command line imports. */
  importFolder: string | undefined
  archive: ArchivePlaces
  tlog: LogPlaces
  /** Whether uploads wait for the malware scanner, and where it is. */
  scan: { policy: ScanPolicy; clamd: ClamdAddress | undefined }
}

/** A variable of the environment and what is to be done about it; never its value. */
export type ConfigProblem = { variable: string; todo: string }

type Environment = Record<string, string | undefined>

const shared = {
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().optional(),
  TRUSTED_PROXIES: networks(),
  OFFICE_NETWORKS: networks(),
  PASSWORD_RULE: z.enum(['classes', 'length'], 'set it to classes or length').default('classes'),
  RESET_MFA: z.enum(['reactivate', 'keep'], 'set it to reactivate or keep').default('reactivate'),
  ARGON2_MEMORY_KIB: wholeNumber(8, 4_194_304).default(DEFAULT_COST.memoryKib),
  ARGON2_PASSES: wholeNumber(1, 100).default(DEFAULT_COST.passes),
  NTP_SERVER: z.string().transform(readHostAndPort).optional(),
  MAIL_FROM: z.string().transform(readSender).optional(),
  IMPORT_DIR: z.string().optional(),
  CLAMD_URL: clamdUrl().optional(),
  SCAN_POLICY: z
    .enum(['required', 'optional', 'off'], 'set it to required, optional or off')
    .optional(),
  JOBS: z.enum(['here', 'off', 'only'], 'set it to here, off or only').default('here'),
}

const embedded = z.object({
  ...shared,
  ...archiveEmbedded,
  ...logEmbedded,
  DATA_DIR: z.string().default('data'),
  KEYS_FILE: z.string().optional(),
  BASE_URL: url('set it to the address people type, like http://127.0.0.1:3000', /^https?:$/)
    .transform(toOrigin)
    .optional(),
  RESPONSE_DEADLINE_MS: wholeNumber(0, 10_000).default(400),
  SMTP_URL: smtpUrl().optional(),
})

const production = z.object({
  ...shared,
  ...archiveProduction,
  ...logProduction,
  DATABASE_URL: url(
    'set it to postgres://user:password@host:port/database, of a PostgreSQL 15 or newer',
    /^postgres(ql)?:$/,
  ),
  DATABASE_OWNER_URL: url(
    'set it like DATABASE_URL, with the login that owns the tables, or leave it out',
    /^postgres(ql)?:$/,
  ).optional(),
  KEYS_FILE: z.string('set it to the path of the file with pepper and keys'),
  BASE_URL: url(
    'set it to the https address people type, without path, like https://asn.example.go.id',
    /^https:$/,
  ).transform(toOrigin),
  RESPONSE_DEADLINE_MS: wholeNumber(200, 10_000).default(400),
  SMTP_URL: smtpUrl(),
})

/** The whole configuration, or everything that is missing or wrong in it; '' counts as not set. */
export function readConfig(environment: Environment): Result<Config, ConfigProblem[]> {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const isProduction = 'DATABASE_URL' in set || set['NODE_ENV'] === 'production'
  const read = isProduction ? production.safeParse(set) : embedded.safeParse(set)
  const own = [
    ...costProblems(set),
    ...scanProblems(set),
    ...(isProduction ? [...copyProblems(set), ...signingProblems(set)] : originProblems(set)),
  ]
  const problems = [...(read.error?.issues ?? []).map(toProblem), ...own]
  if (!read.success || problems.length > 0) return no(problems)
  const config = 'DATABASE_URL' in read.data ? toProduction(read.data) : toEmbedded(read.data)
  const places = placeProblems(config.archive)
  return places.length > 0 ? no(places) : ok(config)
}

/** One message with everything that has to be done before the portal can start. */
export function configProblemText(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ variable, todo }) => `  ${variable}: ${todo}`)
  return ['The configuration is not complete. In the environment:', ...lines].join('\n')
}

/** Where a browser on this machine finds a server that listens at the given host and port. */
export function localUrl(host: string, port: number): string {
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${isIP(reached) === 6 ? `[${reached}]` : reached}:${port}`
}

function toEmbedded(set: z.infer<typeof embedded>): EmbeddedConfig {
  const own = toShared(set)
  const host = set.HOST ?? '127.0.0.1'
  return {
    ...own,
    kind: 'embedded',
    host,
    dataDir: set.DATA_DIR,
    importFolder: set.IMPORT_DIR ?? join(set.DATA_DIR, 'impor'),
    keysFile: set.KEYS_FILE ?? join(set.DATA_DIR, 'keys.json'),
    baseUrl: set.BASE_URL ?? (own.port === 0 ? undefined : localUrl(host, own.port)),
    smtp: set.SMTP_URL,
    archive: embeddedPlaces(set, set.DATA_DIR),
    tlog: embeddedLog(set, set.DATA_DIR),
  }
}

function toProduction(set: z.infer<typeof production>): ProductionConfig {
  return {
    ...toShared(set),
    kind: 'production',
    host: set.HOST ?? '0.0.0.0',
    databaseUrl: set.DATABASE_URL,
    ownerUrl: set.DATABASE_OWNER_URL ?? set.DATABASE_URL,
    keysFile: set.KEYS_FILE,
    baseUrl: set.BASE_URL,
    smtp: set.SMTP_URL,
    archive: productionPlaces(set),
    tlog: productionLog(set),
  }
}

function toShared(set: z.infer<typeof embedded> | z.infer<typeof production>) {
  return {
    port: set.PORT,
    trustedProxies: set.TRUSTED_PROXIES,
    officeNetworks: set.OFFICE_NETWORKS,
    responseDeadlineMs: set.RESPONSE_DEADLINE_MS,
    passwordRule: set.PASSWORD_RULE,
    resetMfa: set.RESET_MFA,
    hashCost: costOf(set.ARGON2_MEMORY_KIB, set.ARGON2_PASSES),
    ntpServer: set.NTP_SERVER,
    mailFrom: set.MAIL_FROM ?? defaultSender(set.BASE_URL),
    jobs: set.JOBS,
    importFolder: set.IMPORT_DIR,
    scan: scanOf(set.SCAN_POLICY, set.CLAMD_URL),
  }
}

/** R-HA-01: judged on its own, so that it is told beside whatever else is wrong. */
function costProblems(set: Environment): ConfigProblem[] {
  const { memoryKib, passes } = DEFAULT_COST
  const cost = costOf(
    Number(set['ARGON2_MEMORY_KIB'] ?? memoryKib),
    Number(set['ARGON2_PASSES'] ?? passes),
  )
  if (Number.isNaN(cost.memoryKib) || Number.isNaN(cost.passes) || isCostEnough(cost)) return []
  return [
    {
      variable: 'ARGON2_MEMORY_KIB and ARGON2_PASSES',
      todo: 'raise them to at least 47104 with 1 pass, 19456 with 2, or 12288 with 3 and more',
    },
  ]
}

/** A scanner that is named is waited for, unless it is said that it need not be. */
function scanOf(policy: ScanPolicy | undefined, clamd: ClamdAddress | undefined) {
  const chosen = policy ?? (clamd ? 'required' : 'off')
  return { policy: chosen, clamd: chosen === 'off' ? undefined : clamd }
}

function scanProblems(set: Environment): ConfigProblem[] {
  const isAsked = set['SCAN_POLICY'] === 'required' || set['SCAN_POLICY'] === 'optional'
  if (!isAsked || set['CLAMD_URL']) return []
  return [{ variable: 'CLAMD_URL', todo: 'set it where SCAN_POLICY is required or optional' }]
}

/** Mails link to the portal, which then runs in another process, on a port of its own choice. */
function originProblems(set: Environment): ConfigProblem[] {
  if (set['JOBS'] !== 'only' || set['PORT'] !== '0' || set['BASE_URL']) return []
  return [{ variable: 'BASE_URL', todo: 'set it where JOBS is only and PORT is 0' }]
}

function costOf(memoryKib: number, passes: number): HashCost {
  return { ...DEFAULT_COST, memoryKib, passes }
}

function toProblem({ path, message }: { path: PropertyKey[]; message: string }): ConfigProblem {
  return { variable: String(path[0]), todo: message }
}
