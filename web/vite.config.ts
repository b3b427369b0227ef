import { fileURLToPath, URL } from 'node:url'
import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { constants } from 'node:zlib'
import { vantFont } from './build/vant-font.ts'

/** Where the running system is, for `npm run dev`. */
const system = process.env.WHISTLE_URL ?? 'http://localhost:8080'
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const proxy = Object.fromEntries(
  ['/api', '/identity', '/config.json'].map((path) => [path, { target: system, changeOrigin: false }]),
)

/** As the front door sends it, plus the provider's own address, which the preview does not share. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  `connect-src 'self' ${system}`,
  "worker-src 'self'",
  `frame-src 'self' ${system}`,
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ')

export default defineConfig({
  plugins: [
    vue(),
    vantFont(),
    Components({
      dirs: [],
      dts: 'src/components.d.ts',
      resolvers: [ElementPlusResolver({ importStyle: 'css' }), VantResolver()],
    }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        // The phone's pages must open without a network; the desks' are fetched when they are used.
        globPatterns: ['index.html', 'silent.html', 'manifest.webmanifest', 'icons/*', 'assets/**/*.{js,css}'],
        globIgnores: ['assets/{echarts,xlsx}-*'],
        maximumFileSizeToCacheInBytes: 1_500_000,
      },
    }),
    compression({
      include: /\.(js|css|html|svg|json|webmanifest|txt)$/,
      threshold: 1024,
      algorithms: [
        defineAlgorithm('gzip', { level: 9 }),
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
      ],
    }),
  ],
  resolve: { alias: { '@': file('./src') } },
  define: {
    __VUE_OPTIONS_API__: true,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    outDir: 'target/classes/META-INF/whistle-web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    // A data: URL of a script or style would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    // ECharts, which is loaded when a chart is shown; what is loaded at once is held by build/budget.mjs.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    rollupOptions: { input: { index: file('./index.html'), silent: file('./silent.html') } },
  },
  server: { proxy },
  preview: { proxy, headers: { 'Content-Security-Policy': policy } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    restoreMocks: true,
    server: { deps: { inline: ['element-plus', 'vant'] } },
  },
})
