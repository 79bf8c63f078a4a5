import { paths } from '../paths.ts'

/** What to do about what one does not know, and the two places where it is done. */
export function NotYou({ text }: { text: string }) {
  return (
    <div class="aside">
      <p>{text}</p>
      <p class="actions">
        <a href={paths.sessions}>Akhiri sesi</a>
        <a href={paths.password}>Ganti password</a>
      </p>
    </div>
  )
}
