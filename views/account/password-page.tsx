import type { PasswordRule } from '#domain/password/rule.ts'
import type { Frame, Page } from '../page.tsx'
import { PasswordField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { NewPasswordFields } from '../sign-in/new-password-fields.tsx'
import { PasswordRuleList } from '../sign-in/password-rule-list.tsx'
import {
  type ChangePasswordProblem,
  changePasswordTold,
  PASSWORD_ENDS_SESSIONS,
} from './password-words.ts'

type Props = {
  frame: Frame
  rule: PasswordRule
  /** For password managers, which save the new password under it. */
  username: string
  problem?: ChangePasswordProblem | undefined
}

export function passwordPage(props: Props): Page {
  const told = props.problem && changePasswordTold(props.problem, props.frame.clock.zone)
  const main = <ChangePassword {...props} told={told} />
  return { title: titleOf('Ganti password', told), main, frame: props.frame }
}

function ChangePassword({ frame, rule, username, told }: Props & { told: Told | undefined }) {
  return (
    <section id="ganti-password" class="card narrow">
      <h1>Ganti password</h1>
      <ProblemSummary told={told} />
      <p>{PASSWORD_ENDS_SESSIONS}</p>
      <Form action={paths.password} csrf={frame.csrf} region="ganti-password">
        <input name="username" autocomplete="username" value={username} readonly hidden />
        <PasswordField
          name="current_password"
          label="Password sekarang"
          autocomplete="current-password"
          told={told}
        />
        <PasswordRuleList rule={rule} />
        <NewPasswordFields told={told} />
        <button>Simpan password</button>
      </Form>
      <p>
        <a class="way" href={paths.account}>
          Kembali ke Akun
        </a>
      </p>
    </section>
  )
}
