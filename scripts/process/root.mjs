import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json, whatever folder a script is called from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** @param {string[]} names */
export const inRoot = (...names) => path.join(ROOT, ...names)
