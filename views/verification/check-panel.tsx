import type { Verdict } from '#domain/verification/verdict.ts'
import { FileField } from '../parts/field.tsx'
import { paths } from '../paths.ts'
import { CHECK, CHECK_STEPS } from './check-words.ts'
import { VerdictCard, VerdictTemplates } from './verdict-card.tsx'

/**
 * `vkey`: whose log is believed, baked into the page; `script`: the module that checks, undefined where
 * another script fetches it once somebody wants it.
 */
export type PanelProps = {
  vkey: string | undefined
  script: string | undefined
  /** Where a form was answered. */
  verdict?: Verdict | undefined
}

/** Checks in the browser, where a script runs; nobody sees it without. */
export function CheckPanel({ vkey = '', script, verdict }: PanelProps) {
  return (
    <>
      <section
        id="periksa"
        class="card"
        aria-labelledby="periksa-judul"
        data-vkey={vkey}
        data-log={paths.log}
        data-standing={paths.checkStanding('')}
        data-fingerprint={paths.checkFingerprint}
        data-words={JSON.stringify(CHECK_STEPS)}
        hidden
      >
        <h2 id="periksa-judul">{CHECK.panel}</h2>
        <p class="aside">{CHECK.private}</p>
        <CodeField />
        <FileField
          name="berkas"
          label={CHECK.file}
          hint={CHECK.fileHint}
          accept=""
          told={undefined}
        />
        <details>
          <summary>{CHECK.kept}</summary>
          <FileField
            name="bukti"
            label={CHECK.keptFile}
            hint={CHECK.keptHint}
            accept=".tlog-proof"
            told={undefined}
          />
        </details>
        <p class="actions">
          <button type="button" id="mulai" hidden>
            {CHECK.check}
          </button>
          <button type="button" id="batal" class="quiet" hidden>
            {CHECK.cancel}
          </button>
        </p>
        <p id="langkah" role="status" />
        <progress id="kemajuan" aria-label={CHECK_STEPS.hashing} max={1} value={0} hidden />
      </section>
      <div id="putusan" aria-live="polite">
        {verdict && <VerdictCard verdict={verdict} />}
      </div>
      <VerdictTemplates />
      {script && <script type="module" src={script}></script>}
    </>
  )
}

function CodeField() {
  return (
    <div class="field">
      <label for="kode-qr">{CHECK.code}</label>
      <p class="hint" id="kode-qr-petunjuk">
        {CHECK.codeHint} {CHECK.codeOptional}
      </p>
      <textarea
        id="kode-qr"
        name="kode-qr"
        rows={3}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        aria-describedby="kode-qr-petunjuk"
      ></textarea>
    </div>
  )
}
