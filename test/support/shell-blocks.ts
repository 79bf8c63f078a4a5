import { readFileSync } from 'node:fs'

/** The commands of a guide, as its readers copy them. */
export function shellBlocks(guide: string): string[] {
  const blocks = readFileSync(guide, 'utf8').matchAll(/^```sh\n(.*?)^```$/gms)
  return [...blocks].map(([, commands = '']) => commands)
}
