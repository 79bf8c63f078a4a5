import { createHash, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { type Captcha, type CaptchaId, PROOF } from '#domain/captcha/captcha.ts'
import { type CaptchaForm, openCaptcha, passCaptcha } from '#src/http/captcha/check.ts'
import { getCaptchaPicture } from '#src/http/captcha/picture.ts'
import { getCaptchaSound } from '#src/http/captcha/sound.ts'
import { captchaSecrets } from '#src/secrets/captcha.ts'
import { testDatabase } from '#test/support/database.ts'
import { captchaPaths } from '#views/captcha/captcha-paths.ts'

const sql = await testDatabase()
const now = new Date('2026-11-21T12:00:00+07:00')
const captcha = captchaSecrets(randomBytes(32))
const deps = { sql, captcha, clock: () => now }

const UNKNOWN = '0f8fad5b-d9cb-469f-a165-70867728950e' as CaptchaId

async function asked() {
  const source = randomBytes(32)
  const view = await openCaptcha(deps, source)
  return { view, source }
}

function formFor(view: Captcha, fields: Partial<CaptchaForm> = {}): CaptchaForm {
  const empty = { captcha_answer: '', captcha_proof: '', captcha_choice: '' }
  return { ...empty, captcha_id: view.id, ...fields }
}

function proofFor(id: CaptchaId): string {
  return Array.from({ length: PROOF.parts }, (_, part) => {
    const hash = (number: number) =>
      createHash('sha256').update(`${id}.${part}.${number}`).digest().readUInt32BE(0)
    let number = 0
    while (hash(number) >= 2 ** (32 - PROOF.bits)) number += 1
    return number
  }).join('.')
}

describe('R-CA-01 passCaptcha', () => {
  test('passes a proof of work, once', async () => {
    const { view, source } = await asked()
    const form = formFor(view, { captcha_proof: proofFor(view.id) })
    expect(await passCaptcha(deps, form, source, now)).toEqual({ passed: true })
    const replay = await passCaptcha(deps, form, source, now)
    expect(replay).toMatchObject({ passed: false, problem: { kind: 'gone' } })
    expect(replay).not.toMatchObject({ view: { id: view.id } })
  })

  test.each([0, 1])('passes the answer of picture (0) or sound (1): %i', async (which) => {
    const { view, source } = await asked()
    const answer = captcha.answersOf(view.id)[which] ?? ''
    const form = formFor(view, { captcha_answer: answer.toLowerCase() })
    expect(await passCaptcha(deps, form, source, now)).toEqual({ passed: true })
  })

  test('passes nobody from another source, and leaves the check to its own', async () => {
    const { view, source } = await asked()
    const form = formFor(view, { captcha_proof: proofFor(view.id) })
    const stolen = await passCaptcha(deps, form, randomBytes(32), now)
    expect(stolen).toMatchObject({ passed: false, problem: { kind: 'gone' } })
    expect(await passCaptcha(deps, form, source, now)).toEqual({ passed: true })
  })

  test('lets a minute pass instead', async () => {
    const { view, source } = await asked()
    const wait = formFor(view, { captcha_choice: 'tunggu' })
    const until = new Date(now.getTime() + 60_000)
    expect(await passCaptcha(deps, wait, source, now)).toMatchObject({
      passed: false,
      view: { id: view.id, state: 'waiting', until },
      problem: { kind: 'waiting', until, seconds: 60 },
    })
    expect(await passCaptcha(deps, formFor(view), source, until)).toEqual({ passed: true })
    const replay = await passCaptcha(deps, formFor(view), source, until)
    expect(replay).toMatchObject({ problem: { kind: 'gone' } })
  })

  test('opens a check for a form that had none, and one it can go on with', async () => {
    const source = randomBytes(32)
    const first = await passCaptcha(deps, formFor({ id: '' as CaptchaId } as Captcha), source, now)
    if (first.passed) throw new Error('passed without a check')
    expect(first.problem).toEqual({ kind: 'unanswered' })
    const proof = formFor(first.view, { captcha_proof: proofFor(first.view.id) })
    expect(await passCaptcha(deps, proof, source, now)).toEqual({ passed: true })
  })

  test('keeps the same picture for a wrong answer and takes a new one after three', async () => {
    const { view, source } = await asked()
    const wrong = formFor(view, { captcha_answer: 'QQQQQQ' })
    const first = await passCaptcha(deps, wrong, source, now)
    await passCaptcha(deps, wrong, source, now)
    const third = await passCaptcha(deps, wrong, source, now)
    expect(first).toMatchObject({ view: { id: view.id }, problem: { kind: 'wrong', left: 2 } })
    expect(third).toMatchObject({ passed: false, problem: { kind: 'tooManyWrong' } })
    expect(third).not.toMatchObject({ view: { id: view.id } })
  })

  test('treats nonsense for a number as a check that is gone', async () => {
    const nonsense = formFor({ id: "' or 1=1" as CaptchaId } as Captcha)
    const tried = await passCaptcha(deps, nonsense, randomBytes(32), now)
    expect(tried).toMatchObject({ passed: false, problem: { kind: 'gone' } })
  })
})

describe('R-CA-01 picture and sound', () => {
  const app = new Hono()
    .get('/pemeriksaan/:id/gambar', getCaptchaPicture(deps))
    .get('/pemeriksaan/:id/suara', getCaptchaSound(deps))

  test('are those of the check', async () => {
    const { view } = await asked()
    const picture = await app.request(captchaPaths.captchaPicture(view.id))
    const sound = await app.request(captchaPaths.captchaSound(view.id))
    expect(picture.headers.get('Content-Type')).toBe('image/png')
    expect(sound.headers.get('Content-Type')).toBe('audio/wav')
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(captcha.pictureOf(view.id))
    expect(Buffer.from(await sound.arrayBuffer())).toEqual(captcha.soundOf(view.id))
  })

  test('are not drawn for a number that names no check, nor for nonsense', async () => {
    for (const id of [UNKNOWN, 'x' as CaptchaId]) {
      expect((await app.request(captchaPaths.captchaPicture(id))).status).toBe(404)
      expect((await app.request(captchaPaths.captchaSound(id))).status).toBe(404)
    }
  })

  test.each([
    ['bytes=0-1', 0, 2],
    ['bytes=100-', 100, undefined],
    ['bytes=44-999999', 44, undefined],
  ])('the sound is sent in the part that Safari asks for: %s', async (range, start, end) => {
    const { view } = await asked()
    const whole = captcha.soundOf(view.id)
    const part = whole.subarray(start, end)
    const headers = { Range: range }
    const answer = await app.request(captchaPaths.captchaSound(view.id), { headers })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('Content-Range')).toBe(
      `bytes ${start}-${start + part.length - 1}/${whole.length}`,
    )
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(part)
  })

  test.each(['bytes=9999999-', 'bytes=5-2', 'lines=1-2', 'bytes=-5'])(
    'the sound is sent whole for a range that it lacks: %s',
    async (range) => {
      const { view } = await asked()
      const headers = { Range: range }
      const answer = await app.request(captchaPaths.captchaSound(view.id), { headers })
      expect(answer.status).toBe(200)
    },
  )
})
