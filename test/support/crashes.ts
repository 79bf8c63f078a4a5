import { availableParallelism } from 'node:os'
import type { Sql } from '#src/store/database.ts'
import { untilForgotten, untilWaiting } from './desk.ts'
import type { Portal } from './portal.ts'

/** A program's connections: so many statements can wait in it at once, and no more are killed there. */
const CONNECTIONS = 2 * availableParallelism() + 1

type Crash = {
  owner: Sql
  portal: Portal
  /** Nobody else may write to it. */
  table: string
  posts: (() => Promise<unknown>)[]
}

/**
 * Kills the program once every post waits for the table or is through, and answers how many wait.
 * The statements that nobody waits for any more run to their end before they are undone.
 */
export async function killWhileHeld({ owner, portal, table, posts }: Crash): Promise<number> {
  let open = 0
  const { sent, begun } = await owner.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in share row exclusive mode`)
    const sent = posts.map(async (post) => {
      open += 1
      await post().catch(() => undefined)
      open -= 1
    })
    await untilWaiting(owner, () => open)
    const begun = open
    await portal.kill('SIGKILL')
    return { sent, begun }
  })
  await Promise.all(sent)
  await untilForgotten(owner)
  return begun
}

/** Those of the steps that are named, reached all at once, each by somebody else. */
export async function reachNamed<Step>(
  steps: Record<string, () => Promise<Step>>,
  names: readonly string[] = Object.keys(steps),
): Promise<Record<string, Step>> {
  const named = Object.entries(steps).filter(([name]) => names.includes(name))
  const reached = await Promise.all(
    named.map(async ([name, reach]) => [name, await reach()] as const),
  )
  return Object.fromEntries(reached)
}

/** Groups of which each can wait in one program. */
export function inGroups<One>(all: readonly One[]): One[][] {
  const groups = Math.ceil(all.length / CONNECTIONS)
  return Array.from({ length: groups }, (_, at) =>
    all.slice(at * CONNECTIONS, (at + 1) * CONNECTIONS),
  )
}
