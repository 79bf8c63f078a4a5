import type { Frame, Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { NO_SUCH_EMPLOYEE } from './help-words.ts'

/** The same for a person of another agency and for nobody. */
export function noSuchEmployeePage({ frame }: { frame: Frame }): Page {
  const main = (
    <section class="card narrow">
      <h1>Pegawai tidak ditemukan</h1>
      <p class="lead">{NO_SUCH_EMPLOYEE}</p>
      <p class="actions">
        <a class="button" href={paths.desk}>
          Cari pegawai
        </a>
      </p>
    </section>
  )
  return { title: 'Pegawai tidak ditemukan', main, frame }
}
