import { HELP } from '../help/help-words.ts'
import { Advice, type Place } from '../help/paragraph.tsx'
import type { HelpTopic } from '../help-topics.ts'
import { paths } from '../paths.ts'
import { CheckPanel } from '../verification/check-panel.tsx'
import { CHECK } from '../verification/check-words.ts'
import { type Box, type BoxPlace, NewTab, Out } from './box.tsx'
import { HELP_BOX, onlyHereText, SIGN_IN_BOX, VERIFICATION_BOX } from './box-words.ts'

/** Leads to signing in: nobody signs in within a page of somebody else. */
export function signInBox(origin: string): Box {
  return {
    title: SIGN_IN_BOX.title,
    main: (place) => (
      <>
        <p>{SIGN_IN_BOX.lead}</p>
        <p>
          <Out place={place} path={paths.signIn} button>
            {SIGN_IN_BOX.button}
          </Out>
        </p>
        <p class="asn-keterangan">{onlyHereText(origin)}</p>
      </>
    ),
  }
}

type Checking = { vkey: string | undefined; script: string }

/** The same panel as on /verifikasi, where scripts run; its script comes when somebody turns to it. */
export function verificationBox({ vkey, script }: Checking): Box {
  return {
    title: CHECK.title,
    main: (place) => (
      <>
        <p>{VERIFICATION_BOX.lead}</p>
        {place.form === 'page' && (
          <div class="asn-periksa" data-script={script}>
            <CheckPanel vkey={vkey} script={undefined} />
          </div>
        )}
        <p>
          <Out place={place} path={paths.check} button={place.form === 'part'}>
            {VERIFICATION_BOX.open}
          </Out>
        </p>
        <NewTab />
      </>
    ),
  }
}

/** One paragraph of /bantuan. */
export function helpBox(topic: HelpTopic): Box {
  const text = HELP[topic]
  return {
    title: text.heading,
    main: (place) => (
      <>
        <Advice topic={topic} text={text} place={awayFrom(place)} />
        <p>
          <Out place={place} path={paths.helpOn(topic)}>
            {HELP_BOX.all}
          </Out>
        </p>
        <NewTab />
      </>
    ),
  }
}

function awayFrom({ form, base }: BoxPlace): Place {
  return {
    heading: form === 'page' ? 'h2' : 'h3',
    addressOf: (topic) => base + paths.helpOn(topic),
    base,
    target: '_blank',
  }
}
