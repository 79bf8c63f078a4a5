import type { ArchiveEventName } from '../archive-event.ts'

/** One event as the log commits to it; moments are texts, to the microsecond. */
export type Told = {
  n: number
  name: ArchiveEventName
  at: string
  actor: string | null
  hat: string | null
  body: Readonly<Record<string, unknown>>
}

export function textIn(body: Told['body'], name: string): string | undefined {
  const found = body[name]
  return typeof found === 'string' ? found : undefined
}

export function numberIn(body: Told['body'], name: string): number | undefined {
  const found = body[name]
  return typeof found === 'number' ? found : undefined
}
