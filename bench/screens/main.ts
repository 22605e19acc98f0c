import { createDispatch } from '../../cloud/app/dispatch'
import { standardLimits } from '../../cloud/app/limits'
import type { Database } from '../../cloud/database/connect'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import budgets from '../../config/byte-budgets.json'
import { launch } from '../../tests/support/mini-program/launch'
import { createPhone, type Phone } from '../../tests/support/mini-program/phone/phone'
import { figure, type Figure } from '../figure'
import { withBenchDatabase } from '../support/database'

const GROUP = 'screens'
const { firstScreenCalls, firstScreenBytes, firstScreenApiCalls } = budgets.setData

/** Screens where residents start: most come by a card to a page, few from the list of mini-programs. */
const SCREENS = [
  { name: 'home', url: '/pages/home/index' },
  { name: 'directory', url: '/office/pages/list/index' },
] as const

/** What crosses from logic to view until each screen stands, in the built mini-program on a phone's first start. */
export function measure(): Promise<readonly Figure[]> {
  return withBenchDatabase(async ({ db }) => {
    const phone = (): Phone => createPhone({ outside: { functions: { api: backendOf(db) } } })
    const figures: Figure[] = []
    for (const { name, url } of SCREENS) figures.push(...(await measureScreen(name, url, phone())))
    return figures
  })
}

async function measureScreen(name: string, url: string, phone: Phone): Promise<readonly Figure[]> {
  const app = launch({ folder: 'dist/weapp', phone, url })
  await app.settled()
  const { setData, sent } = app.record
  await app.close()
  const bytes = setData.reduce((sum, call) => sum + call.bytes, 0)
  return [
    figure(GROUP, `${name}: setData calls until it stands`, setData.length, 'calls', {
      most: firstScreenCalls,
    }),
    figure(GROUP, `${name}: bytes of them`, bytes, 'bytes', { most: firstScreenBytes }),
    figure(GROUP, `${name}: calls to the backend`, sent.length, 'calls', { most: firstScreenApiCalls }),
  ]
}

/** Dispatch itself: which way the calls travel changes nothing on the screen. */
function backendOf(db: Database): (event: unknown) => Promise<unknown> {
  const dispatch = createDispatch({
    db,
    handlers,
    limits: standardLimits,
    gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays },
    onHandled: ({ error }) => {
      if (error !== undefined) throw error
    },
  })
  return (event) => {
    const { name, input } = event as { name: string; input: unknown }
    return dispatch({ endpoint: name, input, token: null, openid: 'o-bench', address: 'bench' })
  }
}
