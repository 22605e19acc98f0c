import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The staff's desk, built into `dist/desk`. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    // 360, 奇安信, 统信 and 麒麟 stay long with the Chromium that they came with.
    target: 'chrome86',
    outDir: here('../dist/desk'),
    emptyOutDir: true,
    rolldownOptions: { input: here('desk.html') },
  },
})
