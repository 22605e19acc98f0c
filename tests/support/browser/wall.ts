import { encode } from 'uqr'
import { openKey } from '../../../cloud/services/codes/signing-keys'
import { rollingCode } from '../../../cloud/services/codes/rolling-mac'
import { findScreen } from '../../../cloud/repositories/check-in/codes'
import { linkOf } from '../../../core/domain/check-in/codes/code'
import { modulesPath } from '../../../core/domain/check-in/codes/code-picture'
import { slotAt } from '../../../core/domain/check-in/codes/rolling'
import { instant } from '../../../core/kernel/shanghai-time'
import { act, done } from '../activities/activities'
import { keySealOfTests, OWN_OFFICE, type TestApi } from '../api/test-api'
import { admit } from '../api/people'
import { readCode } from './read-code'
import type { Visit } from './visit'

export const FULL_HD = { width: 1920, height: 1080 } as const
export const UPRIGHT = { width: 1080, height: 1920 } as const

/** Opens the wall screen's page in a window, as its first start. */
export async function openWall(
  visit: Visit,
  size: { width: number; height: number } = FULL_HD,
): Promise<void> {
  await visit.page.setViewportSize(size)
  await visit.goto('/screen/')
}

/** Staff reads the screen with a scanner, types its digits, and it goes on to codes. @returns the screen's id */
export async function pairWall(visit: Visit, api: TestApi, officeId: string = OWN_OFFICE): Promise<string> {
  const { page } = visit
  const digits = await page.locator('.digits').innerText()
  const link = await readCode(page, { selector: '.code-picture' })
  const pairingId = link?.split('/c/pair.')[1]
  const admin = await admit(api.db, 'admin')
  const { screenId } = await done<{ screenId: string }>(
    act(api, 'screen.pair', admin, { pairingId, digits, officeId }),
  )
  await page.clock.fastForward(3_000)
  await page.locator('.foot__trust').waitFor()
  return screenId
}

export async function revokeWall(
  api: TestApi,
  screenId: string,
  officeId: string = OWN_OFFICE,
): Promise<void> {
  await done(act(api, 'screen.revoke', await admit(api.db, 'admin'), { screenId, officeId }))
}

/** The path that the screen draws for the slot of a moment, reckoned by the server's own hand. */
export async function pathReckoner(
  api: TestApi,
  screenId: string,
  origin: string,
): Promise<(moment: number) => string> {
  const screen = await findScreen(api.db, screenId)
  if (screen === null) throw new Error(`no screen ${screenId}`)
  const key = openKey(screen.key, keySealOfTests)
  return (moment) => {
    const link = linkOf(new URL(origin).host, rollingCode(key, screenId, slotAt(instant(moment))))
    return modulesPath(encode(link, { ecc: 'M', border: 4 }).data)
  }
}

/** Waits until the screen draws this. */
export async function drawn({ page }: Visit, path: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('.code-picture path:last-child')?.getAttribute('d') === wanted,
    path,
    { polling: 'raf' },
  )
}
