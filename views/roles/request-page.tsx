import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { nipText } from '../parts/nip-words.ts'
import { ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import { paths } from '../paths.ts'
import type { ShownRequest } from './role-requests.tsx'
import {
  type DecideProblem,
  decideTold,
  expiresText,
  REQUEST,
  roleLabel,
  termText,
} from './role-words.ts'

type Props = {
  frame: Frame
  /** Undefined: it was decided meanwhile, stopped, or is too late. */
  request: ShownRequest | undefined
  id: string
  home: string
  problem: DecideProblem | undefined
}

export function roleRequestPage(props: Props): Page {
  const { frame, problem } = props
  const told = problem && decideTold(problem, frame.clock.now, frame.clock.zone)
  return { title: titleOf(REQUEST.title, told), main: <Request {...props} />, frame }
}

function Request(props: Props) {
  const { frame, request, home, problem } = props
  const told = problem && decideTold(problem, frame.clock.now, frame.clock.zone)
  return (
    <section id="usulan" class="card narrow">
      <h1>{REQUEST.title}</h1>
      <ProblemSummary told={told} />
      {request && <RequestFacts request={request} />}
      {request && <Decision {...props} request={request} />}
      <p class="actions">
        <a href={home}>Kembali ke daftar peran</a>
      </p>
    </section>
  )
}

function RequestFacts({ request }: { request: ShownRequest }) {
  const { name, nip, agencyName, unitName, wanted, zone, reason, askerName, expiresAt } = request
  return (
    <>
      <dl class="facts">
        <dt>Pegawai</dt>
        <dd>{name}</dd>
        <dt>NIP</dt>
        <dd>
          <code>{nipText(nip)}</code>
        </dd>
        <dt>Instansi</dt>
        <dd>{agencyName}</dd>
        <dt>Peran</dt>
        <dd>{[roleLabel(wanted.role), unitName].filter(Boolean).join(', ')}</dd>
        <dt>Berlaku</dt>
        <dd>{termText(wanted, zone)}</dd>
        <dt>Alasan</dt>
        <dd>{reason}</dd>
        <dt>Pengusul</dt>
        <dd>{askerName}</dd>
      </dl>
      <p class="hint">{expiresText(expiresAt, zone)}</p>
    </>
  )
}

function Decision({ frame, id, request, problem }: Props & { request: ShownRequest }) {
  if (request.seenBy === 'subject') return <p>{REQUEST.aboutYou}</p>
  const told = problem && decideTold(problem, frame.clock.now, frame.clock.zone)
  const isOwn = request.seenBy === 'asker'
  return (
    <>
      <p>{isOwn ? REQUEST.own : REQUEST.others}</p>
      <Form action={paths.roleRequest(id)} csrf={frame.csrf} region="usulan">
        <ProofField frame={frame} place={paths.roleRequest(id)} told={told} />
        <p class="actions">
          {isOwn ? (
            <button name="decision" value="withdrawn">
              {REQUEST.withdraw}
            </button>
          ) : (
            <>
              <button name="decision" value="approved">
                {REQUEST.approve}
              </button>
              <button class="quiet" name="decision" value="declined">
                {REQUEST.decline}
              </button>
            </>
          )}
        </p>
      </Form>
    </>
  )
}
