import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Chromium 60 knows no modules: the page's one script is a classic one. */
const classicScript: Plugin = {
  name: 'classic-script',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module" crossorigin', '<script defer'),
  },
}

/**
 * The wall screen: an old television's browser, which nobody updates. Apart from the desk, whose antd no such
 * browser runs. Built into `dist/desk`, after the desk.
 */
export default defineConfig({
  root: here('..'),
  plugins: [react(), classicScript],
  build: {
    target: 'chrome60',
    outDir: here('../../dist/desk'),
    emptyOutDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { input: here('../screen.html'), output: { format: 'iife' } },
  },
})
