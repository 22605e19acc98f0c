// npm start: from a fresh clone to the printed address. Until the packages are there, Node alone has to do.
import { pathToFileURL } from 'node:url'
import { bringUpToDate } from './build/bring-up-to-date.mjs'
import { ensurePackages } from './build/packages.mjs'
import { endWithNpm } from './process/parent.mjs'
import { refuseBusyPort, refuseOldNode, refuseUnreachable, refuseUnwritable } from './process/preflight.mjs'
import { runScript } from './process/refusal.mjs'
import { ROOT, inRoot } from './process/root.mjs'
import { STEPS } from './build/steps.mjs'

await runScript(async () => {
  refuseOldNode()
  process.chdir(ROOT)
  endWithNpm()
  const { DATABASE_URL, DATA_DIR, HOST, PORT } = process.env
  await refuseBusyPort(HOST || '127.0.0.1', PORT || '8787')
  if (DATABASE_URL) await refuseUnreachable(DATABASE_URL)
  refuseUnwritable(DATA_DIR || '.data')
  await ensurePackages()
  await bringUpToDate(['programs', 'h5', 'desk'])
  // What npm start shows is the demonstration; production runs dist/server/main.cjs itself.
  process.env.DEMO ??= '1'
  // With a month behind it, so that no list is empty; a machine that tests has no need of it.
  process.env.DEMO_WORLD ??= process.env.CI ? '0' : '1'
  process.setSourceMapsEnabled(true)
  // In this very process: no signal has to be handed on, and kill -9 reaches the server itself.
  await import(pathToFileURL(inRoot(STEPS.programs.output)).href)
})
