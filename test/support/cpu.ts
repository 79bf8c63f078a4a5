import { readdir, readFile } from 'node:fs/promises'

/** The kernel counts in hundredths of a second (USER_HZ). */
const TICK_MS = 10

/** Milliseconds of processor time of a process so far. */
export async function cpuOf(pid: number): Promise<number> {
  const [user = 0, system = 0] = (await statOf(pid)).slice(11, 13).map(Number)
  return (user + system) * TICK_MS
}

/** Likewise with all processes it started, whether they still run or have ended. */
export async function cpuOfFamily(pid: number): Promise<number> {
  const own = (await statOf(pid)).slice(11, 15).map(Number)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = await Promise.all(pids.map((one) => statOf(one).catch(() => [])))
  const children = stats.filter((fields) => Number(fields[1]) === pid)
  const ticks = [...own, ...children.flatMap((fields) => fields.slice(11, 13).map(Number))]
  return ticks.reduce((sum, one) => sum + one, 0) * TICK_MS
}

/** The fields after the name of the command: state, parent, … (proc_pid_stat(5), from field 3). */
async function statOf(pid: number | string): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

/** Likewise of its main thread alone: all of our own code, and none of the hashing. */
export async function cpuOfMainThread(pid: number): Promise<number> {
  const [user = 0, system = 0] = (await statOf(`${pid}/task/${pid}`)).slice(11, 13).map(Number)
  return (user + system) * TICK_MS
}
