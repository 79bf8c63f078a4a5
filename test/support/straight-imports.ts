import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const DIST = pathToFileURL(join(import.meta.dirname, '../../dist/')).href

/**
 * Loaded before a program of dist/: its own modules are found without looking for package.json and
 * links on the way to each, which is a third of what a start costs.
 */
registerHooks({
  resolve(specifier, context, next) {
    const isOurs = context.parentURL?.startsWith(DIST)
    if (isOurs && specifier.startsWith('.')) return found(new URL(specifier, context.parentURL))
    if (isOurs && specifier.startsWith('#'))
      return found(new URL(specifier.slice(1).replace(/\.tsx?$/, '.js'), DIST))
    return next(specifier, context)
  },
})

function found({ href: url }: URL) {
  return { url, format: 'module', shortCircuit: true }
}
