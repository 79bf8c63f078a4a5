import { Agent, request } from 'node:http'

/** An answer as the wire carried it: `bytes` with headers, compressed if there is a way to. */
export type Carried = {
  bytes: number
  status: number
  body: Buffer
  headers: NodeJS.Dict<string | string[]>
}

/** A browser whose cache is empty: asks with the headers of one, over a new connection each time. */
export function measuringBrowser(origin: string) {
  const cookies = new Map<string, string>()
  return (
    method: string,
    path: string,
    options: { form?: Record<string, string>; part?: boolean } = {},
  ) =>
    new Promise<Carried>((resolve, reject) => {
      const body = options.form && new URLSearchParams(options.form).toString()
      const agent = new Agent({ keepAlive: true })
      const sent = request(origin + path, {
        method,
        agent,
        headers: {
          'Accept-Encoding': 'gzip, deflate, br, zstd',
          'Sec-Fetch-Site': 'same-origin',
          Cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
          ...(body && { 'Content-Type': 'application/x-www-form-urlencoded' }),
          ...(body && { 'Content-Length': Buffer.byteLength(body) }),
          ...(options.part && { 'HX-Request': 'true', 'HX-Request-Type': 'partial' }),
        },
      })
      sent.once('error', reject)
      sent.once('response', (answer) => {
        const { socket } = answer
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('end', () => {
          for (const cookie of answer.headers['set-cookie'] ?? []) {
            const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
            cookies.set(name, value)
          }
          const { statusCode: status = 0, headers } = answer
          resolve({ bytes: socket.bytesRead, status, body: Buffer.concat(parts), headers })
          agent.destroy()
        })
      })
      sent.end(body)
    })
}
