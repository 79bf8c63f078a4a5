import postgres, {
  type Sql as AnySql,
  type TransactionSql as AnyTransactionSql,
  type Options,
  type PostgresType,
} from 'postgres'

type Types = { int8: number }
export type Sql = AnySql<Types>
export type TransactionSql = AnyTransactionSql<Types>

/**
 * `role`: whose rights every connection has; `max`: connections, 10 if not said; `name`: what the
 * server lists them under; `lasting`: they are never renewed.
 */
export type DatabaseOptions = { role?: string; max?: number; name?: string; lasting?: true }

/** Counts and 30-second steps stay far below 2^53, so int8 is a number here and never text. */
const int8: PostgresType<number> = { to: 20, from: [20], parse: Number, serialize: String }

/** The role is a startup setting, so a connection made anew has it before its first query. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Sql {
  const { role, max = 10, name = 'asn-digital', lasting } = options
  return postgres(url, {
    max,
    ...(lasting && { max_lifetime: null }),
    types: { int8 },
    transform: postgres.camel,
    onnotice: () => {},
    connection: { application_name: name, TimeZone: 'UTC', ...(role && { role }) },
  } satisfies Options<{ int8: PostgresType<number> }>)
}

const BYTEA = 17

/** A bytea[]: of an array of buffers alone, postgres.js would infer one bytea. */
export function byteas(sql: Sql | TransactionSql, buffers: readonly Buffer[]) {
  return sql.array([...buffers], BYTEA)
}

/** All of `work` happens, or none of it. */
export async function inTransaction<Answer>(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  return (await sql.begin(work)) as Answer
}

/** Likewise, but a `false` of `work` takes back what it had done so far. */
export async function inTransactionOrNot(
  sql: Sql,
  work: (tx: TransactionSql) => Promise<boolean>,
): Promise<boolean> {
  const takenBack = new Error('taken back')
  try {
    await sql.begin(async (tx) => {
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
