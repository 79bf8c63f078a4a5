import type { FoundSlot } from '#domain/archive/completeness.ts'
import type { IntakeNote, IntakeRefusal } from '#domain/archive/intake.ts'
import type { Upload, UploadForm } from '#domain/archive/upload.ts'
import type { Version } from '#domain/archive/version.ts'
import type { WithdrawRefused } from '#domain/archive/withdraw-version.ts'
import { Whom } from '../agency/whom.tsx'
import { sizeText } from '../national/imports-words.ts'
import type { Frame, Page } from '../page.tsx'
import { FileField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Notice, ProblemSummary, titleOf } from '../parts/problem.tsx'
import { ProofField } from '../parts/proof-field.tsx'
import type { ProofProblem } from '../parts/proof-words.ts'
import { dayText, momentText } from '../parts/time-words.ts'
import { Checkpoint } from '../verification/checkpoint.tsx'
import { CHECKPOINT } from '../verification/mark-words.ts'
import { intakeNoteText, intakeRefusalWords } from './intake-words.ts'
import { Sending } from './sending.tsx'
import { returnCodeText, slotName } from './slot-words.ts'
import type { UploadSide } from './upload-side.ts'
import {
  ACCEPTED,
  ARRIVED,
  CANCEL,
  FILE_FIELD,
  FILE_LABEL,
  PICTURES_ARRIVED,
  RENEWS,
  RESUME_HINT,
  RESUME_NEEDS_SCRIPT,
  receiveRefusalText,
  SCAN_MISSING,
  SEND_AGAIN,
  statusText,
  UPLOADS_TITLE,
  VERIFICATION_NEXT,
  WITHDRAW,
  WITHDRAW_HINT,
  waitingText,
  withdrawTold,
} from './upload-words.ts'

/** An upload as far as it has come: bytes on their way, or the version that came of them. */
export type Followed =
  | { kind: 'upload'; upload: Upload; arrived: number; sha256: string | undefined }
  | {
      kind: 'version'
      version: Version
      notes: readonly IntakeNote[]
      waitsFor: 'scan' | 'inspection' | 'copy' | undefined
      mayWithdraw: boolean
    }

export type WithdrawProblem = WithdrawRefused | { kind: 'stale' } | ProofProblem

export type SentUploadProps = {
  frame: Frame
  side: UploadSide
  id: string
  slot: FoundSlot | undefined
  followed: Followed
  problem: WithdrawProblem | undefined
  script: string
  /** What the log signed last, once the file is received. */
  checkpoint: string | undefined
}

export function sentUploadPage(props: SentUploadProps): Page {
  const { frame, problem, slot } = props
  const told = problem && withdrawTold(problem, frame.clock.now, frame.clock.zone)
  const name = slot ? slotName(slot) : 'Unggahan'
  const main = (
    <section id="unggahan" class="card narrow">
      <h1>{name}</h1>
      <ProblemSummary told={told} />
      {props.side.sentFor && <Whom person={props.side.sentFor} />}
      <UploadState {...props} />
      <Withdrawal {...props} />
      {props.checkpoint && (
        <details>
          <summary>{CHECKPOINT.title}</summary>
          <Checkpoint note={props.checkpoint} />
        </details>
      )}
      <p class="actions">
        <a href={props.side.back.path}>{props.side.back.label}</a>
        <a href={props.side.list}>{UPLOADS_TITLE}</a>
      </p>
    </section>
  )
  return { title: titleOf(name, told), main, frame }
}

/** Asks again as long as the portal is at it; that is no activity of the session (R-SE-03). */
export function UploadState(props: SentUploadProps) {
  const { side, id, followed } = props
  const polls = isUnderWay(followed) && {
    'hx-get': side.progress(id),
    'hx-trigger': 'every 2s',
    'hx-target': '#keadaan',
    'hx-swap': 'outerHTML ignoreTitle:true',
  }
  return (
    <div id="keadaan" class="stack" {...polls}>
      {followed.kind === 'upload' ? (
        <OnItsWay {...props} {...followed} />
      ) : (
        <AsVersion {...props} {...followed} />
      )}
      {isUnderWay(followed) && (
        <p class="hint">
          {RENEWS.itself} <a href={side.upload(id)}>{RENEWS.reload}</a>.
        </p>
      )}
    </div>
  )
}

export function isUnderWay(followed: Followed): boolean {
  return followed.kind === 'upload'
    ? followed.upload.state === 'arrived'
    : followed.version.status === 'quarantined'
}

type OnItsWayProps = SentUploadProps & Extract<Followed, { kind: 'upload' }>

function OnItsWay(props: OnItsWayProps) {
  const { upload } = props
  switch (upload.state) {
    case 'arriving':
      return <Arriving {...props} />
    case 'refused':
      return <p class="problem">{receiveRefusalText(upload.refusal)}</p>
    case 'arrived':
    case 'received':
      return <Notice text={upload.form === 'photos' ? PICTURES_ARRIVED : ARRIVED} />
  }
}

function Arriving(props: OnItsWayProps) {
  const { frame, side, upload, arrived, script } = props
  const { id, bytes, expiresAt } = upload
  return (
    <>
      <p class="lead">{statusText('uploading')}</p>
      <progress aria-label="Sudah terkirim" max={bytes} value={Math.min(arrived, bytes)} />
      <p class="hint">
        {`${sizeText(arrived)} dari ${sizeText(bytes)}. Dapat dilanjutkan sampai ${dayText(expiresAt, frame.clock.zone)}.`}
      </p>
      <Resume {...props} />
      <noscript>
        <p>{RESUME_NEEDS_SCRIPT}</p>
      </noscript>
      <Form action={side.cancel(id)} csrf={frame.csrf}>
        <p class="actions">
          <button class="quiet">{CANCEL}</button>
        </p>
      </Form>
      <script src={script} defer></script>
    </>
  )
}

/** Only a script can go on where the bytes end; it reveals this. */
function Resume({ side, upload, sha256 }: OnItsWayProps) {
  const { id, form } = upload
  return (
    <div
      class="stack"
      data-upload={form}
      data-resume={side.upload(id)}
      data-sha256={sha256 ?? ''}
      hidden
    >
      <FileField
        name={FILE_FIELD}
        label={FILE_LABEL[form]}
        hint={RESUME_HINT}
        accept={ACCEPTED[form]}
        multiple={form === 'photos'}
        told={undefined}
      />
      <Sending />
    </div>
  )
}

/** Where somebody may open it. */
const IS_READ: readonly Version['status'][] = ['awaitingVerification', 'verified', 'superseded']

type AsVersionProps = SentUploadProps & Extract<Followed, { kind: 'version' }>

function AsVersion({ frame, version, notes, waitsFor, side, slot }: AsVersionProps) {
  const { zone } = frame.clock
  return (
    <>
      <p class="lead">{statusText(version.status)}</p>
      <p class="hint">{`Diterima ${momentText(version.receivedAt, zone)}, ${sizeText(version.bytes)}.`}</p>
      <Outcome version={version} waitsFor={waitsFor} />
      {IS_READ.includes(version.status) && version.scan === 'notScanned' && (
        <p class="hint">{SCAN_MISSING}</p>
      )}
      {notes.map((note) => (
        <p class="hint">{intakeNoteText(note)}</p>
      ))}
      {slot && ['rejectedBySystem', 'returned', 'withdrawn'].includes(version.status) && (
        <SendAgain side={side} slot={slot} form={formAgain(version)} />
      )}
    </>
  )
}

type AgainProps = { side: UploadSide; slot: FoundSlot; form: UploadForm }

function SendAgain({ side, slot, form }: AgainProps) {
  return (
    <p class="actions">
      <a class="button" href={side.to(slot.type.code, slot.slot, form)}>
        {SEND_AGAIN[form]}
      </a>
    </p>
  )
}

/** A picture that was sent as a PDF is told to go where pictures go. */
function formAgain(version: Version): UploadForm {
  return version.status === 'rejectedBySystem' && version.refusal === 'typeMismatch'
    ? 'photos'
    : 'document'
}

function Outcome({ version, waitsFor }: Pick<AsVersionProps, 'version' | 'waitsFor'>) {
  switch (version.status) {
    case 'quarantined':
      return <p>{waitingText(waitsFor)}</p>
    case 'rejectedBySystem': {
      const { reason, step } = intakeRefusalWords(version.refusal as IntakeRefusal)
      return <p class="problem">{`${reason} ${step}`}</p>
    }
    case 'returned': {
      const { codes, note } = version.returned
      const reasons = codes.map((code) => returnCodeText(code))
      return <p class="problem">{[...reasons, note && `Catatan verifikator: ${note}`].join(' ')}</p>
    }
    case 'awaitingVerification':
      return <p>{VERIFICATION_NEXT}</p>
    case 'verified':
    case 'superseded':
    case 'withdrawn':
      return null
  }
}

function Withdrawal({ frame, side, id, followed, problem }: SentUploadProps) {
  if (followed.kind !== 'version' || !followed.mayWithdraw) return null
  const told = problem && withdrawTold(problem, frame.clock.now, frame.clock.zone)
  return (
    <details open={problem !== undefined}>
      <summary>{WITHDRAW}</summary>
      <Form action={side.cancel(id)} csrf={frame.csrf}>
        <p>{WITHDRAW_HINT}</p>
        {side.sentFor && <ProofField frame={frame} place={side.upload(id)} told={told} />}
        <p class="actions">
          <button class="quiet">{WITHDRAW}</button>
        </p>
      </Form>
    </details>
  )
}
