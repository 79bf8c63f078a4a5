import { describe, expect, expectTypeOf, test } from 'vitest'
import { ok } from '#domain/result.ts'
import { configProblemText, localUrl, type ProductionConfig, readConfig } from '#src/config.ts'

const PRODUCTION = {
  DATABASE_URL: 'postgres://asn:rahasia@db.example:5432/asn',
  BASE_URL: 'https://asn.example.go.id',
  KEYS_FILE: '/etc/asn/keys.json',
  SMTP_URL: 'smtps://asn:rahasia@surat.example',
  BLOB_URL: 's3://kunci:rahasia@simpan.example/arsip',
  BLOB_COPY_URL: '/srv/salinan',
  ARCHIVE_KEYS_DIR: '/etc/asn/kunci-arsip',
  ARCHIVE_SCRATCH_DIR: '/var/lib/asn/masuk',
  KEYRING_DUMP_DIRS: '/srv/cadangan-kunci',
  LOG_DIR: '/srv/log',
  LOG_SECOND_DIR: '/var/lib/asn/log',
  LOG_KEY_FILE: '/etc/asn/kunci-log',
}

test('nothing set is an embedded portal for this machine alone', () => {
  expect(readConfig({})).toEqual(
    ok({
      kind: 'embedded',
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      dataDir: 'data',
      keysFile: 'data/keys.json',
      trustedProxies: [],
      officeNetworks: [],
      responseDeadlineMs: 400,
      passwordRule: 'classes',
      resetMfa: 'reactivate',
      hashCost: { memoryKib: 19_456, passes: 2, parallelism: 1 },
      ntpServer: undefined,
      smtp: undefined,
      mailFrom: { name: 'ASN Digital', address: 'tidak-dibalas@localhost' },
      importFolder: 'data/impor',
      jobs: 'here',
      archive: {
        stores: [
          { kind: 'folder', name: 'main', path: 'data/arsip' },
          { kind: 'folder', name: 'copy', path: 'data/arsip-salinan' },
        ],
        minCopies: 2,
        keysFolder: 'data/kunci-arsip',
        scratchFolder: 'data/naskah-masuk',
        dumpFolders: ['data/cadangan-kunci'],
        fixityBytes: 13_000_000,
        keyringUrl: undefined,
      },
      tlog: {
        folder: 'data/log',
        signing: { secondFolder: 'data/log-tempat-kedua', keyFile: 'data/kunci-log' },
      },
      scan: { policy: 'off', clamd: undefined },
    }),
  )
})

test('a database makes it production, which has no data folder of its own', () => {
  const read = readConfig(PRODUCTION)
  expect(read).toMatchObject({
    ok: true,
    value: {
      kind: 'production',
      host: '0.0.0.0',
      databaseUrl: PRODUCTION.DATABASE_URL,
      baseUrl: PRODUCTION.BASE_URL,
      smtp: { host: 'surat.example', port: 465, secure: true },
      mailFrom: { name: 'ASN Digital', address: 'tidak-dibalas@asn.example.go.id' },
      keysFile: PRODUCTION.KEYS_FILE,
    },
  })
  expect(read.ok && 'dataDir' in read.value).toBe(false)
  expectTypeOf<ProductionConfig>().not.toHaveProperty('dataDir')
})

test('everything that is missing or wrong is told at once, by name', () => {
  const read = readConfig({
    NODE_ENV: 'production',
    PORT: '70000',
    TRUSTED_PROXIES: '10.0.0.1, 10.0.0.0/33',
    RESPONSE_DEADLINE_MS: '100',
    ARGON2_PASSES: '1',
  })
  expect(variables(read)).toEqual([
    'PORT',
    'TRUSTED_PROXIES',
    'BLOB_URL',
    'ARCHIVE_KEYS_DIR',
    'ARCHIVE_SCRATCH_DIR',
    'KEYRING_DUMP_DIRS',
    'LOG_DIR',
    'DATABASE_URL',
    'KEYS_FILE',
    'BASE_URL',
    'RESPONSE_DEADLINE_MS',
    'SMTP_URL',
    'ARGON2_MEMORY_KIB and ARGON2_PASSES',
    'BLOB_COPY_URL',
    'LOG_SECOND_DIR',
    'LOG_KEY_FILE',
  ])
  expect(read.ok || configProblemText(read.problem)).toContain(
    '\n  KEYS_FILE: set it to the path of the file with pepper and keys\n',
  )
})

test('a scanner that is named is waited for, unless it is said otherwise', () => {
  const scan = (set: Record<string, string>) => {
    const read = readConfig(set)
    return read.ok ? read.value.scan : variables(read)
  }
  const clamd = { host: '::1', port: 3310 }
  const CLAMD_URL = 'tcp://[::1]'
  expect(scan({ CLAMD_URL })).toEqual({ policy: 'required', clamd })
  expect(scan({ CLAMD_URL, SCAN_POLICY: 'optional' })).toEqual({ policy: 'optional', clamd })
  expect(scan({ CLAMD_URL, SCAN_POLICY: 'off' })).toEqual({ policy: 'off', clamd: undefined })
  expect(scan({ CLAMD_URL: 'unix:///run/clamav/clamd.ctl' })).toMatchObject({
    clamd: { path: '/run/clamav/clamd.ctl' },
  })
  expect(scan({ SCAN_POLICY: 'required' })).toEqual(['CLAMD_URL'])
  for (const wrong of ['clamd:3310', 'http://clamd', 'unix://host/path', 'tcp://clamd/x'])
    expect(scan({ CLAMD_URL: wrong })).toContain('CLAMD_URL')
})

test('who does no jobs needs no key of the log', () => {
  const { LOG_KEY_FILE: _, LOG_SECOND_DIR: __, ...without } = PRODUCTION
  expect(variables(readConfig(without))).toEqual(['LOG_SECOND_DIR', 'LOG_KEY_FILE'])
  const read = readConfig({ ...without, JOBS: 'off' })
  expect(read.ok && read.value.tlog).toEqual({ folder: '/srv/log', signing: undefined })
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toEqual(readConfig({}))
})

test('no value is ever repeated in a message', () => {
  const secret = 'rahasia-sekali'
  const names = ['PORT', 'TRUSTED_PROXIES', 'OFFICE_NETWORKS', 'PASSWORD_RULE', 'ARGON2_PASSES']
  const blobs = ['BLOB_URL', 'BLOB_COPY_URL', 'MIN_COPIES', 'KEYRING_DATABASE_URL']
  const more = ['NTP_SERVER', 'MAIL_FROM', 'JOBS', 'SMTP_URL', ...blobs]
  const all = [...names, ...more, 'BASE_URL', 'DATABASE_URL', 'RESPONSE_DEADLINE_MS']
  const wrong = Object.fromEntries(all.map((name) => [name, `x1://${secret}@`]))
  const read = readConfig({ ...wrong, ARGON2_MEMORY_KIB: secret })
  expect(variables(read)).toEqual(expect.arrayContaining(all))
  expect(JSON.stringify(read)).not.toContain(secret)
})

describe.each([
  ['BASE_URL', 'http://asn.example.go.id', 'https://asn.example.go.id'],
  ['BASE_URL', 'https://asn.example.go.id/masuk', 'https://asn.example.go.id/'],
  ['BASE_URL', 'https://a@asn.example.go.id', 'https://asn.example.go.id:8443'],
  ['DATABASE_URL', 'mysql://db/asn', 'postgresql://db/asn'],
  ['RESPONSE_DEADLINE_MS', '199', '200'],
  ['RESPONSE_DEADLINE_MS', '1e3', '1000'],
  ['PORT', '65536', '65535'],
  ['PORT', '-1', '0'],
  ['TRUSTED_PROXIES', '10.0.0.0/33', '10.0.0.0/32'],
  ['TRUSTED_PROXIES', 'proxy.example', '::1'],
  ['OFFICE_NETWORKS', '2001:db8::/129', '2001:db8::/128'],
  ['OFFICE_NETWORKS', '10.0.0.1,', '10.0.0.1,10.0.0.2'],
  ['PASSWORD_RULE', 'none', 'length'],
  ['RESET_MFA', 'ask', 'keep'],
  ['NTP_SERVER', 'ntp.example:0x7b', 'ntp.example:124'],
  ['NTP_SERVER', 'ntp.example/x', 'ntp.example'],
  ['SMTP_URL', 'http://surat.example', 'smtp://surat.example'],
  ['SMTP_URL', 'smtp://surat.example/?tls=no', 'smtp://surat.example/'],
  ['SMTP_URL', 'smtp:surat.example', 'smtps://u%40x:p%3Aq@surat.example:2465'],
  ['MAIL_FROM', 'a@x.id', 'ASN Digital <a@x.id>'],
  ['MAIL_FROM', 'ASN <a@x.id, b@x.id>', 'ASN <a@x.id>'],
  ['MAIL_FROM', 'ASN\r\nBcc: b@x.id <a@x.id>', 'ASN, Digital <a@x.id>'],
  ['JOBS', 'on', 'only'],
])('%s', (variable, wrong, right) => {
  test(`is refused as ${wrong}`, () => {
    expect(variables(readConfig({ ...PRODUCTION, [variable]: wrong }))).toEqual([variable])
  })
  test(`is accepted as ${right}`, () => {
    expect(readConfig({ ...PRODUCTION, [variable]: right }).ok).toBe(true)
  })
})

test.each([
  [47_104, 1, true],
  [47_103, 1, false],
  [19_456, 2, true],
  [19_455, 2, false],
  [12_288, 3, true],
  [12_287, 3, false],
  [12_287, 9, false],
])('R-HA-01 %i KiB in %i passes: may start is %s', (memory, passes, may) => {
  const cost = { ARGON2_MEMORY_KIB: String(memory), ARGON2_PASSES: String(passes) }
  expect(readConfig(cost).ok).toBe(may)
})

test('addresses are networks of one address', () => {
  const read = readConfig({ TRUSTED_PROXIES: '10.0.0.1, ::1', OFFICE_NETWORKS: '10.2.0.0/16' })
  expect(read).toMatchObject({
    value: { trustedProxies: ['10.0.0.1/32', '::1/128'], officeNetworks: ['10.2.0.0/16'] },
  })
})

test.each([
  ['pool.example', { host: 'pool.example', port: 123 }],
  ['10.0.0.1:1123', { host: '10.0.0.1', port: 1123 }],
  ['[::1]', { host: '::1', port: 123 }],
])('the time server %s is read', (text, server) => {
  expect(readConfig({ NTP_SERVER: text })).toMatchObject({ value: { ntpServer: server } })
})

test.each([
  ['smtp://surat.example', { host: 'surat.example', port: 587, secure: false, auth: undefined }],
  ['smtps://[::1]:2465', { host: '::1', port: 2465, secure: true, auth: undefined }],
  [
    'smtp://u%40x:p%3Aq@surat.example:25',
    { host: 'surat.example', port: 25, secure: false, auth: { user: 'u@x', pass: 'p:q' } },
  ],
])('the mail server %s is read', (text, server) => {
  expect(readConfig({ SMTP_URL: text })).toMatchObject({ value: { smtp: server } })
})

test('a mail is sent in the name of who is configured, else of the address people type', () => {
  const sender = (set: Record<string, string>) => {
    const read = readConfig(set)
    return read.ok && read.value.mailFrom
  }
  const name = 'ASN Digital'
  expect(sender({ MAIL_FROM: 'BKN  <a@x.id>' })).toEqual({ name: 'BKN', address: 'a@x.id' })
  expect(sender({ BASE_URL: 'http://asn.example:8080' })).toEqual({
    name,
    address: 'tidak-dibalas@asn.example',
  })
  expect(sender({ BASE_URL: 'http://10.0.0.1' })).toEqual({
    name,
    address: 'tidak-dibalas@localhost',
  })
})

test('whoever only does jobs says where the portal is, if no port of its own says it', () => {
  expect(variables(readConfig({ JOBS: 'only', PORT: '0' }))).toEqual(['BASE_URL'])
  expect(readConfig({ JOBS: 'only', PORT: '0', BASE_URL: 'http://127.0.0.1:3000' }).ok).toBe(true)
  expect(readConfig({ JOBS: 'only' }).ok).toBe(true)
})

test('the address of a free port is known only once it listens', () => {
  expect(readConfig({ PORT: '0' })).toMatchObject({ value: { port: 0, baseUrl: undefined } })
  expect(localUrl('127.0.0.1', 4000)).toBe('http://127.0.0.1:4000')
  expect(localUrl('0.0.0.0', 4000)).toBe('http://127.0.0.1:4000')
  expect(localUrl('::1', 4000)).toBe('http://[::1]:4000')
})

function variables(read: ReturnType<typeof readConfig>): string[] {
  return read.ok ? [] : read.problem.map(({ variable }) => variable)
}
