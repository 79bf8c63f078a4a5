import type { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { NO_FILE } from './reading-words.ts'

/** 503: no copy of the file opens just now. */
export function noFilePage(): Page {
  const main = (
    <section class="card narrow">
      <h1>{NO_FILE.title}</h1>
      <p class="lead">{NO_FILE.text}</p>
      <p>{NO_FILE.next}</p>
      <p class="actions">
        <a class="button" href={paths.home}>
          Ke Beranda
        </a>
        <a href={paths.helpOn('server-sibuk')}>Bantuan</a>
      </p>
    </section>
  )
  return { title: NO_FILE.title, main }
}
