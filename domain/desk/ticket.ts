import { oneLine } from '../one-line.ts'

const LONGEST = 40

/** The number of the case elsewhere; none if nothing was typed. */
export function readTicket(text: string): string | undefined {
  return oneLine(text, LONGEST) || undefined
}
