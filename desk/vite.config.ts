import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The staff's desk and the wall screen: two pages, built into `dist/desk`. */
export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../dist/desk'),
    emptyOutDir: true,
    rolldownOptions: { input: [here('desk.html'), here('screen.html')] },
  },
})
