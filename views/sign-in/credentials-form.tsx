import type { Captcha as Check } from '#domain/captcha/captcha.ts'
import type { CaptchaProblem } from '#domain/captcha/try.ts'
import { Captcha } from '../captcha/captcha-part.tsx'
import { Field, PasswordField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import type { Told } from '../parts/problem.tsx'
import { NIP_HINT } from './sign-in-words.ts'

/** A security check to pass first, and the address of the script that may pass it. */
export type DueCaptcha = { view: Check; problem?: CaptchaProblem; script: string }

type Props = {
  action: string
  region: string
  csrf: string
  username: string
  passwordLabel: string
  button: string
  captcha: DueCaptcha | undefined
  told: Told | undefined
}

/** Name and password, wherever they are asked for: the limits are the same (R-RS-08). */
export function CredentialsForm({ action, region, csrf, captcha, told, ...props }: Props) {
  return (
    <Form action={action} csrf={csrf} region={region}>
      <Field
        name="username"
        label="NIP"
        hint={NIP_HINT}
        value={props.username}
        autocomplete="username"
        told={told}
      />
      <PasswordField
        name="password"
        label={props.passwordLabel}
        autocomplete="current-password"
        told={told}
      />
      {captcha && <Captcha view={captcha.view} problem={captcha.problem} />}
      <button>{props.button}</button>
    </Form>
  )
}

/** Loads the script of the check, once, where there is one. */
export function CaptchaScript({ captcha }: { captcha: DueCaptcha | undefined }) {
  return captcha ? <script src={captcha.script} defer></script> : null
}
