import { DEMO_KEY } from '#domain/embed/demo.ts'
import type { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { EMBEDS, policyText, SHOWN, type Shown } from './embeds-words.ts'
import { linkOf, type Snippets, snippetsFor } from './snippets.ts'

type Props = { origin: string }

/** /sematan: every box as it looks, and what a site writes to show it. */
export function embedsPage(props: Props): Page {
  return { title: EMBEDS.title, main: <Embeds {...props} /> }
}

function Embeds({ origin }: Props) {
  return (
    <>
      <h1>{EMBEDS.title}</h1>
      <p class="lead">{EMBEDS.lead}</p>
      <section class="card">
        <h2>{EMBEDS.register}</h2>
        <ol>
          {EMBEDS.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </section>
      {SHOWN.map((shown) => (
        <ShownBox shown={shown} origin={origin} />
      ))}
      <section class="card">
        <h2>{EMBEDS.colours}</h2>
        <p>{EMBEDS.coloursText}</p>
      </section>
      <Safety origin={origin} />
      <script src={paths.embedScript} defer></script>
    </>
  )
}

function ShownBox({ shown, origin }: { shown: Shown; origin: string }) {
  const snippets = snippetsFor(origin, shown)
  const ways = Object.keys(snippets) as (keyof Snippets)[]
  return (
    <section class="card">
      <h2>{shown.name}</h2>
      <p>{shown.use}</p>
      <h3>{EMBEDS.live}</h3>
      <asn-sematan situs={DEMO_KEY} kotak={shown.box} topik={shown.topic}>
        <a class="way" href={linkOf(DEMO_KEY, shown)}>
          {shown.name}
        </a>
      </asn-sematan>
      {ways.map((way) => (
        <Way id={`${shown.box}-${way}`} way={way} text={snippets[way]} />
      ))}
    </section>
  )
}

type WayProps = { id: string; way: keyof Snippets; text: string }

function Way({ id, way, text }: WayProps) {
  return (
    <details open={way === 'element'}>
      <summary>{EMBEDS.ways[way]}</summary>
      <div class="stack">
        <p class="hint">{EMBEDS.wayHints[way]}</p>
        <pre id={id} class="key">
          <code>{text}</code>
        </pre>
        <p class="copy">
          <button type="button" class="quiet" data-copy={id} hidden>
            {EMBEDS.copy}
          </button>
          <span role="status">
            <b hidden>{EMBEDS.copied}</b>
            <b hidden>{EMBEDS.copyByHand}</b>
          </span>
        </p>
      </div>
    </details>
  )
}

function Safety({ origin }: Props) {
  return (
    <section class="card">
      <h2>{EMBEDS.safety}</h2>
      <ul>
        {EMBEDS.safetyLines.map((line) => (
          <li>{line}</li>
        ))}
        <li>{policyText(origin)}</li>
      </ul>
    </section>
  )
}
