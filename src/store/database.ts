import { setImmediate as nextTurn } from 'node:timers/promises'
import postgres, {
  type Sql as AnySql,
  type TransactionSql as AnyTransactionSql,
  type Options,
  type PostgresType,
} from 'postgres'
import { promptSocket } from './prompt-socket.ts'

type Types = { int8: number; byteaArray: readonly Buffer[] }
export type Sql = AnySql<Types>
export type TransactionSql = AnyTransactionSql<Types>

/**
 * `role`: whose rights every connection has; `max`: connections, 10 if not said; `name`: what the
 * server lists them under; `lasting`: they are never renewed; `statementSeconds`: after which the
 * server gives a statement up.
 */
export type DatabaseOptions = {
  role?: string
  max?: number
  name?: string
  lasting?: true
  statementSeconds?: number
}

const BYTEA_ARRAY = 1001

/** Counts and 30-second steps stay far below 2^53, so int8 is a number here and never text. */
const int8: PostgresType<number> = { to: 20, from: [20], parse: Number, serialize: String }

/**
 * Arrays of bytea; postgres.js learns of arrays by a query of its own that the first statement of a
 * pool does not wait for, and takes them for one bytea until then.
 */
const byteaArray: PostgresType<readonly Buffer[]> = {
  to: BYTEA_ARRAY,
  from: [BYTEA_ARRAY],
  parse: (text: string) =>
    [...text.matchAll(/\\\\x([0-9a-f]*)/g)].map(([, hex = '']) => Buffer.from(hex, 'hex')),
  serialize: (buffers: readonly Buffer[]) =>
    `{${buffers.map((one) => `"\\\\x${one.toString('hex')}"`).join()}}`,
}

/** The role is a startup setting, so a connection made anew has it before its first query. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Sql {
  const { role, max = 10, name = 'asn-digital', lasting, statementSeconds } = options
  return postgres(url, {
    max,
    ...promptSocket(url),
    ...(lasting && { max_lifetime: null }),
    types: { int8, byteaArray },
    transform: postgres.camel,
    onnotice: () => {},
    connect_timeout: 10,
    connection: {
      application_name: name,
      TimeZone: 'UTC',
      // Where PostgreSQL is built with LLVM, compiling a statement takes longer than running ours.
      jit: 'off',
      ...(role && { role }),
      ...(statementSeconds && { statement_timeout: statementSeconds * 1000 }),
    },
  } satisfies Options<{ int8: typeof int8; byteaArray: typeof byteaArray }>)
}

export function byteas(sql: Sql | TransactionSql, buffers: readonly Buffer[]) {
  return sql.typed.byteaArray(buffers)
}

const NEVER = new Promise<never>(() => {})

/**
 * All of `work` happens, or none of it. Where the connection is lost while `work` waits for something else,
 * postgres.js would write its next statement, or the end, to a socket that is gone, which ends the process:
 * neither is sent.
 */
export async function inTransaction<Answer>(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  const connection: { lost?: unknown } = {}
  const done = sql.begin(async (tx) => {
    try {
      return await work(whileThere(tx, connection))
    } catch (problem) {
      // By then it is known whether the connection is what failed.
      await nextTurn()
      throw problem
    } finally {
      if ('lost' in connection) await NEVER
    }
  })
  return done.catch((problem) => {
    connection.lost = problem
    throw problem
  }) as Promise<Answer>
}

function whileThere(tx: TransactionSql, connection: { lost?: unknown }): TransactionSql {
  return new Proxy(tx, {
    apply: (statement, self, parts) => {
      if ('lost' in connection) throw connection.lost
      return Reflect.apply(statement, self, parts)
    },
  })
}

const OUT_OF_REACH =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_\w+|57P0[123]|57014|53300)$/

/** The database is away, full or too slow: waiting helps, unlike with a bug. */
export function isOutOfReach(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && OUT_OF_REACH.test(String(problem.code))
}

/** Likewise, but a `false` of `work` takes back what it had done so far. */
export async function inTransactionOrNot(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<boolean>,
): Promise<boolean> {
  const takenBack = new Error('taken back')
  try {
    await inTransaction(sql, async (tx) => {
      if (!(await work(tx))) throw takenBack
    })
    return true
  } catch (problem) {
    if (problem === takenBack) return false
    throw problem
  }
}

/** A column that the table's checks fill in this state: finding it empty is a bug. */
export function filled<Column>(column: Column | null): Column {
  if (column === null) throw new Error('a column that this state fills is empty')
  return column
}
