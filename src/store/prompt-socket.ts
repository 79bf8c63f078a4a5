import { connect } from 'node:net'

type Asked = { host: string[]; port: number[]; path: string | false }

/**
 * The driver's own sockets hold a small message back until the one before is acknowledged: the end of
 * each COPY came some 40 ms late, twice. Among several hosts only the driver can choose.
 */
export function promptSocket(url: string): { socket?: (asked: Asked) => unknown } {
  return url.includes(',') ? {} : { socket: openSocket }
}

/** What is written before it is connected is sent then; the driver names host and port where it fails. */
function openSocket({ host: [host], port: [port], path }: Asked) {
  if (path) return connect({ path })
  return Object.assign(connect({ host, port: port ?? 5432, noDelay: true }), { host, port })
}
