import type { Hat } from '#domain/access/hat.ts'
import type { Advice } from '#domain/desk/advice.ts'
import type { Frame, Page } from '../page.tsx'
import { Notice } from '../parts/problem.tsx'
import { hatText } from '../parts/role-words.ts'
import { paths } from '../paths.ts'
import type { DeskDone } from './act-words.ts'
import { doneText, mayNotText } from './act-words.ts'
import { adviceText } from './advice-words.ts'
import { OPEN_ARCHIVE } from './desk-words.ts'
import { SearchForm } from './search-page.tsx'
import { CodeTile, DevicesTile, EmailTile, type ShownAccount, StateTile } from './state-tiles.tsx'
import { type ShownTrace, TracesTile } from './traces-tile.tsx'
import { type Walk, walkQuery } from './walk-query.ts'
import { waysToHelp } from './ways-to-help.ts'
import { type ShownPerson, WhoTile } from './who-tile.tsx'

/** Where the list goes on; `back`: the list itself. */
export type Neighbours = {
  previous: string | undefined
  next: string | undefined
  back: string | undefined
}

/** `opensArchive`: the hat lets whoever wears it look at archives. */
export type Props = {
  frame: Frame
  opensArchive: boolean
  person: ShownPerson
  account: ShownAccount
  hats: readonly Hat[]
  mayAct: 'yes' | 'oneself' | 'higherRole'
  advice: readonly Advice[]
  traces: readonly ShownTrace[]
  walk: Walk
  neighbours: Neighbours
  done: DeskDone | undefined
}

/** All of somebody in one glance, and what helps next; no secret. */
export function employeePage(props: Props): Page {
  return { title: props.person.name, main: <Employee {...props} />, frame: props.frame }
}

function Employee(props: Props) {
  const { frame, person, account, traces, neighbours, done, hats, opensArchive } = props
  const { zone } = frame.clock
  return (
    <div id="pegawai" class="stack">
      <Neighbourhood {...neighbours} />
      <h1>{person.name}</h1>
      <Notice text={done && doneText(done)} />
      {hats.map((hat) => (
        <p class="lead">Memegang peran: {hatText(hat)}</p>
      ))}
      <Next {...props} />
      {opensArchive && (
        <p class="actions">
          <a class="button quiet" href={paths.employeeArchive(person.id)}>
            {OPEN_ARCHIVE}
          </a>
        </p>
      )}
      <div class="tiles">
        <WhoTile person={person} />
        <StateTile account={account} zone={zone} />
        <EmailTile account={account} zone={zone} />
        <DevicesTile account={account} zone={zone} />
        <CodeTile account={account} zone={zone} />
        <TracesTile traces={traces} zone={zone} />
      </div>
      <section class="card">
        <h2>Cari pegawai lain</h2>
        <SearchForm text="" />
      </section>
    </div>
  )
}

function Neighbourhood({ previous, next, back }: Neighbours) {
  if (!previous && !next && !back) return null
  return (
    <p class="walk">
      {previous && <a href={previous}>Pegawai sebelumnya</a>}
      {back && <a href={back}>Kembali ke daftar</a>}
      {next && <a href={next}>Pegawai berikutnya</a>}
    </p>
  )
}

function Next({ frame, person, account, mayAct, advice, walk }: Props) {
  const refused = mayAct === 'yes' ? undefined : mayNotText({ kind: mayAct })
  const facts = { standing: account.standing, isClosedToNewBrowsers: account.isClosedToNewBrowsers }
  return (
    <section class="card">
      <h2>Yang membantu sekarang</h2>
      <ul>
        {advice.map((one) => (
          <li>{adviceText(one, frame.clock.zone)}</li>
        ))}
      </ul>
      {refused ? (
        <p class="none">{refused}</p>
      ) : (
        <p class="ways">
          {waysToHelp
            .filter(({ fits }) => fits(facts))
            .map(({ label, path }) => (
              <a class="button quiet" href={path(person.id, walkQuery(walk))}>
                {label}
              </a>
            ))}
        </p>
      )}
    </section>
  )
}

type NotFoundProps = { frame: Frame; text: string }

/** Out of the scope, or nowhere: the same page. */
export function noEmployeePage({ frame, text }: NotFoundProps): Page {
  return {
    title: 'Tidak ditemukan',
    frame,
    main: (
      <section id="pegawai" class="card">
        <h1>Tidak ditemukan</h1>
        <p>{text}</p>
        <p class="actions">
          <a class="button" href={paths.desk}>
            Cari lagi
          </a>
        </p>
      </section>
    ),
  }
}
