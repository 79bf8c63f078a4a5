import type { Hat } from '#domain/access/hat.ts'
import type { Frame, Page } from '../page.tsx'
import { ProblemSummary, type Told, titleOf } from '../parts/problem.tsx'
import { hatText } from '../parts/role-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { endedText, ROLE_OVER } from './hats-words.ts'

type Props = { frame: Frame; hat: Hat; end: { by: string; reason: string } | undefined }

const TOLD: Told = { text: ROLE_OVER.nothing, topic: 'peran' }

/** For somebody whose hat fell off, maybe in the middle of a form. */
export function roleOverPage(props: Props): Page {
  return {
    title: titleOf(ROLE_OVER.title, TOLD),
    main: <RoleOver {...props} />,
    frame: props.frame,
  }
}

function RoleOver({ frame, hat, end }: Props) {
  return (
    <section id="peran-berakhir" class="card narrow">
      <h1>{ROLE_OVER.title}</h1>
      <ProblemSummary told={TOLD} />
      <p>{hatText(hat)}</p>
      <p>{endedText(momentText(hat.until, frame.clock.zone), end)}</p>
      <p class="actions">
        <a class="button" href={paths.hats}>
          Buka Peran
        </a>
        <a href={paths.home}>Beranda</a>
      </p>
    </section>
  )
}
