import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50

/** The parts of a zip archive as text, by name. */
function parts(bytes: Buffer): Map<string, string> {
  let end = bytes.length - 22
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end--
  if (end < 0) throw new Error('this is no zip archive')
  const found = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('the archive is broken')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20))
    found.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return found
}

const plain = (xml: string) =>
  xml
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

export interface Sheet {
  readonly name: string
  /** Texts as text, numbers as numbers, empty cells left out. */
  readonly rows: readonly (readonly (string | number)[])[]
}

/** The sheets of a workbook, read back from its parts. */
export function sheetsOf(path: string): Sheet[] {
  const archive = parts(readFileSync(path))
  const part = (name: string) => {
    const text = archive.get(name)
    if (text === undefined) throw new Error(`${name} is not in the workbook`)
    return text
  }
  const shared = [...(archive.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) =>
    plain(xml ?? ''),
  )
  return [...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name], at) => ({
    name: plain(name ?? ''),
    rows: [...part(`xl/worksheets/sheet${at + 1}.xml`).matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
      [...(row ?? '').matchAll(/<c ([^>]*?)>(.*?)<\/c>/gs)].map(([, attributes, content]) => {
        const value = plain(/<v>(.*?)<\/v>/s.exec(content ?? '')?.[1] ?? content ?? '')
        if (/t="s"/.test(attributes ?? '')) return shared[Number(value)] ?? ''
        return /t="/.test(attributes ?? '') ? value : Number(value)
      }),
    ),
  }))
}
