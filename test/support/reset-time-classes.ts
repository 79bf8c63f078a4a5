import { parseCaptchaId } from '#domain/captcha/captcha.ts'
import { captchaSecrets } from '#src/secrets/captcha.ts'
import { paths } from '#views/paths.ts'
import { PASSWORD } from './builders.ts'
import { type Caller, caller } from './caller.ts'
import { someKeys } from './keys.ts'
import { signIn } from './last-steps.ts'
import {
  CLASSES,
  type Class,
  EMAIL,
  type Journey,
  noSamples,
  type Sample,
  sampleOf,
} from './time-classes.ts'

const RESET_CLASSES: readonly Class[] = [...CLASSES.slice(0, -1), 'wrongAddress']

/** The steps of Lupa Password as far as they go without the mail. */
export function forgottenPassword(
  url: string,
  { rounds, classes = RESET_CLASSES }: { rounds: number; classes?: readonly Class[] },
): Journey {
  const [nipStep, emailStep, code] = [noSamples(classes), noSamples(classes), noSamples(classes)]
  const go = async (one: Class, nip: string) => {
    const browser = caller(url)
    const timed = timedAt(browser, nip)
    const { body } = await browser.get(paths.resetStart)
    nipStep[one]?.push(await timed(paths.resetStart, { username: nip, ...answerTo(body) }))
    await browser.get(paths.resetEmail)
    emailStep[one]?.push(await timed(paths.resetEmail, { email: addressOf(one) }))
    await browser.get(paths.resetCode)
    code[one]?.push(await timed(paths.resetCode, { email_code: '0000 0000' }))
  }
  return { classes, rounds, steps: { nip: nipStep, email: emailStep, code }, go }
}

/** The same within Reset MFA, where the password is proven: the own address, or another. */
export function lostDevice(url: string, { rounds }: { rounds: number }): Journey {
  const classes: readonly Class[] = ['active', 'wrongAddress']
  const [mfaEmail, mfaCode] = [noSamples(classes), noSamples(classes)]
  const go = async (one: Class, nip: string) => {
    const browser = caller(url)
    const timed = timedAt(browser, nip)
    await signIn(browser, nip, PASSWORD)
    await browser.get(paths.mfaResetEmail)
    mfaEmail[one]?.push(await timed(paths.mfaResetEmail, { email: addressOf(one) }))
    await browser.get(paths.mfaResetEmailCode)
    mfaCode[one]?.push(await timed(paths.mfaResetEmailCode, { email_code: '0000 0000' }))
  }
  return { classes, rounds, steps: { mfaEmail, mfaCode }, go }
}

function addressOf(one: Class): string {
  return one === 'wrongAddress' ? 'lain.lagi@instansi.example' : EMAIL
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
