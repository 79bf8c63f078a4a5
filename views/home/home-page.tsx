import type { Hat } from '#domain/access/hat.ts'
import type { AccountHold } from '#domain/account/hold.ts'
import type { Person } from '#domain/person.ts'
import { HatForm } from '../hats/hats-page.tsx'
import { PUT_ON } from '../hats/hats-words.ts'
import type { Frame, Page } from '../page.tsx'
import { nipText } from '../parts/nip-words.ts'
import { Notice } from '../parts/problem.tsx'
import { hatText, homeOf } from '../parts/role-words.ts'
import { Tile } from '../parts/tile.tsx'
import { paths } from '../paths.ts'
import { MFA_RESET } from '../reset/mfa-reset-words.ts'
import {
  ARCHIVE,
  actingText,
  failedElsewhereText,
  holdText,
  kindText,
  NO_HAT_WORN,
  NOTHING_TO_DO,
  OPEN_OFFICE,
  previousText,
  SERVICES_TO_COME,
  type Todo,
  todoText,
} from './home-words.ts'

type Props = {
  frame: Frame
  person: Person
  previousAt: Date | undefined
  failedElsewhere: number
  hold: AccountHold | undefined
  pendingMfaReset: string | undefined
  todo: readonly Todo[]
  /** The one worn, and all there are to put on. */
  hat: Hat | undefined
  hats: readonly Hat[]
}

export function homePage(props: Props): Page {
  return { title: 'Beranda', main: <Home {...props} />, frame: props.frame }
}

function Home(props: Props) {
  const { person, previousAt, failedElsewhere, hold, pendingMfaReset, todo } = props
  const { zone } = person.agency
  return (
    <div id="beranda" class="stack">
      <h1>Beranda</h1>
      <Notice text={failedElsewhereText(failedElsewhere)} />
      <Notice text={holdText(hold, zone)} />
      <PendingMfaReset text={pendingMfaReset} />
      <Office {...props} />
      <div class="tiles">
        <Tile heading="Yang perlu dilakukan">
          <Todos todo={todo} />
        </Tile>
        <Tile heading="Data Anda">
          <Who person={person} lastSignIn={previousText(previousAt, zone)} />
          <p>
            <a class="way" href={paths.account}>
              Buka Akun
            </a>
          </p>
        </Tile>
        <Tile heading="Layanan">
          <p class="none">{SERVICES_TO_COME}</p>
        </Tile>
        <Tile heading={ARCHIVE.heading}>
          <p>{ARCHIVE.text}</p>
          <p>
            <a class="way" href={paths.archive}>
              {ARCHIVE.open}
            </a>
          </p>
        </Tile>
      </div>
    </div>
  )
}

/** For those alone who hold an office: where its hat is put on, the only one from here, or its work is done. */
function Office({ frame, hat, hats }: Pick<Props, 'frame' | 'hat' | 'hats'>) {
  const { mayAct, csrf } = frame
  if (!mayAct) return null
  const [only, ...others] = hats
  const isOnly = only !== undefined && others.length === 0 && !hat
  return (
    <Tile heading="Peran Anda">
      <p>{hat ? actingText(hatText(hat)) : isOnly ? hatText(only) : NO_HAT_WORN}</p>
      {isOnly && <HatForm action={paths.hats} csrf={csrf} hat={only.id} label={PUT_ON} />}
      <p class="actions">
        {hat && homeOf(hat.role) !== paths.home && (
          <a class="button" href={homeOf(hat.role)}>
            {OPEN_OFFICE}
          </a>
        )}
        {!isOnly && <a href={paths.hats}>{hat ? 'Ganti peran' : 'Pakai peran'}</a>}
      </p>
    </Tile>
  )
}

/** Whoever signs in meanwhile may take it back (2.5). */
function PendingMfaReset({ text }: { text: string | undefined }) {
  if (!text) return null
  return (
    <div class="aside">
      <h2>{MFA_RESET.cancelTitle}</h2>
      <p role="status">{text}</p>
      <p class="actions">
        <a class="button" href={paths.mfaResetCancel}>
          Batalkan
        </a>
      </p>
    </div>
  )
}

function Todos({ todo }: { todo: readonly Todo[] }) {
  if (todo.length === 0) return <p class="none">{NOTHING_TO_DO}</p>
  return (
    <ul class="links">
      {todo.map(todoText).map(({ text, link, path }) => (
        <li>
          {text}
          <br />
          <a href={path}>{link}</a>
        </li>
      ))}
    </ul>
  )
}

function Who({ person, lastSignIn }: { person: Person; lastSignIn: string }) {
  return (
    <dl>
      <dt>Nama</dt>
      <dd>{person.name}</dd>
      <dt>NIP</dt>
      <dd>{nipText(person.nip)}</dd>
      <dt>Jenis ASN</dt>
      <dd>{kindText(person.kind)}</dd>
      <dt>Instansi</dt>
      <dd>{person.agency.name}</dd>
      <dt>Masuk terakhir</dt>
      <dd>{lastSignIn}</dd>
    </dl>
  )
}
