import type { Page } from '../page.tsx'
import { paths } from '../paths.ts'
import { ITEMS, MENU, type MenuItem } from './menu-words.ts'

/** /reset : the three ways to help oneself. */
export function resetMenuPage(): Page {
  return { title: MENU.title, main: <ResetMenu /> }
}

function ResetMenu() {
  return (
    <section id="reset" class="card wide">
      <h1>{MENU.title}</h1>
      <p>{MENU.lead}</p>
      {ITEMS.map((item) => (
        <Item item={item} />
      ))}
      <p>
        <a class="way" href={paths.signIn}>
          {MENU.back}
        </a>
      </p>
    </section>
  )
}

function Item({ item }: { item: MenuItem }) {
  return (
    <div class="aside">
      <h2>
        <a class="way" href={item.path}>
          {item.name}
        </a>
      </h2>
      <p>{item.who}</p>
      <p>
        <a class="way" href={paths.helpOn(item.topic)}>
          Panduan
        </a>
      </p>
    </div>
  )
}
