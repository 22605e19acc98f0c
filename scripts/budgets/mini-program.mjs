import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Refusal } from '../process/refusal.mjs'
import { inRoot } from '../process/root.mjs'

const SCRIPT = inRoot('scripts/budgets/wechat-ci.cjs')

/**
 * Bytes of the main package (`main`) and of each subpackage (its root), as WeChat's uploader counts them.
 * @param {string} folder of the built mini-program
 * @returns {Record<string, number>}
 */
export function measurePackages(folder) {
  const place = mkdtempSync(path.join(tmpdir(), 'caoyang-bytes-'))
  try {
    const report = path.join(place, 'report.json')
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, folder, report, 'bytes'], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Refusal(`miniprogram-ci cannot count ${folder}: ${stderr.trim()}`)
    return sumByPackage(JSON.parse(readFileSync(report, 'utf8')))
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** @param {{ roots: string[], bytes: Record<string, number> }} report */
function sumByPackage({ roots, bytes }) {
  /** @type {Record<string, number>} */
  const packages = { main: 0, ...Object.fromEntries(roots.map((root) => [root, 0])) }
  for (const [file, size] of Object.entries(bytes)) {
    const owner = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main'
    packages[owner] = (packages[owner] ?? 0) + size
  }
  return packages
}
