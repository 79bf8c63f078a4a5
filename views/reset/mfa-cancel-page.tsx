import type { Zone } from '#domain/agency.ts'
import type { MfaReset } from '#domain/reset/mfa-reset.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import { MFA_RESET, pendingMfaResetText } from './mfa-reset-words.ts'

type Props = {
  frame: Frame
  pending: MfaReset | undefined
  isCancelled: boolean
  now: Date
  zone: Zone
}

/** At the end of a sign-in with the old device, and from Beranda. */
export function mfaCancelPage(props: Props): Page {
  return { title: MFA_RESET.cancelTitle, main: <Cancel {...props} />, frame: props.frame }
}

function Cancel({ frame, pending, isCancelled, now, zone }: Props) {
  return (
    <section id="pembatalan" class="card narrow">
      <h1>{MFA_RESET.cancelTitle}</h1>
      <Notice text={stateText(pending, { isCancelled, now, zone })} />
      {pending && <p>{MFA_RESET.cancelWhy}</p>}
      {pending && (
        <Form action={paths.mfaResetCancel} csrf={frame.csrf}>
          <button>Batalkan</button>
        </Form>
      )}
      <ul class="links">
        <li>
          <a href={paths.password}>Ganti password</a>
        </li>
        <li>
          <a href={paths.home}>Lanjut ke Beranda</a>
        </li>
      </ul>
    </section>
  )
}

function stateText(
  pending: MfaReset | undefined,
  { isCancelled, now, zone }: { isCancelled: boolean; now: Date; zone: Zone },
): string {
  if (!pending) return isCancelled ? MFA_RESET.cancelled : MFA_RESET.none
  return pendingMfaResetText(pending, now, zone)
}
