import { isKeyName } from '#domain/tlog/signed-note.ts'
import { USAGE } from '#views/import/import-words.ts'
import { newLogKey, parseLogKey } from './secrets/log-key.ts'
import { startRefusal } from './store/start-refusal.ts'

type Screen = { print: (text: string) => void; tell: (text: string) => void }

/**
 * `log key NAME`: a new key on standard output, to be kept in a file of its own, and its public half on
 * standard error, to be told to everybody. NAME is the log's for ever, as asn.example.go.id/log.
 */
export function runLogKey(args: string[], { print, tell }: Screen): void {
  const [name, ...more] = args
  if (!name || more.length > 0 || !isKeyName(name)) throw startRefusal(USAGE)
  const key = newLogKey(name)
  const signer = parseLogKey(key)
  print(key)
  if (signer.ok) tell(signer.value.vkey)
}
