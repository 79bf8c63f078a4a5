import {
  type Captcha,
  type CaptchaId,
  LIFETIME_MS,
  type OpenCaptcha,
} from '#domain/captcha/captcha.ts'
import type { CaptchaTry } from '#domain/captcha/try.ts'
import { filled, inTransaction, type Sql, type TransactionSql } from './database.ts'

/** A check belongs to the source that it was opened for; from elsewhere it does not exist. */
export type CaptchaKey = { id: CaptchaId; source: Buffer }

type Row = {
  id: CaptchaId
  state: Captcha['state']
  wrong: number
  waitUntil: Date | null
  expiresAt: Date
}

/** Opens a check, and clears away some that nobody finished. */
export async function addCaptcha(sql: Sql, source: Buffer, now: Date): Promise<OpenCaptcha> {
  const expiresAt = new Date(now.getTime() + LIFETIME_MS)
  const [row] = await sql<[{ id: CaptchaId }]>`
    with late as (
      delete from captchas where id in (
        select id from captchas where expires_at <= ${now} limit 20 for update skip locked))
    insert into captchas (source, expires_at) values (${source}, ${expiresAt}) returning id`
  return { id: row.id, state: 'open', wrong: 0, expiresAt }
}

/** Whether there is such a check to draw: its number alone opens picture and sound. */
export async function isCaptchaLive(sql: Sql, id: CaptchaId, now: Date): Promise<boolean> {
  const rows = await sql`select from captchas where id = ${id} and expires_at > ${now}`
  return rows.length > 0
}

/**
 * Lets `judge` try a check and keeps what it left; a passed one is gone. One try at a time per
 * source, for two checks that start to wait at once lock no common row.
 */
export function changeCaptcha(
  sql: Sql,
  key: CaptchaKey,
  judge: (captcha: Captcha, taken: Date | undefined) => CaptchaTry,
): Promise<CaptchaTry | undefined> {
  return inTransaction(sql, async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended(${key.source.toString('hex')}, 2))`
    const [row] = await tx<(Row & { taken: Date | null })[]>`
      select id, state, wrong, wait_until, expires_at,
        (select max(other.wait_until) from captchas other
         where other.source = this.source and other.state = 'waiting' and other.id <> this.id) as taken
      from captchas this where id = ${key.id} and source = ${key.source} for update`
    if (!row) return undefined
    const tried = judge(toCaptcha(row), row.taken ?? undefined)
    await keep(tx, key.id, tried)
    return tried
  })
}

async function keep(tx: TransactionSql, id: CaptchaId, tried: CaptchaTry): Promise<void> {
  if (tried.outcome !== 'kept') {
    await tx`delete from captchas where id = ${id}`
    return
  }
  const { state, wrong, expiresAt } = tried.captcha
  const waitUntil = tried.captcha.state === 'waiting' ? tried.captcha.until : null
  await tx`
    update captchas
    set state = ${state}, wrong = ${wrong}, wait_until = ${waitUntil}, expires_at = ${expiresAt}
    where id = ${id}`
}

function toCaptcha({ id, wrong, expiresAt, ...row }: Row): Captcha {
  if (row.state === 'open') return { id, state: 'open', wrong, expiresAt }
  return { id, state: 'waiting', wrong, expiresAt, until: filled(row.waitUntil) }
}
