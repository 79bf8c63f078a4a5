import type { VersionId } from '#domain/archive/version.ts'
import { paths } from '../../paths.ts'
import { pageText, VERIFY } from './verification-words.ts'

/** Of an A4 page as wide as previews are, so that nothing moves when one arrives. */
const WIDTH = 1000
const HEIGHT = 1414

type Props = { version: VersionId; pages: number }

/**
 * The pages one below the other, each loaded when it comes into sight. It scrolls by itself, by keyboard
 * too; where scripts run, a click or a drawn box on a page says which part is meant.
 */
export function DocumentPages({ version, pages }: Props) {
  const numbers = Array.from({ length: pages }, (_, at) => at + 1)
  return (
    <section id="dokumen" class="document" aria-label={VERIFY.document} tabindex={0}>
      {numbers.map((page) => (
        <figure data-page={page}>
          <img
            src={paths.versionPage(version, page, 'verification')}
            alt={pageText(page, pages)}
            width={WIDTH}
            height={HEIGHT}
            loading="lazy"
          />
          <figcaption>{pageText(page, pages)}</figcaption>
        </figure>
      ))}
    </section>
  )
}
