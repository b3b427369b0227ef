import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Vant carries its icons as a data: URL with a fallback at an address outside. The Content-Security-Policy allows
 * neither, so the font becomes a file of ours.
 */
export function vantFont(): Plugin {
  return {
    name: 'vant-font',
    enforce: 'pre',
    transform(code, id) {
      if (!/vant\/(es|lib)\/icon\/index\.css/.test(id)) return undefined
      const font = /url\(data:font\/woff2;charset=utf-8;base64,([^)]+)\)/.exec(code)?.[1]
      if (font === undefined) throw new Error(`no icon font in ${id}; has Vant changed how it carries it?`)
      const folder = resolve('node_modules/.cache/whistle')
      mkdirSync(folder, { recursive: true })
      writeFileSync(`${folder}/vant-icon.woff2`, Buffer.from(font, 'base64'))
      return code.replace(/src:url\(data:font[^}]*?(?=[;}])[^}]*/, `src:url(${folder}/vant-icon.woff2) format("woff2")`)
    },
  }
}
