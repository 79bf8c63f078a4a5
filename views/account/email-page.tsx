import { NewEmailCodeField } from '../email/new-email-page.tsx'
import { NEW_EMAIL, type NewEmailProblem, newEmailTold } from '../email/new-email-words.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { EMAIL_BY_AGENCY, NO_EMAIL, usableText } from './account-words.ts'
import { bouncedText, OWN_EMAIL, pendingText, sinceText } from './email-words.ts'

type Address = {
  address: string
  since: Date
  usableFrom: Date
  bouncedAt: Date | undefined
}

type Props = {
  frame: Frame
  addresses: readonly Address[]
  /** A correction whose code is on its way. */
  pending: { address: string; expiresAt: Date } | undefined
  isDone: boolean
  problem?: NewEmailProblem | undefined
}

export function ownEmailPage(props: Props): Page {
  const { problem, frame } = props
  const told = problem && newEmailTold(problem, frame.clock.zone)
  return { title: titleOf(OWN_EMAIL.title, told), main: <OwnEmail {...props} told={told} />, frame }
}

function OwnEmail({ frame, addresses, pending, isDone, told }: Props & { told: Told | undefined }) {
  return (
    <section id="email" class="card narrow">
      <h1>{OWN_EMAIL.title}</h1>
      <ProblemSummary told={told} />
      <Notice text={isDone && !told ? NEW_EMAIL.done : undefined} />
      {addresses.length === 0 && <p class="none">{NO_EMAIL}</p>}
      {addresses.length > 0 && (
        <ul class="rows">
          {addresses.map((one) => (
            <AddressLine frame={frame} one={one} />
          ))}
        </ul>
      )}
      {pending && <Prove frame={frame} pending={pending} told={told} />}
      <p class="hint">{EMAIL_BY_AGENCY}</p>
      <ul class="links">
        <li>
          <a href={paths.helpOn('email-tidak-aktif')}>Email salah atau tidak aktif?</a>
        </li>
        <li>
          <a href={paths.account}>Kembali ke Akun</a>
        </li>
      </ul>
    </section>
  )
}

function AddressLine({ frame, one }: { frame: Frame; one: Address }) {
  const { now, zone } = frame.clock
  return (
    <li>
      <p>{one.address}</p>
      <p class="hint">{sinceText(one.since, zone)}</p>
      {now < one.usableFrom && <p class="hint">{usableText(one.usableFrom, zone)}</p>}
      {one.bouncedAt && <p class="hint">{bouncedText(one.bouncedAt, zone)}</p>}
    </li>
  )
}

type ProveProps = { frame: Frame; pending: NonNullable<Props['pending']>; told: Told | undefined }

function Prove({ frame, pending, told }: ProveProps) {
  return (
    <>
      <p class="aside">
        {pendingText(pending.address, momentText(pending.expiresAt, frame.clock.zone))}
      </p>
      <Form action={paths.ownEmail} csrf={frame.csrf} region="email">
        <NewEmailCodeField told={told} />
        <button>{NEW_EMAIL.button}</button>
      </Form>
    </>
  )
}
