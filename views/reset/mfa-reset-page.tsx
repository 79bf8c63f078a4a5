import type { Zone } from '#domain/agency.ts'
import {
  hasOpened,
  type MfaReset,
  type MfaResetWay,
  type WaitingMfaReset,
} from '#domain/reset/mfa-reset.ts'
import type { Page } from '../page.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { paths } from '../paths.ts'
import {
  comeBackText,
  MFA_RESET,
  type MfaResetProblem,
  mfaResetTold,
  waitingText,
  wayText,
} from './mfa-reset-words.ts'

type Props = {
  ways: readonly MfaResetWay[]
  pending: MfaReset | undefined
  now: Date
  zone: Zone
  problem?: MfaResetProblem | undefined
}

/** After the right password: the ways to another device, and what was asked for already. */
export function mfaResetPage(props: Props): Page {
  const told = props.problem && mfaResetTold(props.problem, props.zone)
  return { title: titleOf(MFA_RESET.title, told), main: <Ways {...props} told={told} /> }
}

function Ways({ ways, pending, now, zone, told }: Props & { told: Told | undefined }) {
  const waiting = pending?.state === 'waiting' && !hasOpened(pending, now) ? pending : undefined
  return (
    <section id="reset-mfa" class="card narrow">
      <h1>{MFA_RESET.title}</h1>
      <ProblemSummary told={told} />
      <Notice text={told ? undefined : pendingText(pending, now, zone)} />
      {waiting && <p>{comeBackText(waiting.closesAt, zone)}</p>}
      <p>{waiting ? MFA_RESET.waitingIntro : MFA_RESET.intro}</p>
      {ways.map(wayText).map(({ text, path, hint }) => (
        <div class="aside">
          <a class="way" href={path}>
            {text}
          </a>
          <p>{hint}</p>
        </div>
      ))}
      <p>{officeText(ways, waiting)}</p>
      <p>
        <a class="way" href={paths.code}>
          Pakai Kode OTP dari perangkat lama
        </a>
      </p>
    </section>
  )
}

/** A mailbox that is not offered now was proven already, or proves nothing for an office. */
function officeText(ways: readonly MfaResetWay[], waiting: WaitingMfaReset | undefined): string {
  if (waiting) return MFA_RESET.waitingOffice
  return ways.includes('email') ? MFA_RESET.office : MFA_RESET.onlyRecovery
}

function pendingText(pending: MfaReset | undefined, now: Date, zone: Zone): string | undefined {
  if (pending?.state !== 'waiting') return undefined
  return hasOpened(pending, now) ? MFA_RESET.opened : waitingText(pending.opensAt, zone)
}
