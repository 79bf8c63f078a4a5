import { beforeEach, describe, expect, test } from 'vitest'
import type { MandateId, Role } from '#domain/access/mandate.ts'
import type { AgencyId } from '#domain/agency.ts'
import type { Happening } from '#domain/audit/event.ts'
import type { Day } from '#domain/boards/day.ts'
import { addEvent } from '#src/store/events.ts'
import { expectDenied, underAuditor } from '#test/support/auditor.ts'
import { addAgency, addPerson, NOW, type SomePerson } from '#test/support/builders.ts'
import { asApplication, testDatabase } from '#test/support/database.ts'
import { inOffice, signedIn } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

const owner = await testDatabase()
const sql = asApplication(owner)
const DENIED = { code: '42501' }

let agency: AgencyId

beforeEach(async () => {
  await owner`truncate events cascade`
  agency = await addAgency(owner)
})

/** An officer who looked at somebody, an hour ago. */
async function aLook(fields: Partial<SomePerson> = {}, role: Role = 'officer') {
  const officer = await addPerson(owner, { name: 'Petugas Teliti', role, agency })
  const subject = await addPerson(owner, {
    name: 'Pegawai Dilihat',
    agency,
    emails: ['rahasia@rumah.example'],
    ...fields,
  })
  await act(officer, subject, { kind: 'employeeViewed' })
  return { officer, subject }
}

async function act(officer: SomePerson, subject: SomePerson, happening: Happening, at = NOW) {
  const [hat] = await owner<
    { id: MandateId }[]
  >`select id from mandates where person = ${officer.id}`
  const event = { at, person: subject.id, actor: officer.id, browser: 'Chrome', network: '-' }
  await addEvent(owner, { ...event, ...(hat && { hat: hat.id }), happening })
}

async function atAudit() {
  const { person, browser } = await inOffice(owner, { role: 'auditor' })
  return { person, browser, ask: (query = '') => browser.get(`${paths.audit}${query}`) }
}

describe('the record of the offices', () => {
  test('R-AU-01 shows who did what under which hat, about whom, and no address of a mailbox', async () => {
    const { officer, subject } = await aLook()
    const { body } = await (await atAudit()).ask()
    expect(body).toContain(`Oleh ${officer.name}, petugas BKPSDM, Instansi Uji`)
    expect(body).toContain(subject.name)
    expect(body).toContain('Keadaan akun dilihat')
    expect(body).not.toContain('rahasia@rumah.example')
  })

  test('leaves out what people did in their own name', async () => {
    const person = await addPerson(owner, { name: 'Bertindak Sendiri' })
    const event = { at: NOW, person: person.id, actor: person.id, browser: '-', network: '-' }
    await addEvent(owner, { ...event, happening: { kind: 'passwordChanged' } })
    expect((await (await atAudit()).ask()).body).not.toContain('Bertindak Sendiri')
  })

  test('is asked for by what is typed, and the address names nobody by number', async () => {
    const { officer, subject } = await aLook()
    const { browser, ask } = await atAudit()
    await ask()
    const form = { pegawai: subject.nip, petugas: officer.nip, peran: 'officer', jenis: 'views' }
    const day = '2026-11-21' as Day
    const dates = { mulai: day, akhir: day }
    const { headers } = await browser.post(paths.audit, { ...form, ...dates })
    const asked = { agency: undefined, role: 'officer', kind: 'views', from: day, to: day } as const
    const path = paths.auditOf({ ...asked, officer: officer.id, subject: subject.id })
    expect(headers.get('Location')).toBe(path)
    expect((await browser.get(path)).body).toContain(`value="${subject.nip}"`)
  })

  test.each<[string, (look: { officer: SomePerson; subject: SomePerson }) => string, boolean]>([
    ['the officer', ({ officer }) => `?oleh=${officer.id}`, true],
    ['another officer', ({ subject }) => `?oleh=${subject.id}`, false],
    ['the agency', () => `?instansi=${agency}`, true],
    ['another agency', () => `?instansi=${crypto.randomUUID()}`, false],
    ['the role', () => '?peran=officer', true],
    ['another role', () => '?peran=verifier', false],
    ['looks', () => '?jenis=views', true],
    ['acts', () => '?jenis=acts', false],
    ['limits', () => '?jenis=alarms', false],
    ['that day', () => '?sejak=2026-11-21&sampai=2026-11-21', true],
    ['the day after', () => '?sejak=2026-11-22', false],
    ['the day before', () => '?sampai=2026-11-20', false],
  ])('filtered by %s', async (_, query, found) => {
    const look = await aLook()
    const { body } = await (await atAudit()).ask(query(look))
    expect(body.includes(`Tentang ${look.subject.name}`)).toBe(found)
  })

  test('goes on where the page before it ended', async () => {
    const { officer, subject } = await aLook()
    for (let count = 25; count > 0; count -= 1)
      await act(officer, subject, { kind: 'dataExported', as: 'json' })
    const { ask } = await atAudit()
    const [, older = ''] = /href="\/nasional\/jejak(\?sebelum=\d+)"/.exec((await ask()).body) ?? []
    const { body } = await ask(older)
    expect(body.match(/Tentang/g)).toHaveLength(1)
    expect(body).toContain('Keadaan akun dilihat')
  })

  test.each([
    [{ pegawai: '199901012020011001' }, 'Pegawai dengan NIP ini tidak ditemukan.'],
    [{ petugas: 'bukan nip' }, 'Petugas dengan NIP ini tidak ditemukan.'],
    [{ instansi: 'Instansi Uji' }, 'Instansi dengan kode atau nama ini tidak ditemukan.'],
    [{ mulai: '2026-02-30' }, 'Tanggal mulai tidak ada di kalender.'],
    [{ akhir: 'kemarin' }, 'Tanggal akhir tidak ada di kalender.'],
  ])('typed wrong, %j, says so and keeps what was typed', async (form, text) => {
    await addAgency(owner)
    const { browser, ask } = await atAudit()
    await ask()
    const answer = await browser.post(paths.audit, form)
    const [value = ''] = Object.values(form)
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(text)
    expect(answer.body).toContain(value)
  })
})

describe('lists that left the desk', () => {
  /** As the desk writes them down: `rows` once the last has left. */
  async function anExport(officer: SomePerson, rows: number | null, what = 'search') {
    await owner`
      insert into desk_exports (id, person, hat, at, what, rows, browser, network)
      select gen_random_uuid(), person, id, ${NOW}, ${what}, ${rows}, 'Chrome', '-'
      from mandates where person = ${officer.id}`
  }

  test('R-AU-01 are shown with who took how many, and one that broke off as such', async () => {
    const { officer } = await aLook()
    await anExport(officer, 1204)
    await anExport(officer, null, 'agency')
    const { ask } = await atAudit()
    const { body } = await ask(`?instansi=${agency}`)
    expect(body).toContain('Hasil pencarian diunduh, 1.204 pegawai.')
    expect(body).toContain('Seluruh pegawai dalam peran diunduh, tidak selesai.')
    const alone = (await ask(`?instansi=${agency}&jenis=exports`)).body
    expect(alone.match(/diunduh,/g)).toHaveLength(2)
    expect(alone).not.toContain('Keadaan akun dilihat')
  })

  test.each<[string, (officer: SomePerson, subject: SomePerson) => string, boolean]>([
    ['the officer', ({ id }) => `?oleh=${id}`, true],
    ['another officer', (_, { id }) => `?oleh=${id}`, false],
    ['another agency', () => `?instansi=${crypto.randomUUID()}`, false],
    ['another role', () => `?instansi=${agency}&peran=verifier`, false],
    ['that day', () => `?instansi=${agency}&sejak=2026-11-21&sampai=2026-11-21`, true],
    ['the day after', () => `?instansi=${agency}&sejak=2026-11-22`, false],
    ['the day before', () => `?instansi=${agency}&sampai=2026-11-20`, false],
    ['acts', () => `?instansi=${agency}&jenis=acts`, false],
    ['one person', (_, { id }) => `?tentang=${id}`, false],
  ])('filtered by %s', async (_, query, found) => {
    const { officer, subject } = await aLook()
    await anExport(officer, 3)
    const { body } = await (await atAudit()).ask(query(officer, subject))
    expect(body.includes('Hasil pencarian diunduh, 3 pegawai.')).toBe(found)
  })
})

describe('whoever reads it', () => {
  test('is recorded with what they asked for', async () => {
    const { person, ask } = await atAudit()
    await ask('?peran=officer')
    const rows = await owner`
      select asked ->> 'role' as role from audit_reads where reader = ${person.id} order by id`
    expect(rows.at(-1)).toEqual({ role: 'officer' })
  })

  test('R-AU-02 is seen by the person they asked for, once a day', async () => {
    const { subject } = await aLook()
    const { person, ask } = await atAudit()
    await ask(`?tentang=${subject.id}`)
    await ask(`?tentang=${subject.id}`)
    await ask()
    const rows = await owner`
      select person, kind from events where actor = ${person.id} and hat is not null`
    expect(rows).toEqual([{ person: subject.id, kind: 'employeeViewed' }])
    const mails = await owner`select from outbox where person = ${subject.id}`
    expect(mails).toHaveLength(0)
  })

  test.each<Role>(['officer', 'agencyAdmin', 'nationalAdmin'])(
    'in the hat of %s is shown no such page',
    async (role) => {
      const { browser } = await inOffice(owner, { role })
      expect((await browser.get(paths.audit)).status).toBe(404)
      expect((await browser.post(paths.audit, {})).status).toBe(404)
    },
  )

  test('without their hat is asked to put it on', async () => {
    const { browser } = await signedIn(owner, {}, { role: 'auditor' })
    const answer = await browser.get(paths.audit)
    expect(answer.headers.get('Location')).toBe(paths.hatsFor(paths.audit))
  })

  test.each([
    'select address from email_addresses',
    'select state from accounts',
    'select body from passwords',
    'select sealed from devices',
    'select id_hash from sessions',
    'select sealed from outbox',
    'select * from events',
    'select what from approval_requests',
    'update events set kind = kind',
    'delete from events',
    'update people set name = name',
    `update mandates set role = 'nationalAdmin'`,
    'update audit_reads set asked = asked',
    'delete from audit_reads',
    'select asked from audit_reads',
    'update desk_exports set rows = 0',
    'delete from desk_exports',
  ])('reads no secret and changes nothing: %s', async (statement) => {
    await expectDenied(sql, statement)
  })

  test('writes nothing into the record but that they looked', async () => {
    const { officer, subject } = await aLook()
    const [hat] = await owner<
      { id: string }[]
    >`select id from mandates where person = ${officer.id}`
    const add = (kind: string) =>
      underAuditor(
        sql,
        (tx) => tx`
          insert into events (at, kind, person, actor, hat, browser, network)
          values (${NOW}, ${kind}, ${subject.id}, ${officer.id}, ${hat?.id ?? null}, '-', '-')`,
      )
    await add('employeeViewed')
    await expect(add('signedOut')).rejects.toMatchObject(DENIED)
  })
})
