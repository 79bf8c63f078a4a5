import { paths } from '#views/paths.ts'
import {
  getActivationBox,
  getHelpBox,
  getSignInBox,
  getVerificationBox,
  optionsOfBox,
} from './embed/boxes.ts'
import { getColours } from './embed/colours.ts'
import { getEmbeds } from './embed/embeds.ts'
import { route } from './route.ts'

/** Addresses that other sites show (R-EM-01): public, without a cookie or a session. */
export const embedRoutes = [
  route('GET', paths.embeds, 'anyone', getEmbeds),
  route('GET', paths.embedColours(':sheet'), 'anyone', getColours),
  route('GET', paths.embedBox(':site', 'verifikasi'), 'anyone', getVerificationBox),
  route('OPTIONS', paths.embedBox(':site', 'verifikasi'), 'anyone', optionsOfBox),
  route('GET', paths.embedBox(':site', 'masuk'), 'anyone', getSignInBox),
  route('OPTIONS', paths.embedBox(':site', 'masuk'), 'anyone', optionsOfBox),
  route('GET', paths.embedBox(':site', 'aktivasi'), 'anyone', getActivationBox),
  route('OPTIONS', paths.embedBox(':site', 'aktivasi'), 'anyone', optionsOfBox),
  route('GET', paths.embedHelp(':site', ':topic'), 'anyone', getHelpBox),
  route('OPTIONS', paths.embedHelp(':site', ':topic'), 'anyone', optionsOfBox),
]
