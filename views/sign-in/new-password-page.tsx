import type { PasswordRule } from '#domain/password/rule.ts'
import type { Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import {
  NEW_PASSWORD_INTRO,
  NEW_PASSWORD_WANTED,
  type NewPasswordProblem,
  newPasswordTold,
} from './new-password-words.ts'
import { PasswordRuleList } from './password-rule-list.tsx'

/** Where the form leads, what is said above it, and how far one has come. */
export type NewPasswordDoor = { action: string; intro: string; button: string; step?: string }

const WEAK: NewPasswordDoor = {
  action: paths.newPassword,
  intro: NEW_PASSWORD_INTRO,
  button: 'Simpan password',
}

/** Of whoever asked for it, with whatever password. */
export const WANTED_DOOR: NewPasswordDoor = { ...WEAK, intro: NEW_PASSWORD_WANTED }

type Props = {
  csrf: string
  rule: PasswordRule
  /** For password managers, which save the new password under it. */
  username: string
  door?: NewPasswordDoor
  problem?: NewPasswordProblem | undefined
}

export function newPasswordPage(props: Props): Page {
  const told = props.problem && newPasswordTold(props.problem)
  return { title: titleOf('Password baru', told), main: <NewPassword {...props} told={told} /> }
}

type ToldProps = Props & { told: Told | undefined }

function NewPassword({ csrf, rule, username, door = WEAK, told }: ToldProps) {
  return (
    <section id="password-baru" class="card narrow">
      <h1>Password baru</h1>
      {door.step && <p class="hint">{door.step}</p>}
      <ProblemSummary told={told} />
      <p>{door.intro}</p>
      <PasswordRuleList rule={rule} />
      <Form action={door.action} csrf={csrf} region="password-baru">
        <input name="username" autocomplete="username" value={username} readonly hidden />
        <NewPasswordFields told={told} />
        <button>{door.button}</button>
      </Form>
    </section>
  )
}
