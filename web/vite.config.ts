import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { shipOutlines } from './outlines.js'

/** The address of a running `herodot serve`, for work on the application itself. */
const server = process.env.HERODOT ?? 'http://127.0.0.1:4747'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), shipOutlines()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
  server: { proxy: { '/api': { target: server, changeOrigin: true } } },
})
