import { isIP } from 'node:net'
import { z } from 'zod'
import { parseEmailAddress } from '#domain/mail/address.ts'
import type { ClamdAddress } from './intake/clamd.ts'
import type { Sender } from './mail/smtp.ts'

export function wholeNumber(least: number, most: number) {
  const todo = `set it to a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d{1,9}$/, todo)
    .transform(Number)
    .refine((value) => value >= least && value <= most, todo)
}

export function url(todo: string, protocol: RegExp) {
  return z
    .string(todo)
    .refine((text) => URL.canParse(text) && protocol.test(new URL(text).protocol), todo)
}

export function toOrigin(text: string, context: z.RefinementCtx): string {
  const { origin, href } = new URL(text)
  if (href === `${origin}/`) return origin
  context.addIssue('set it without path, question mark, or user name')
  return z.NEVER
}

export function smtpUrl() {
  const todo =
    'set it to smtp://host:port or smtps://user:password@host, of the server that takes mails'
  return url(todo, /^smtps?:$/).transform((text, context) => {
    const { hostname, port, protocol, username, password, pathname, search, hash } = new URL(text)
    const secure = protocol === 'smtps:'
    if (hostname && pathname.length <= 1 && !search && !hash)
      return {
        host: hostname.replace(/^\[|\]$/g, ''),
        port: Number(port || (secure ? 465 : 587)),
        secure,
        auth: username
          ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
          : undefined,
      }
    context.addIssue(todo)
    return z.NEVER
  })
}

export function clamdUrl() {
  const todo = 'set it to tcp://host:3310 or unix:///run/clamav/clamd.ctl, where clamd listens'
  return url(todo, /^(tcp|unix):$/).transform((text, context): ClamdAddress => {
    const { protocol, hostname, port, pathname, search, hash } = new URL(text)
    const isPlain = !search && !hash
    if (protocol === 'unix:' && !hostname && pathname.length > 1 && isPlain)
      return { path: decodeURIComponent(pathname) }
    if (protocol === 'tcp:' && hostname && pathname.length <= 1 && isPlain)
      return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) }
    context.addIssue(todo)
    return z.NEVER
  })
}

export function readSender(text: string, context: z.RefinementCtx): Sender {
  const [, name = '', typed = ''] = /^([^<>"\p{C}]*)<([^<>]+)>$/u.exec(text.trim()) ?? []
  const address = parseEmailAddress(typed)
  if (address.ok && name.trim()) return { name: name.trim(), address: address.value }
  context.addIssue(
    'set it to a name and an address, like ASN Digital <tidak-dibalas@asn.example.go.id>',
  )
  return z.NEVER
}

export function defaultSender(baseUrl: string | undefined): Sender {
  const host = baseUrl ? new URL(baseUrl).hostname : ''
  return {
    name: 'ASN Digital',
    address: `tidak-dibalas@${isIP(host) || !host ? 'localhost' : host}`,
  }
}

export function networks() {
  return z
    .string()
    .transform((text, context) => {
      const read = text.split(',').map(readNetwork)
      if (read.every((network) => network !== undefined)) return read
      context.addIssue('set it to addresses or networks with commas between, like 10.1.0.0/16')
      return z.NEVER
    })
    .default([])
}

function readNetwork(text: string): string | undefined {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? []
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const length = Number(prefix ?? bits)
  return length >= 0 && length <= bits ? `${address}/${length}` : undefined
}

export function readHostAndPort(
  text: string,
  context: z.RefinementCtx,
): { host: string; port: number } {
  const address = `ntp://${text}`
  const read = URL.canParse(address) ? new URL(address) : undefined
  if (read && address.replace(/:\d+$/, '') === `ntp://${read.hostname}`)
    return { host: read.hostname.replace(/^\[|\]$/g, ''), port: Number(read.port || 123) }
  context.addIssue('set it to a host, or host:port')
  return z.NEVER
}
