import type { HelpTopic } from '../help-topics.ts'
import type { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { NO_FILE, type NoFile } from './reading-words.ts'

/** 503: no copy of the file opens just now; `record`: where its owner sees what to do. */
export function noFilePage(why: NoFile, record?: string): Page {
  const { title, text, next } = NO_FILE[why]
  const main = (
    <section class="card narrow">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p>{next}</p>
      <p class="actions">
        {record ? (
          <a class="button" href={record}>
            {NO_FILE.record}
          </a>
        ) : (
          <a class="button" href={paths.home}>
            Ke Beranda
          </a>
        )}
        <a href={paths.helpOn(TOPICS[why])}>Bantuan</a>
      </p>
    </section>
  )
  return { title, main }
}

const TOPICS: Record<NoFile, HelpTopic> = {
  notNow: 'server-sibuk',
  lostOwn: 'arsip-saya',
  lostPage: 'arsip-saya',
  lost: 'arsip-saya',
  lostShared: 'tautan-berbagi',
  lostPaper: 'penyusutan',
}
