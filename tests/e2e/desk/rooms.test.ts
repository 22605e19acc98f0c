import { readFileSync } from 'node:fs'
import { looksRightOnPhone, signInAtDesk } from '../../support/browser/desk'
import { readers } from '../../support/browser/readers'

const reader = readers({ isDemo: true })

/** A phone as most of them are. */
const PHONE = { width: 360, height: 780 }

/** Every room of the desk, and the forms in them that open without anything being there. */
const ROOMS = [
  'waiting',
  'find',
  'activities',
  'activities/new',
  'activities/new/registered',
  'activities/new/weekly',
  'activities/new/market',
  'counter',
  'counter/chain',
  'sign-in-sheet',
  'places',
  'places/facilities',
  'places/facilities/new',
  'places/compounds',
  'places/kinds',
  'posts',
  'posts/invite',
  'screens',
  'holidays',
  'log',
  'sign-ins',
] as const

it('every room of the menu has its row', () => {
  const source = readFileSync('desk/desk.tsx', 'utf8')
  const menu = [...source.matchAll(/\bpath: '([^']+)'/g)].flatMap(([, path]) => path ?? [])
  expect(menu.length).toBeGreaterThan(8)
  expect(menu.filter((path) => ROOMS.every((room) => room !== path))).toEqual([])
})

it('every room is right on a phone of 360 × 780: nothing sideways, wide enough for a thumb, nothing for axe', async () => {
  const visit = await reader.visit()
  const { page } = visit
  await signInAtDesk(reader.backend(), visit, 'admin', '', PHONE)
  const wrong: string[] = []
  for (const room of ROOMS) {
    await visit.goto(`/desk/${room}`)
    await page.locator('.frame__screen h1').first().waitFor()
    await looksRightOnPhone(page, `room-${room.replace(/\//g, '-')}`).catch((error: unknown) => {
      wrong.push(`${room}: ${String(error).slice(0, 1500)}`)
    })
  }
  expect(wrong).toEqual([])
}, 300_000)
