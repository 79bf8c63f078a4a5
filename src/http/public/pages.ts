import type { Context } from 'hono'
import { archiveHelpPage, helpPage, officeHelpPage } from '#views/help/help-page.tsx'
import { landingPage } from '#views/landing-page.tsx'
import type { ForAnyone } from '../../deps.ts'
import { respond } from '../respond.ts'

/** GET / */
export function getLanding() {
  return (c: Context<ForAnyone>) => respond(c, landingPage())
}

/** GET /bantuan */
export function getHelp() {
  return (c: Context<ForAnyone>) => respond(c, helpPage())
}

/** GET /bantuan/petugas */
export function getOfficeHelp() {
  return (c: Context<ForAnyone>) => respond(c, officeHelpPage())
}

/** GET /bantuan/arsip */
export function getArchiveHelp() {
  return (c: Context<ForAnyone>) => respond(c, archiveHelpPage())
}
