import { expect, it } from 'vitest'
import { entriesOf, entryOf } from './zip'

const bytesOf = (text: string) => new TextEncoder().encode(text)

async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Numbers of 16 and 32 bits at their places in a header. */
function header(size: number, values: readonly (readonly [at: number, bits: 16 | 32, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(size))
  for (const [at, bits, value] of values) {
    if (bits === 16) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
  }
  return new Uint8Array(view.buffer)
}

/** An archive as packers write it: local headers, then the directory, then its end. */
async function archive(files: Record<string, { text: string; stored?: boolean }>, comment = ''): Promise<ArrayBuffer> {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let at = 0
  for (const [name, { text, stored }] of Object.entries(files)) {
    const content = stored === true ? bytesOf(text) : await deflated(text)
    const title = bytesOf(name)
    local.push(
      header(30, [
        [0, 32, 0x04034b50],
        [26, 16, title.length],
      ]),
      title,
      content,
    )
    central.push(
      header(46, [
        [0, 32, 0x02014b50],
        [10, 16, stored === true ? 0 : 8],
        [20, 32, content.length],
        [24, 32, bytesOf(text).length],
        [28, 16, title.length],
        [42, 32, at],
      ]),
      title,
    )
    at += 30 + title.length + content.length
  }
  const end = header(22, [
    [0, 32, 0x06054b50],
    [10, 16, Object.keys(files).length],
    [16, 32, at],
  ])
  return new Blob([...local, ...central, end, bytesOf(comment)] as BlobPart[]).arrayBuffer()
}

it('reads stored and deflated files, also behind a comment', async () => {
  const files = {
    'd/': { text: '' },
    'd/a.csv': { text: '井盖'.repeat(99) },
    'b.csv': { text: 'x', stored: true },
  }
  const entries = entriesOf(await archive(files, 'by me'))
  expect(entries.map(({ name, size }) => [name, size])).toEqual([
    ['d/a.csv', 594],
    ['b.csv', 1],
  ])
  expect(await entryOf(entries, 'a.csv')?.text()).toBe('井盖'.repeat(99))
  expect(await entryOf(entries, 'b.csv')?.text()).toBe('x')
  expect(entryOf(entries, 'c.csv')).toBeUndefined()
})

it('says of anything else that it is no archive', () => {
  expect(() => entriesOf(bytesOf('id,type\n'.repeat(9)).buffer as ArrayBuffer)).toThrow('not a zip')
  expect(() => entriesOf(new ArrayBuffer(3))).toThrow()
})
