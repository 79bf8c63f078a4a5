import { describe, expect, test } from 'vitest'
import type { Happening } from '#domain/audit/event.ts'
import type { PersonId } from '#domain/person.ts'
import { addEvent } from '#src/store/events.ts'
import { atAccount } from '#test/support/at-account.ts'
import { addPerson, NOW } from '#test/support/builders.ts'
import { testDatabase } from '#test/support/database.ts'
import { origin } from '#test/support/tries.ts'
import { paths } from '#views/paths.ts'

const sql = await testDatabase()
const DAY = 24 * 3600 * 1000

type About = { person: PersonId; actor?: PersonId; at?: Date }

function tell({ person, actor = person, at = NOW }: About, happening: Happening) {
  return addEvent(sql, { ...origin, at, person, actor, happening })
}

describe('/akun/riwayat', () => {
  test('tells what was done and what was tried, in words, with the zone of the agency', async () => {
    const { person, browser } = await atAccount(sql, { zone: 'WITA' })
    await tell({ person: person.id }, { kind: 'passwordWrong' })
    await tell({ person: person.id }, { kind: 'codesLocked', until: NOW })
    const { body } = await browser.get(paths.history)
    expect(body).toContain('Masuk dengan kode dari perangkat, dari browser baru')
    expect(body).toContain('Gagal: password salah')
    expect(body).toContain('Verifikasi dikunci sampai 21 November 2026 pukul 13.00 WITA')
    expect(body).toContain('Chrome, Windows, jaringan 192.0.2.0/24')
    expect(body).toContain('Browser tidak dikenali, jaringan 192.0.2.0/24')
  })

  test('ends at 180 days, and before what others did', async () => {
    const { person, browser } = await atAccount(sql)
    const { id: officer } = await addPerson(sql)
    const ago = (days: number) => new Date(NOW.getTime() - days * DAY)
    await tell({ person: person.id, at: ago(179) }, { kind: 'mfaActivated', device: 'Muda' })
    await tell({ person: person.id, at: ago(181) }, { kind: 'mfaActivated', device: 'Tua' })
    await tell({ person: person.id, actor: officer }, { kind: 'mfaActivated', device: 'Petugas' })
    const { body } = await browser.get(paths.history)
    expect(['Muda', 'Tua', 'Petugas'].map((name) => body.includes(name))).toEqual([
      true,
      false,
      false,
    ])
  })

  test('leads on, twenty-five at a time, to the oldest and back', async () => {
    const { person, browser } = await atAccount(sql)
    for (let left = 60; left > 0; left -= 1)
      await tell({ person: person.id }, { kind: 'recoveryCodeUsed', left })
    const told: string[] = []
    let next: string | undefined = paths.history
    for (let pages = 0; next && pages < 5; pages += 1) {
      const { body } = await browser.get(next)
      told.push(...[...body.matchAll(/tersisa (\d+)/g)].map(([, left = '']) => left))
      next = /href="([^"]*sebelum=\d+)"/.exec(body)?.[1]
    }
    expect(told).toEqual(Array.from({ length: 60 }, (_, at) => String(at + 1)))
  })

  test('tells nothing of anybody else', async () => {
    const { browser } = await atAccount(sql)
    const { id: other } = await addPerson(sql)
    await tell({ person: other }, { kind: 'mfaActivated', device: 'Milik orang lain' })
    for (const path of [paths.history, paths.historyBefore(9e14), paths.record])
      expect((await browser.get(path)).body).not.toContain('Milik orang lain')
  })

  test.each(['x', '-1', '1e3', '9999999999999999', "1' or 1=1"])(
    'takes %j for no place in it',
    async (place) => {
      const { browser } = await atAccount(sql)
      const answer = await browser.get(`${paths.history}?sebelum=${encodeURIComponent(place)}`)
      expect([answer.status, answer.body.includes('Masuk dengan kode')]).toEqual([200, true])
    },
  )
})

describe('/akun/catatan (R-AU-02)', () => {
  test('says that nobody has, where nobody has', async () => {
    const { browser } = await atAccount(sql)
    expect((await browser.get(paths.record)).body).toContain(
      'Belum ada seorang pun selain Anda yang menyentuh akun ini.',
    )
  })

  test('names who did, with the role acted in, agency and reason', async () => {
    const { person, browser } = await atAccount(sql)
    const officer = await addPerson(sql, { name: 'Budi Santoso', role: 'officer' })
    await sql`
      insert into mandates (person, role, agency, valid_from, valid_to)
      select id, 'verifier', agency, '2020-01-01', '2020-02-01' from people where id = ${officer.id}`
    await sql`
      insert into events (at, kind, person, actor, hat, browser, network, detail)
      select ${NOW}, 'passwordChanged', ${person.id}, ${officer.id}, id, '-', '-',
        ${sql.json({ reason: 'Pegawai hadir dengan kartu.' })}
      from mandates where person = ${officer.id} and role = 'officer'`
    const { body } = await browser.get(paths.record)
    expect(body).toContain('Oleh Budi Santoso, petugas BKPSDM, Instansi Uji')
    expect(body).toContain('Alasan: Pegawai hadir dengan kartu.')
    expect(body).not.toContain('verifikator')
  })
})
