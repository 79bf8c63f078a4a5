import type { Zone } from '#domain/agency.ts'
import { groupsOfFour, nipText } from '../parts/nip-words.ts'
import {
  type ActivationProblem,
  COMPUTER,
  COPIED,
  COPY_BY_HAND,
  expiryText,
  isScanned,
  keyStepText,
  NO_RESCAN,
  NOTHING_HAPPENS,
  SCAN_STEP,
  SHOW_QR_AGAIN,
  THIS_PHONE,
} from './activation-words.ts'
import { QrCode } from './qr-code.tsx'

/** A secret as the page shows it, and why the page came back, if it did. */
export type Shown = {
  qr: readonly (readonly boolean[])[]
  /** Base32, 32 characters. */
  key: string
  uri: string
  nip: string
  expiresAt: Date
  zone: Zone
  problem?: ActivationProblem | undefined
  now?: Date | undefined
}

/** Folded once the app may hold it, so that on a phone the field is near the refusal. */
export function Connection({ props }: { props: Shown }) {
  if (!isScanned(props.problem, props.expiresAt, props.now)) return <Scan props={props} />
  return (
    <>
      <p>{NO_RESCAN}</p>
      <details>
        <summary>{SHOW_QR_AGAIN}</summary>
        <div class="stack">
          <Scan props={props} />
        </div>
      </details>
    </>
  )
}

/** On the phone itself first, for whoever has no second screen; on a wide one last. */
function Scan({ props: { qr, key, uri, nip, expiresAt, zone } }: { props: Shown }) {
  return (
    <>
      <div class="stack same-phone">
        <p>{THIS_PHONE}</p>
        <p class="actions">
          <a class="button" href={uri}>
            Buka di aplikasi autentikator
          </a>
        </p>
        <p class="hint">{NOTHING_HAPPENS}</p>
      </div>
      <p>
        {COMPUTER} {SCAN_STEP}
      </p>
      <QrCode squares={qr} label={`Kode QR untuk akun ASN Digital ${nipText(nip)}`} />
      <p class="hint">{expiryText(expiresAt, zone)}</p>
      <Key text={key} nip={nip} />
    </>
  )
}

function Key({ text, nip }: { text: string; nip: string }) {
  return (
    <>
      <p>{keyStepText(nip)}</p>
      <p>
        <code id="kunci" class="key">
          {groupsOfFour(text)}
        </code>
      </p>
      <p class="copy">
        <button type="button" class="quiet" data-copy="kunci" hidden>
          Salin kunci
        </button>
        <span role="status">
          <b hidden>{COPIED}</b>
          <b hidden>{COPY_BY_HAND}</b>
        </span>
      </p>
    </>
  )
}
