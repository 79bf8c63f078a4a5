import { describe, expect, test } from 'vitest'
import { type Config, readConfig } from '#src/config.ts'

const PRODUCTION = {
  DATABASE_URL: 'postgres://asn:rahasia@db.example:5432/asn',
  BASE_URL: 'https://asn.example.go.id',
  KEYS_FILE: '/etc/asn/keys.json',
  SMTP_URL: 'smtps://asn:rahasia@surat.example',
  BLOB_URL: '/srv/arsip',
  BLOB_COPY_URL: '/mnt/salinan',
  ARCHIVE_KEYS_DIR: '/etc/asn/kunci-arsip',
  ARCHIVE_SCRATCH_DIR: '/var/lib/asn/masuk',
  KEYRING_DUMP_DIRS: '/srv/cadangan, /mnt/cadangan',
  LOG_DIR: '/srv/log',
  LOG_SECOND_DIR: '/var/lib/asn/log',
  LOG_KEY_FILE: '/etc/asn/kunci-log',
}

describe('a store', () => {
  test.each([
    ['/srv/arsip', { kind: 'folder', path: '/srv/arsip' }],
    ['arsip', { kind: 'folder', path: 'arsip' }],
    ['file:///srv/arsip%20kita', { kind: 'folder', path: '/srv/arsip kita' }],
    [
      's3://kunci:ra%2Fhasia@simpan.example:9000/arsip',
      { origin: 'https://simpan.example:9000', bucket: 'arsip', prefix: '', region: 'us-east-1' },
    ],
    [
      's3+http://kunci:ra%2Fhasia@127.0.0.1/arsip/asn/2026/?region=ap-southeast-3',
      { origin: 'http://127.0.0.1', prefix: 'asn/2026/', region: 'ap-southeast-3' },
    ],
  ])('is read from %s', (BLOB_URL, store) => {
    const secrets = BLOB_URL.startsWith('s3') ? { keyId: 'kunci', secret: 'ra/hasia' } : {}
    expect(read({ BLOB_URL }).archive.stores[0]).toMatchObject({
      name: 'main',
      ...secrets,
      ...store,
    })
  })

  test.each([
    's3://simpan.example/arsip',
    's3://kunci@simpan.example/arsip',
    's3://kunci:rahasia@simpan.example',
    's3://kunci:rahasia@simpan.example/AR',
    's3://kunci:rahasia@simpan.example/arsip/a b',
    'https://simpan.example/arsip',
    'file://lain/srv',
    's3://',
  ])('is not read from %s', (BLOB_URL) => {
    expect(problems({ ...PRODUCTION, BLOB_URL })).toEqual(['BLOB_URL'])
  })
})

test('production keeps a second copy, unless it says that it does without', () => {
  const { BLOB_COPY_URL: _, ...one } = PRODUCTION
  expect(problems(one)).toEqual(['BLOB_COPY_URL'])
  expect(problems({ ...one, MIN_COPIES: '2' })).toEqual(['BLOB_COPY_URL'])
  const config = readConfig({ ...one, MIN_COPIES: '1' })
  expect(config).toMatchObject({ value: { archive: { minCopies: 1, stores: [{ name: 'main' }] } } })
  expect(problems({ ...PRODUCTION, MIN_COPIES: '3' })).toEqual(['MIN_COPIES'])
})

test('a copy in the same place is none', () => {
  expect(problems({ ...PRODUCTION, BLOB_COPY_URL: '/srv/arsip' })).toEqual(['BLOB_COPY_URL'])
})

test.each([
  '/srv/arsip',
  '/srv/arsip/kunci',
  '/mnt/salinan/',
  '/srv/cadangan/x',
  '/mnt/cadangan',
  '/srv',
])('root keys do not lie in %s, beside what they open', (ARCHIVE_KEYS_DIR) => {
  expect(problems({ ...PRODUCTION, ARCHIVE_KEYS_DIR })).toEqual(['ARCHIVE_KEYS_DIR'])
})

test('root keys may lie beside a folder whose name begins alike', () => {
  expect(problems({ ...PRODUCTION, ARCHIVE_KEYS_DIR: '/srv/arsip-kunci' })).toEqual([])
})

test.each(['/srv/arsip', '/mnt/salinan/masuk', '/srv/cadangan', '/etc/asn/kunci-arsip/masuk'])(
  'files in clear do not arrive in %s, where something else is kept',
  (ARCHIVE_SCRATCH_DIR) => {
    expect(problems({ ...PRODUCTION, ARCHIVE_SCRATCH_DIR })).toEqual(['ARCHIVE_SCRATCH_DIR'])
  },
)

test('dumps of the keyring go to every folder that is named, and to none without a name', () => {
  expect(read({}).archive.dumpFolders).toEqual(['/srv/cadangan', '/mnt/cadangan'])
  expect(problems({ ...PRODUCTION, KEYRING_DUMP_DIRS: '/srv/cadangan,' })).toEqual([
    'KEYRING_DUMP_DIRS',
  ])
})

test('the keyring may have a login of its own', () => {
  const KEYRING_DATABASE_URL = 'postgres://keyring:rahasia@db.example/asn'
  expect(read({}).archive.keyringUrl).toBeUndefined()
  expect(read({ KEYRING_DATABASE_URL }).archive.keyringUrl).toBe(KEYRING_DATABASE_URL)
})

function read(set: Record<string, string>): Config {
  const config = readConfig({ ...PRODUCTION, ...set })
  if (!config.ok) throw new Error(JSON.stringify(config.problem))
  return config.value
}

function problems(set: Record<string, string>): string[] {
  const config = readConfig(set)
  return config.ok ? [] : config.problem.map(({ variable }) => variable)
}
