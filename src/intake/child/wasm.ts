import { readFile } from 'node:fs/promises'

/** The options that let a codec made for browsers start here: its program, read from the package. */
export async function wasmOf(specifier: string): Promise<{ wasmBinary: Uint8Array }> {
  return { wasmBinary: await readFile(new URL(import.meta.resolve(specifier))) }
}
