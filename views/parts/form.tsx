import type { PropsWithChildren } from 'hono/jsx'

type Props = PropsWithChildren<{
  action: string
  csrf: string
  /** What htmx redraws; a form without one always leads to another page. */
  region?: string
  keepsTitle?: boolean
  /** It carries a file, and a browser sends it without htmx. */
  hasFile?: boolean
}>

/** A form that a browser sends by itself; htmx, where it runs, redraws `region` alone, once a click. */
export function Form({ action, csrf, region, keepsTitle, hasFile, children }: Props) {
  return (
    <form
      method="post"
      action={action}
      enctype={hasFile ? 'multipart/form-data' : undefined}
      novalidate
      {...(region && sentByHtmx(action, region, keepsTitle))}
    >
      <input type="hidden" name="csrf" value={csrf} />
      {children}
    </form>
  )
}

type AskProps = PropsWithChildren<{ action: string; label: string }>

/** A form that only asks: what is typed becomes an address, nothing changes, so it needs no token. */
export function AskForm({ action, label, children }: AskProps) {
  return (
    <search aria-label={label}>
      <form method="get" action={action}>
        {children}
      </form>
    </search>
  )
}

function sentByHtmx(action: string, region: string, keepsTitle = false) {
  return {
    'hx-post': action,
    'hx-target': `#${region}`,
    'hx-swap': keepsTitle ? 'outerHTML ignoreTitle:true' : 'outerHTML',
    'hx-sync': 'this:drop',
    'hx-disable': 'findAll button',
  }
}
