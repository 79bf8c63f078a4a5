import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Bucket } from './blobs/s3-request.ts'
import { url, wholeNumber } from './config-values.ts'

/** Where files and keys of the archive lie, each apart from the others (docs/operations.md). */
export type ArchivePlaces = {
  /** The first takes the files, the second has a copy of each. */
  stores: readonly [StorePlace, ...StorePlace[]]
  minCopies: number
  keysFolder: string
  dumpFolders: readonly [string, ...string[]]
  /** Where files lie while they arrive, in clear and for seven days at most. */
  scratchFolder: string
  /** In a second, when all copies are looked at regularly: what is left of each store is for people. */
  fixityBytes: number
  /** The login of the keyring alone; without one that of the portal serves. */
  keyringUrl: string | undefined
}

export type StorePlace =
  | { kind: 'folder'; name: string; path: string }
  | ({ kind: 's3'; name: string } & Bucket)

const STORE = 'set it to a folder, or s3://key:secret@host/bucket?region=name'
const KEYS = 'set it to a folder with the root key of the archive, apart from all its backups'
const SCRATCH =
  'set it to a folder for files on their way in, on the same machine or shared by all that serve the portal'
const DUMPS = 'set it to one or more folders with commas between, for dumps of the wrapped keys'
const COPY = 'set it to a second place for every file, best on another site, or MIN_COPIES to 1'

/** Two copies of a hundred million files in 90 days (archive.md 5.4). */
const FIXITY_MB = 13

const shared = {
  BLOB_COPY_URL: z.string().transform(readStore('copy')).optional(),
  MIN_COPIES: z.enum(['1', '2'], 'set it to 1 or 2').default('2'),
  FIXITY_MB_PER_SECOND: wholeNumber(1, 10_000).default(FIXITY_MB),
}

export const archiveEmbedded = {
  ...shared,
  BLOB_URL: z.string().transform(readStore('main')).optional(),
  ARCHIVE_KEYS_DIR: z.string().optional(),
  ARCHIVE_SCRATCH_DIR: z.string().optional(),
  KEYRING_DUMP_DIRS: z.string().transform(readFolders).optional(),
}

export const archiveProduction = {
  ...shared,
  BLOB_URL: z.string(STORE).transform(readStore('main')),
  ARCHIVE_KEYS_DIR: z.string(KEYS),
  ARCHIVE_SCRATCH_DIR: z.string(SCRATCH),
  KEYRING_DUMP_DIRS: z.string(DUMPS).transform(readFolders),
  KEYRING_DATABASE_URL: url(
    'set it like DATABASE_URL, with a login that may become asn_keyring, or leave it out',
    /^postgres(ql)?:$/,
  ).optional(),
}

const production = z.object(archiveProduction)
const embedded = z.object(archiveEmbedded)

export function embeddedPlaces(set: z.infer<typeof embedded>, dataDir: string): ArchivePlaces {
  return {
    stores: [
      set.BLOB_URL ?? { kind: 'folder', name: 'main', path: join(dataDir, 'arsip') },
      set.BLOB_COPY_URL ?? { kind: 'folder', name: 'copy', path: join(dataDir, 'arsip-salinan') },
    ],
    minCopies: Number(set.MIN_COPIES),
    keysFolder: set.ARCHIVE_KEYS_DIR ?? join(dataDir, 'kunci-arsip'),
    dumpFolders: set.KEYRING_DUMP_DIRS ?? [join(dataDir, 'cadangan-kunci')],
    scratchFolder: set.ARCHIVE_SCRATCH_DIR ?? join(dataDir, 'naskah-masuk'),
    fixityBytes: set.FIXITY_MB_PER_SECOND * 1_000_000,
    keyringUrl: undefined,
  }
}

export function productionPlaces(set: z.infer<typeof production>): ArchivePlaces {
  return {
    stores: set.BLOB_COPY_URL ? [set.BLOB_URL, set.BLOB_COPY_URL] : [set.BLOB_URL],
    minCopies: Number(set.MIN_COPIES),
    keysFolder: set.ARCHIVE_KEYS_DIR,
    dumpFolders: set.KEYRING_DUMP_DIRS,
    scratchFolder: set.ARCHIVE_SCRATCH_DIR,
    fixityBytes: set.FIXITY_MB_PER_SECOND * 1_000_000,
    keyringUrl: set.KEYRING_DATABASE_URL,
  }
}

/** Judged on its own, so that it is told beside whatever else is missing. */
export function copyProblems(set: Record<string, string | undefined>) {
  if (set['BLOB_COPY_URL'] || set['MIN_COPIES'] === '1') return []
  return [{ variable: 'BLOB_COPY_URL', todo: COPY }]
}

/** What no field can tell alone. */
export function placeProblems(archive: ArchivePlaces) {
  const { stores, keysFolder, dumpFolders, scratchFolder } = archive
  const folders = [...stores.flatMap(foldersOf), ...dumpFolders]
  const places = stores.map((store) => JSON.stringify({ ...store, name: '' }))
  return [
    new Set(places).size < places.length && {
      variable: 'BLOB_COPY_URL',
      todo: 'set it to another place than BLOB_URL',
    },
    folders.some((folder) => isInside(keysFolder, folder) || isInside(folder, keysFolder)) && {
      variable: 'ARCHIVE_KEYS_DIR',
      todo: 'set it to a folder apart from those of BLOB_URL, BLOB_COPY_URL and KEYRING_DUMP_DIRS',
    },
    [...folders, keysFolder].some((folder) => isInside(scratchFolder, folder)) && {
      variable: 'ARCHIVE_SCRATCH_DIR',
      todo: 'set it to a folder that lies in none of the others of the archive',
    },
  ].filter((problem) => problem !== false)
}

function foldersOf(store: StorePlace): string[] {
  return store.kind === 'folder' ? [store.path] : []
}

function isInside(path: string, folder: string): boolean {
  return `${resolve(path)}${sep}`.startsWith(`${resolve(folder)}${sep}`)
}

function readStore(name: string) {
  return (text: string, context: z.RefinementCtx): StorePlace => {
    const store = /^\w[\w+.-]+:/.test(text)
      ? fromUrl(text)
      : ({ kind: 'folder', path: text } as const)
    if (store) return { ...store, name }
    context.addIssue(STORE)
    return z.NEVER
  }
}

function fromUrl(text: string) {
  if (!URL.canParse(text)) return undefined
  const read = new URL(text)
  if (read.protocol === 'file:')
    return read.host ? undefined : ({ kind: 'folder', path: fileURLToPath(read) } as const)
  const [, bucket = '', prefix = ''] =
    /^\/([a-z0-9.-]{3,63})\/?([\w./-]*?)\/?$/.exec(read.pathname) ?? []
  const scheme = { 's3:': 'https', 's3+http:': 'http' }[read.protocol]
  if (!scheme || !bucket || !read.host || !read.username || !read.password) return undefined
  return {
    kind: 's3',
    origin: `${scheme}://${read.host}`,
    bucket,
    prefix: prefix && `${prefix}/`,
    region: read.searchParams.get('region') ?? 'us-east-1',
    keyId: decodeURIComponent(read.username),
    secret: decodeURIComponent(read.password),
  } as const
}

function readFolders(text: string, context: z.RefinementCtx): [string, ...string[]] {
  const [first, ...others] = text.split(',').map((one) => one.trim())
  if (first && others.every(Boolean)) return [first, ...others]
  context.addIssue(DUMPS)
  return z.NEVER
}
