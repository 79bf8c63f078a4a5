import { CHECKPOINT } from './mark-words.ts'

/** What the log signed last, letter by letter: whoever keeps it can tell if the log is ever another one. */
export function Checkpoint({ note }: { note: string }) {
  return (
    <>
      <p class="verbatim">
        {note
          .trim()
          .split('\n')
          .map((line) => (
            <>
              {line}
              <br />
            </>
          ))}
      </p>
      <p class="hint">{CHECKPOINT.hint}</p>
    </>
  )
}
