import { parseCaptchaId } from '#domain/captcha/captcha.ts'
import { captchaSecrets } from '#src/secrets/captcha.ts'
import { paths } from '#views/paths.ts'
import { PASSWORD } from './builders.ts'
import { type Caller, caller } from './caller.ts'
import { someKeys } from './keys.ts'
import { signIn } from './last-steps.ts'
import {
  CLASSES,
  EMAIL,
  inRounds,
  noSamples,
  type Sample,
  type Samples,
  sampleOf,
} from './time-classes.ts'

/** Whoever has the last place of CLASSES is someone active here, whose address is not known. */
const RESET_CLASSES = [...CLASSES.slice(0, -1), 'wrongAddress'] as const

type Rounds = { rounds: number; atOnce: number }

/** The steps of Lupa Password as far as they go without the mail, for every class. */
export async function sampleReset(
  url: string,
  rounds: Rounds,
): Promise<Record<'nip' | 'email' | 'code', Samples>> {
  const found = {
    nip: noSamples(RESET_CLASSES),
    email: noSamples(RESET_CLASSES),
    code: noSamples(RESET_CLASSES),
  }
  await inRounds(RESET_CLASSES, rounds, async (one, nip) => {
    const browser = caller(url)
    const timed = timedAt(browser, nip)
    const { body } = await browser.get(paths.resetStart)
    found.nip[one].push(await timed(paths.resetStart, { username: nip, ...answerTo(body) }))
    await browser.get(paths.resetEmail)
    const email = one === 'wrongAddress' ? 'lain.lagi@instansi.example' : EMAIL
    found.email[one].push(await timed(paths.resetEmail, { email }))
    await browser.get(paths.resetCode)
    found.code[one].push(await timed(paths.resetCode, { email_code: '0000 0000' }))
  })
  return found
}

/** The same within Reset MFA, where the password is proven: the own address, or another. */
export async function sampleMfaReset(
  url: string,
  rounds: Rounds,
): Promise<Record<'mfaEmail' | 'mfaCode', Samples>> {
  const classes = ['active', 'wrongAddress'] as const
  const found = { mfaEmail: noSamples(classes), mfaCode: noSamples(classes) }
  await inRounds(RESET_CLASSES, rounds, async (one, nip) => {
    if (one !== 'active' && one !== 'wrongAddress') return
    const browser = caller(url)
    const timed = timedAt(browser, nip)
    await signIn(browser, nip, PASSWORD)
    await browser.get(paths.mfaResetEmail)
    const email = one === 'wrongAddress' ? 'lain.lagi@instansi.example' : EMAIL
    found.mfaEmail[one].push(await timed(paths.mfaResetEmail, { email }))
    await browser.get(paths.mfaResetEmailCode)
    found.mfaCode[one].push(await timed(paths.mfaResetEmailCode, { email_code: '0000 0000' }))
  })
  return found
}

function timedAt(browser: Caller, nip: string) {
  return async (path: string, form: Record<string, string>): Promise<Sample> =>
    sampleOf(await browser.post(path, form), nip)
}

/** What the picture shows, as the keys of the test say it. */
function answerTo(body: string) {
  const id = parseCaptchaId(/data-captcha="([^"]+)"/.exec(body)?.[1] ?? '')
  const [captcha_answer = ''] = id ? captchaSecrets(someKeys().tokens).answersOf(id) : []
  return { captcha_id: id ?? '', captcha_answer }
}
