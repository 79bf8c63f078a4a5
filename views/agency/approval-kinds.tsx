import type { Child } from 'hono/jsx'
import type { ApprovalKind } from '#domain/approval/approval.ts'
import type { Evidence, ResetCause } from '#domain/reset/issue-code.ts'
import { causeText, evidenceText } from './evidence-words.ts'

/** What a request is about, as it was kept. */
type What = Record<string, string | null>

/** Each kind draws what it asks for, as rows of a list of facts. */
export const APPROVAL_SUMMARIES: Partial<Record<ApprovalKind, (props: { what: What }) => Child>> = {
  mfaReset: ({ what }) => (
    <>
      <dt>Sebab</dt>
      <dd>{causeText((what['cause'] ?? 'other') as ResetCause)}</dd>
      <Proof what={what} />
    </>
  ),
  emailCorrection: ({ what }) => (
    <>
      <dt>Email sekarang</dt>
      <dd>{what['replaces'] ?? 'belum ada'}</dd>
      <dt>Email baru</dt>
      <dd>
        <code>{what['address']}</code>
      </dd>
      <Proof what={what} />
    </>
  ),
}

function Proof({ what }: { what: What }) {
  return (
    <>
      <dt>Bukti diri</dt>
      <dd>{evidenceText((what['evidence'] ?? 'present') as Evidence)}</dd>
      {what['ticket'] && (
        <>
          <dt>Tiket</dt>
          <dd>{what['ticket']}</dd>
        </>
      )}
    </>
  )
}
