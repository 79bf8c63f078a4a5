// <asn-sematan situs kotak topik>: its link stays until the box is there, or where it cannot be.
self.AsnBox ??= class AsnBox extends HTMLElement {
  static home = new URL(document.currentScript.src).origin
  static {
    customElements.define('asn-sematan', this)
  }

  connectedCallback() {
    const link = document.createElement('slot')
    const frame = document.createElement('iframe')
    frame.src = this.address()
    frame.title = this.textContent.trim()
    frame.loading = 'lazy'
    frame.style = 'display:block;width:100%;height:1px;border:0;visibility:hidden'
    frame.onload = () => setTimeout(() => link.isConnected && frame.remove(), 4000)
    this.hear = ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== AsnBox.home) return
      if (!(data.asn > 0)) return
      frame.style.height = `${+data.asn}px`
      frame.style.visibility = ''
      link.remove()
    }
    addEventListener('message', this.hear)
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.replaceChildren(link, frame)
  }

  disconnectedCallback() {
    removeEventListener('message', this.hear)
  }

  address() {
    const said = (name) => this.getAttribute(name)
    const path = ['situs', 'kotak', 'topik'].map(said).filter(Boolean).join('/')
    const { color } = getComputedStyle(this.querySelector('a') ?? this)
    const seen = { warna: color, dasar: this.ground(this), skema: '' }
    const query = Object.keys(seen).map((name) => [name, said(name) ?? seen[name]])
    return `${AsnBox.home}/sematan/${path}?${new URLSearchParams(query)}`
  }

  // What is seen behind the box: a page that paints nothing is white, unless it may be dark.
  ground(element) {
    const { backgroundColor, colorScheme } = getComputedStyle(element)
    if (/^rgb\(/.test(backgroundColor)) return backgroundColor
    if (element.parentElement) return this.ground(element.parentElement)
    return /dark/.test(colorScheme) ? '' : '#fff'
  }
}
