import type { Role } from '#domain/access/mandate.ts'
import type { AccessAction, Purpose } from '#domain/archive/access.ts'
import type { ObjectionRefused } from '#domain/archive/object-to-access.ts'
import type { RecordId } from '#domain/archive/record.ts'
import type { Frame, Page } from '../page.tsx'
import { Form } from '../parts/form.tsx'
import { Notice } from '../parts/problem.tsx'
import { roleText } from '../parts/role-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { ACCESSES, objectionText } from './accesses-words.ts'
import { actionText, purposeText } from './reading-words.ts'
import { documentText } from './record-name-words.ts'

export type ShownAccess = {
  n: number
  at: Date
  purpose: Purpose
  action: AccessAction
  versionNo: number | undefined
  typeName: string | undefined
  slot: string
  reader: { name: string; role: Role | undefined; agency: string } | undefined
  link: { id: string; recipient: string } | undefined
  objection: { at: Date; answer: string | undefined } | undefined
}

type Props = {
  frame: Frame
  accesses: readonly ShownAccess[]
  record: RecordId | undefined
  withOwn: boolean
  older: number | undefined
  isNewest: boolean
  done: 'objected' | ObjectionRefused['kind'] | undefined
}

/** Who read one's records, when, in which office and why; a tap asks them for more. */
export function accessesPage(props: Props): Page {
  return { title: ACCESSES.title, main: <Accesses {...props} />, frame: props.frame }
}

function Accesses(props: Props) {
  const { frame, accesses, record, withOwn, older, isNewest, done } = props
  const asked = { record, withOwn }
  return (
    <section id="akses" class="card">
      <h1>{ACCESSES.title}</h1>
      <Notice text={done && (done === 'objected' ? ACCESSES.objected : objectionText(done))} />
      <p>{ACCESSES.lead}</p>
      {record && (
        <p>
          {ACCESSES.ofRecord} <a href={paths.accesses}>{ACCESSES.all}</a>
        </p>
      )}
      {accesses.length === 0 && (
        <p class="none">{isNewest ? ACCESSES.nobody : ACCESSES.nobodyOlder}</p>
      )}
      <ol class="log">
        {accesses.map((access) => (
          <Line frame={frame} access={access} />
        ))}
      </ol>
      <p class="actions">
        {older !== undefined && (
          <a class="button quiet" href={paths.accessesOf({ ...asked, before: older })}>
            {ACCESSES.older}
          </a>
        )}
        {!isNewest && <a href={paths.accessesOf(asked)}>{ACCESSES.newest}</a>}
        <a href={paths.accessesOf({ record, withOwn: !withOwn })}>
          {withOwn ? ACCESSES.withoutOwn : ACCESSES.withOwn}
        </a>
        <a href={paths.archive}>{ACCESSES.back}</a>
      </p>
    </section>
  )
}

function Line({ frame, access }: { frame: Frame; access: ShownAccess }) {
  const { n, at, purpose, action, versionNo, typeName, slot, reader, link, objection } = access
  const what = typeName ? documentText({ typeName, slot, versionNo }) : undefined
  return (
    <li>
      <p class="hint">{momentText(at, frame.clock.zone)}</p>
      <p>
        <b>{actionText(action)}</b>
        {what && `: ${what}`}
      </p>
      <p>{readerText(access)}.</p>
      {link && (
        <p>
          <a class="way" href={paths.share(link.id)}>
            {ACCESSES.link}
            <span class="spoken"> untuk {link.recipient}</span>
          </a>
        </p>
      )}
      {reader && purpose !== 'own' && !objection && (
        <Form action={paths.accessObjection(n)} csrf={frame.csrf}>
          <p class="actions">
            <button class="quiet">
              {ACCESSES.object}
              <span class="spoken"> dengan catatan nomor {n}</span>
            </button>
          </p>
        </Form>
      )}
      {objection && !objection.answer && <p class="aside">{ACCESSES.waiting}</p>}
      {objection?.answer && (
        <p class="aside">
          {ACCESSES.answer} {objection.answer}
        </p>
      )}
    </li>
  )
}

export function readerText({ reader, link, purpose }: ShownAccess): string {
  if (purpose === 'own') return ACCESSES.self
  if (!reader) return [ACCESSES.linkReader, link?.recipient].filter(Boolean).join(': ')
  const { name, role, agency } = reader
  const who = [name, role && roleText(role), agency].filter(Boolean).join(', ')
  return `${who}, untuk ${purposeText(purpose)}`
}
