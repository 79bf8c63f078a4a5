import { describe, expect, test, vi } from 'vitest'
import type { MailId } from '#domain/mail/mail.ts'
import { atCounter, colleague, HELP } from '#test/support/at-counter.ts'
import { addPerson, type SomePerson } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { checkOn, EMAIL } from '#test/support/reset-walk.ts'
import { vault } from '#test/support/secrets.ts'
import { seconds, together } from '#test/support/tries.ts'
import { type Answer, visitor } from '#test/support/visitor.ts'
import { atSignIn, type Browser, codeAt, typePassword } from '#test/support/walk.ts'
import { paths } from '#views/paths.ts'

vi.setConfig({ testTimeout: 30_000 })

const sql = await testDatabase()
const NEW = 'baru@instansi.example'
const DAY = 86_400

async function propose(browser: Browser, { id }: SomePerson, form: Record<string, string> = {}) {
  await browser.get(paths.employeeEmail(id))
  return browser.send(paths.employeeEmail(id), { ...HELP, slot: '1', email: NEW, ...form })
}

/** Both officers have agreed; `code` is what the mail to the new address says. */
async function agreed(fields: Partial<SomePerson> = {}) {
  const one = await atCounter(sql, fields)
  const { path } = await propose(one.browser, one.employee)
  const second = await colleague(sql, one.agency)
  await second.get(path)
  await second.send(path, { decision: 'setujui' })
  return { ...one, path, code: await codeFor(one.employee) }
}

async function codeFor({ id }: SomePerson): Promise<string> {
  const [row] = await sql<{ id: MailId; keyId: string; sealed: Buffer }[]>`
    select id, key_id, sealed from outbox
    where person = ${id} and address = ${NEW} and kind = 'correctionCode' order by made_at desc limit 1`
  if (!row) return ''
  const { id: mail, ...sealed } = row
  return vault.openMail(mail, sealed).code
}

async function type(nip: string, email_code: string, browser = phone()): Promise<Answer> {
  const { body } = await browser.get(paths.newEmail)
  return browser.send(paths.newEmail, { username: nip, email_code, ...checkOn(body) })
}

async function addressesOf({ id }: SomePerson) {
  return sql`
    select address, ended_at is null as in_force, told from email_addresses
    where person = ${id} order by since, address`
}

async function stateOf(path: string) {
  const [row] =
    await sql`select state from approval_requests where id = ${path.split('/').at(-1) ?? ''}`
  return row?.['state']
}

describe('R-AD-05 a corrected email', () => {
  test('takes two officers and a code from the new mailbox; nothing changes before', async () => {
    const { employee, code, path } = await agreed()
    expect(await stateOf(path)).toBe('done')
    expect(code).toMatch(/^\d{8}$/)
    expect((await addressesOf(employee)).map(({ address }) => address)).toEqual([EMAIL])
    const page = await type(employee.nip, `${code.slice(0, 4)} ${code.slice(4)}`)
    expect(page.path).toBe(paths.newEmailDone)
    expect(page.body).toContain('Email baru Anda sudah tersimpan.')
    expect(await addressesOf(employee)).toEqual([
      { address: EMAIL, inForce: false, told: false },
      { address: NEW, inForce: true, told: false },
    ])
  })

  test('serves no reset for 72 hours (R-RS-05), and leaves what the national data told told', async () => {
    const { employee, code } = await agreed()
    await sql`update email_addresses set told = true where person = ${employee.id}`
    await type(employee.nip, code)
    const rows = await sql`
      select address, told, usable_from from email_addresses where person = ${employee.id} order by told`
    expect(rows).toMatchObject([
      { address: NEW, told: false, usableFrom: seconds(3 * DAY) },
      { address: EMAIL, told: true },
    ])
  })

  test('is told to the old and the new address, with a link Bukan saya, at each step', async () => {
    const { employee, code } = await agreed()
    await type(employee.nip, code)
    const told = await sql`
      select e.kind, o.address from outbox o join events e on e.id = o.event
      where o.person = ${employee.id} order by e.id, o.address`
    expect(told).toEqual([
      { kind: 'emailCorrectionAsked', address: EMAIL },
      { kind: 'emailCorrectionApproved', address: NEW },
      { kind: 'emailCorrectionApproved', address: EMAIL },
      { kind: 'emailCorrected', address: NEW },
      { kind: 'emailCorrected', address: EMAIL },
    ])
    const [event] = await sql`
      select detail from events where person = ${employee.id} and kind = 'emailCorrected'`
    expect(event).toEqual({ detail: { to: 'b…@instansi.example' } })
  })

  test('can be proven by its owner signed in, at /akun/email', async () => {
    const { employee, code } = await agreed()
    const browser = await atSignIn(sql)
    await typePassword(browser, employee)
    await browser.send(paths.code, { code: codeAt() })
    const page = await browser.get(paths.ownEmail)
    expect(page.body).toContain(`Email Anda akan diganti menjadi ${NEW}.`)
    const wrong = await browser.send(paths.ownEmail, { email_code: '00000000' })
    expect(wrong.body).toContain('Kode salah atau sudah tidak berlaku.')
    expect((await browser.send(paths.ownEmail, { email_code: code })).path).toBe(paths.ownEmailDone)
  })

  test('may be the first one somebody has', async () => {
    const { employee, code } = await agreed({ emails: [] })
    await type(employee.nip, code)
    expect(await addressesOf(employee)).toEqual([{ address: NEW, inForce: true, told: false }])
  })

  test('T-RACE replaces the old one once of twenty posts at once', async () => {
    const { employee, code } = await agreed()
    const browsers = await together(20, async () => {
      const browser = phone()
      return { browser, check: checkOn((await browser.get(paths.newEmail)).body) }
    })
    const answers = await Promise.all(
      browsers.map(({ browser, check }) =>
        browser.post(paths.newEmail, { username: employee.nip, email_code: code, ...check }),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(await addressesOf(employee)).toHaveLength(2)
  })
})

describe('R-AD-05 a code for a new email', () => {
  test('has five tries, and then is right no more', async () => {
    const { employee, code } = await agreed()
    const browser = phone()
    for (let time = 0; time < 5; time += 1) await type(employee.nip, '00000000', browser)
    expect((await type(employee.nip, code, browser)).body).toContain('Kode salah atau sudah')
    expect(await addressesOf(employee)).toHaveLength(1)
  })

  test('serves a day and no longer', async () => {
    const { employee, code } = await agreed()
    await sql`
      update email_corrections set made_at = ${seconds(-DAY - 1)}, expires_at = ${seconds(0)}
      where person = ${employee.id}`
    expect((await type(employee.nip, code)).body).toContain('Kode salah atau sudah')
  })

  test('R-EN-01 is answered alike for every number', async () => {
    const { employee } = await agreed()
    const nobody = await addPerson(sql)
    const pages = [employee.nip, nobody.nip, '198501012010012999'].map(async (nip) => {
      const { status, body } = await type(nip, '00000000')
      return {
        status,
        body: body
          .replace(nip, '')
          .replace(
            /value="[^"]*"|data-captcha="[^"]*"|\/pemeriksaan\/[^"]*|[0-9a-f]{8}-[0-9a-f-]{27}/g,
            '',
          ),
      }
    })
    const [one, ...others] = await Promise.all(pages)
    for (const other of others)
      expect({ ...other, body: plain(other.body) }).toEqual({ ...one, body: plain(one?.body) })
  })

  test('costs a security check each time', async () => {
    const { employee, code } = await agreed()
    const browser = phone()
    await browser.get(paths.newEmail)
    const page = await browser.send(paths.newEmail, { username: employee.nip, email_code: code })
    expect(page.body).toContain('Selesaikan pemeriksaan keamanan ini dahulu.')
    expect(await addressesOf(employee)).toHaveLength(1)
  })
})

describe('R-AD-05 an email is not corrected', () => {
  test('R-RS-07 while the account is held: not proposed, not agreed to, not proven', async () => {
    const hold = ({ id }: SomePerson) => sql`
      update accounts set held_until = ${seconds(DAY)}, held_because = 'reactivation' where person = ${id}`
    const first = await atCounter(sql)
    await hold(first.employee)
    expect((await propose(first.browser, first.employee)).body).toContain(
      'Perubahan email akun ini dibuka kembali pada',
    )
    const second = await atCounter(sql)
    const { path } = await propose(second.browser, second.employee)
    await hold(second.employee)
    const other = await colleague(sql, second.agency)
    await other.get(path)
    await other.send(path, { decision: 'setujui' })
    expect(await stateOf(path)).toBe('stopped')
    const third = await agreed()
    await hold(third.employee)
    const page = await type(third.employee.nip, third.code)
    expect(page.body).toContain('Perubahan email dibuka kembali pada')
    expect(await addressesOf(third.employee)).toHaveLength(1)
  })

  test('where national data has changed it in between', async () => {
    const { employee, code } = await agreed()
    await sql`update email_addresses set address = 'impor@instansi.example' where person = ${employee.id}`
    expect((await type(employee.nip, code)).body).toContain('Email Anda sudah berubah sejak')
    expect(await addressesOf(employee)).toHaveLength(1)
  })

  test('once its owner says Bukan saya', async () => {
    const { employee, code } = await agreed()
    await sql`select stop_pending(${employee.id})`
    expect((await type(employee.nip, code)).body).toContain('Kode salah atau sudah')
    expect(await addressesOf(employee)).toHaveLength(1)
  })

  test.each([
    [{ email: '' }, 'Ketik email baru.'],
    [{ email: 'siti@' }, 'Email tidak lengkap.'],
    [{ email: EMAIL.toUpperCase() }, 'Email ini sudah tercatat untuk pegawai ini.'],
    [{ slot: '' }, 'Pilih email yang diganti.'],
    [{ reason: 'salah' }, 'Alasan sedikitnya 20 huruf'],
  ])('with %j', async (form, text) => {
    const { employee, browser } = await atCounter(sql)
    const page = await propose(browser, employee, form)
    expect(page.status).toBe(422)
    expect(page.body).toContain(text)
  })

  test('of oneself, of a higher role, of another agency', async () => {
    const { officer, browser, agency } = await atCounter(sql)
    expect((await propose(browser, officer)).body).toContain('email akun Anda sendiri')
    const chief = await addPerson(sql, { agency, role: 'agencyAdmin' })
    expect((await propose(browser, chief)).body).toContain('peran yang lebih tinggi')
    const stranger = await addPerson(sql)
    expect((await browser.get(paths.employeeEmail(stranger.id))).status).toBe(404)
    expect((await browser.post(paths.employeeEmail(stranger.id), HELP)).status).toBe(404)
  })

  test('R-AD-03 more than twenty times a day by one officer', async () => {
    const { employee, officer, agency, browser } = await atCounter(sql)
    await sql`
      insert into approval_requests
        (id, kind, person, agency, what, reason, asked_by, asked_as, asked_at, expires_at, state)
      select gen_random_uuid(), 'emailCorrection', ${employee.id}, ${agency}, '{}', ${HELP.reason},
        ${officer.id}, m.id, ${seconds(-60)}, ${seconds(DAY)}, 'open'
      from mandates m, generate_series(1, 20) where m.person = ${officer.id}`
    expect((await propose(browser, employee)).body).toContain('Batas harian perbaikan email Anda')
  })
})

let phones = 0

/** Each at an address of its own, so that no limit of addresses is reached. */
function phone() {
  phones += 1
  return visitor(sql, { address: `198.51.100.${phones}` })
}

function plain(body: string | undefined): string {
  return (body ?? '').replace(/\d{8,}/g, '')
}
