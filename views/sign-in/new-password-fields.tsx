import { PasswordField } from '../parts/field.tsx'
import type { Told } from '../parts/problem.tsx'

/** A new password, typed twice; the rule that it is judged by stands above (R-PW-02). */
export function NewPasswordFields({ told }: { told: Told | undefined }) {
  return (
    <>
      <PasswordField
        name="new_password"
        label="Password baru"
        autocomplete="new-password"
        describedBy="panjang"
        told={told}
      />
      <PasswordField
        name="confirm_password"
        label="Konfirmasi password"
        autocomplete="new-password"
        told={told}
      />
    </>
  )
}
