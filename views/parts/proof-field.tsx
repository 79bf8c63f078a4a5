import type { Frame } from '../page.tsx'
import { paths } from '../paths.ts'
import { Field } from './field.tsx'
import type { Told } from './problem.tsx'
import { PROOF_FIELD, PROOF_HINT } from './proof-words.ts'

type Props = {
  frame: Frame
  /** Where the page of the form is, to come back to with a recovery code. */
  place: string
  told: Told | undefined
}

/** Asks for the second factor where it is due (R-SE-06); nothing where it was given just now. */
export function ProofField({ frame, place, told }: Props) {
  if (!frame.proofDue) return null
  return (
    <>
      <Field
        name={PROOF_FIELD}
        label="Kode OTP Anda"
        hint={PROOF_HINT}
        inputmode="numeric"
        autocomplete="one-time-code"
        told={told}
      />
      <p>
        <a href={paths.stepUpByRecoveryCode(place)}>Pakai kode cadangan</a>
      </p>
    </>
  )
}
