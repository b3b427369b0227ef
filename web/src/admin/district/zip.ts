/** A file in a zip archive. */
export interface Entry {
  readonly name: string
  /** Bytes when unpacked. */
  readonly size: number
  /** Its text, as UTF-8. */
  text(): Promise<string>
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const END_SIZE = 22

/**
 * The files of a zip archive, folders left out. Stored and deflated ones are read; that is what everybody packs.
 *
 * @throws Error when it is no zip archive
 */
export function entriesOf(bytes: ArrayBuffer): Entry[] {
  const view = new DataView(bytes)
  let end = view.byteLength - END_SIZE
  // A comment may follow, so the end is looked for from behind.
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) throw new Error('not a zip archive')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new Error('a broken zip archive')
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const more = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const local = view.getUint32(at + 42, true)
    const name = new TextDecoder().decode(new Uint8Array(bytes, at + 46, nameLength))
    if (!name.endsWith('/')) entries.push({ name, size, text: () => unpack(bytes, local, packed, method) })
    at += 46 + nameLength + more
  }
  return entries
}

async function unpack(bytes: ArrayBuffer, local: number, packed: number, method: number): Promise<string> {
  const view = new DataView(bytes)
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const content = new Blob([new Uint8Array(bytes, begin, packed)])
  if (method === 0) return content.text()
  return new Response(content.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
}

/** The entry of that name, whatever folder the archive has it in. */
export function entryOf(entries: readonly Entry[], name: string): Entry | undefined {
  return entries.find((entry) => entry.name === name || entry.name.endsWith(`/${name}`))
}
