import type { Person } from '#domain/person.ts'
import { kindText } from '../home/home-words.ts'
import type { Frame, Page } from '../page.tsx'
import { nipText } from '../parts/nip-words.ts'
import { Notice } from '../parts/problem.tsx'
import { Tile } from '../parts/tile.tsx'
import type { AccountDone } from '../path-names.ts'
import { paths } from '../paths.ts'
import {
  accountDoneText,
  devicesText,
  EMAIL_BY_AGENCY,
  NO_EMAIL,
  recoveryText,
  sessionsText,
  usableText,
} from './account-words.ts'

/** An address in force; `usableFrom`: from when it may receive the code of a reset. */
export type EmailAddress = { address: string; usableFrom: Date }

type Props = {
  frame: Frame
  person: Person
  addresses: readonly EmailAddress[]
  devices: number
  recovery: { saved: boolean; left: number } | undefined
  sessions: number
  done: AccountDone | undefined
}

export function accountPage(props: Props): Page {
  return { title: 'Akun', main: <Account {...props} />, frame: props.frame }
}

function Account({ frame, person, addresses, devices, recovery, sessions, done }: Props) {
  return (
    <div id="akun" class="stack">
      <h1>Akun</h1>
      <Notice text={done && accountDoneText(done)} />
      <div class="tiles">
        <Tile heading="Data Anda">
          <Identity frame={frame} person={person} addresses={addresses} />
          <Part path={paths.ownEmail} label="Email" />
        </Tile>
        <Tile heading="Cara masuk">
          <Part path={paths.devices} label="Perangkat" state={devicesText(devices)} />
          <Part path={paths.recoveryCodes} label="Kode cadangan" state={recoveryText(recovery)} />
          <Part path={paths.password} label="Ganti password" />
        </Tile>
        <Tile heading="Yang terjadi di akun Anda">
          <Part path={paths.sessions} label="Sesi" state={sessionsText(sessions)} />
          <Part path={paths.history} label="Riwayat akun" />
          <Part path={paths.record} label="Siapa yang menyentuh akun saya" />
        </Tile>
        <Tile heading="Salinan data">
          <Part path={paths.ownData} label="Unduh data saya" />
        </Tile>
      </div>
    </div>
  )
}

function Part({ path, label, state }: { path: string; label: string; state?: string }) {
  return (
    <p class="part">
      <a href={path}>{label}</a>
      {state && <span class="hint">{state}</span>}
    </p>
  )
}

function Identity({ frame, person, addresses }: Pick<Props, 'frame' | 'person' | 'addresses'>) {
  return (
    <>
      <dl>
        <dt>Nama</dt>
        <dd>{person.name}</dd>
        <dt>NIP</dt>
        <dd>{nipText(person.nip)}</dd>
        <dt>Jenis ASN</dt>
        <dd>{kindText(person.kind)}</dd>
        <dt>Instansi</dt>
        <dd>{person.agency.name}</dd>
        <dt>Email</dt>
        {addresses.length === 0 && <dd class="none">{NO_EMAIL}</dd>}
        {addresses.map((one) => (
          <Address frame={frame} {...one} />
        ))}
      </dl>
      <p class="hint">{EMAIL_BY_AGENCY}</p>
    </>
  )
}

function Address({ frame, address, usableFrom }: { frame: Frame } & EmailAddress) {
  const { now, zone } = frame.clock
  return (
    <dd>
      {address}
      {now < usableFrom && <span class="hint"> ({usableText(usableFrom, zone)})</span>}
    </dd>
  )
}
