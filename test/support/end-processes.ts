import { afterAll } from 'vitest'
import { endProcesses } from './processes.ts'

/** With each test file, whether it shares its modules with others or not. */
afterAll(endProcesses, 60_000)
