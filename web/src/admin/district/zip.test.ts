// @vitest-environment node
import { deflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { entriesOf, entryOf } from './zip'

/** An archive as packers write it: local headers, then the directory, then its end. */
function archive(files: Record<string, { text: string; stored?: boolean }>, comment = ''): ArrayBuffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, { text, stored }] of Object.entries(files)) {
    const content = stored ? Buffer.from(text) : deflateRawSync(Buffer.from(text))
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(Buffer.byteLength(name), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt32LE(content.length, 20)
    entry.writeUInt32LE(Buffer.byteLength(text), 24)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(at, 42)
    local.push(head, Buffer.from(name), content)
    central.push(entry, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(at, 16)
  const all = Buffer.concat([...local, ...central, end, Buffer.from(comment)])
  return all.buffer.slice(all.byteOffset, all.byteOffset + all.length) as ArrayBuffer
}

it('reads stored and deflated files, also behind a comment', async () => {
  const entries = entriesOf(
    archive(
      { 'd/': { text: '' }, 'd/a.csv': { text: '井盖'.repeat(99) }, 'b.csv': { text: 'x', stored: true } },
      'by me',
    ),
  )
  expect(entries.map(({ name, size }) => [name, size])).toEqual([
    ['d/a.csv', 594],
    ['b.csv', 1],
  ])
  expect(await entryOf(entries, 'a.csv')?.text()).toBe('井盖'.repeat(99))
  expect(await entryOf(entries, 'b.csv')?.text()).toBe('x')
  expect(entryOf(entries, 'c.csv')).toBeUndefined()
})

it('says of anything else that it is no archive', () => {
  expect(() => entriesOf(new TextEncoder().encode('id,type\n'.repeat(9)).buffer as ArrayBuffer)).toThrow('not a zip')
  expect(() => entriesOf(new ArrayBuffer(3))).toThrow()
})
