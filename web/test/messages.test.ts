import { describe, expect, it } from 'vitest'
import type { Messages } from '@/shared/i18n'

const zh = import.meta.glob<{ default: Messages }>('../src/**/i18n/{zh,zh/index}.ts', { eager: true })
const en = import.meta.glob<{ default: Messages }>('../src/**/i18n/{en,en/index}.ts', { eager: true })
const sources = import.meta.glob<string>('../src/**/*.{ts,vue}', { eager: true, query: '?raw', import: 'default' })

function flat(messages: Messages, prefix = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
}

const all = (modules: Record<string, { default: Messages }>) =>
  new Map(Object.values(modules).flatMap((module) => flat(module.default)))
const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const withoutComments = (source: string) =>
  source.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1')

describe('messages', () => {
  it('are there for every area', () => {
    expect(Object.keys(zh).length).toBeGreaterThan(6)
    expect(Object.keys(zh).map((file) => file.replace('/zh', ''))).toEqual(
      Object.keys(en).map((file) => file.replace('/en', '')),
    )
  })

  it('have the same keys and parameters in both languages', () => {
    const chinese = all(zh)
    const english = all(en)
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    for (const [key, text] of chinese) {
      expect(new Set(parameters(english.get(key) ?? '')), key).toEqual(new Set(parameters(text)))
    }
  })

  it('are in their language', () => {
    for (const [key, text] of all(en)) {
      if (key !== 'app.switchLanguage') expect(/\p{Script=Han}/u.test(text), `${key}: ${text}`).toBe(false)
    }
  })

  it('exist for every key that the pages name', () => {
    const keys = all(zh)
    for (const [file, source] of Object.entries(sources)) {
      if (file.endsWith('.test.ts')) continue
      for (const [, key] of source.matchAll(/\bt\(\s*'([\w.-]+)'/g)) {
        expect(keys.has(key ?? ''), `${file}: ${key}`).toBe(true)
      }
    }
  })

  it('are the only place with Chinese in it', () => {
    const checked = Object.entries(sources).filter(([file]) => !file.includes('/i18n/') && !file.endsWith('.test.ts'))
    expect(checked.length).toBeGreaterThan(30)
    for (const [file, source] of checked) {
      expect(withoutComments(source).match(/[\p{Script=Han}，。：；？！（）]+/gu) ?? [], file).toEqual([])
    }
  })
})
