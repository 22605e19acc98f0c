import { createDispatch } from '../../cloud/app/dispatch'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { phoneSealWith } from '../../cloud/gateways/sealing/phone-seal'
import { textCheckWithout } from '../../cloud/gateways/wechat/text-check'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import { runJobs } from '../../cloud/jobs/run'
import { playWorld } from '../../cloud/server/demo-world/play'
import { instant } from '../../core/kernel/shanghai-time'
import { figure, type Figure } from '../figure'
import { withBenchDatabase } from '../support/database'

/** 28 days of the made-up month, as a demonstration plays them before it listens for the first time; and the next start. */
export const measureDemoMonth = (): Promise<readonly Figure[]> =>
  withBenchDatabase(async ({ db }) => {
    const dispatch = createDispatch({
      db,
      handlers,
      limits: { perResident: Infinity, perAddress: Infinity, windowSeconds: 60 },
      gateways: {
        wechatLogin: wechatLoginWithout,
        holidays: announcedHolidays,
        phoneSeal: phoneSealWith('a bench'),
        checkText: textCheckWithout,
      },
      onHandled: ({ error }) => {
        if (error instanceof Error) throw error
      },
    })
    const play = async () => {
      const begun = performance.now()
      const played = await playWorld({ db, dispatch, runJobs: () => runJobs(db), now: instant(Date.now()) })
      return { ...played, seconds: (performance.now() - begun) / 1_000 }
    }
    const first = await play()
    const again = await play()
    // Before eight in the morning today is still to be played.
    if (again.days > 1) throw new Error('days were played twice')
    return [
      figure('desk', 'demo-month-s', first.seconds, 's', { most: 20 }),
      figure('desk', 'demo-month-calls', first.calls, 'calls', { most: 3_000 }),
      figure('desk', 'demo-month-again-s', again.seconds, 's', { most: 2 }),
    ]
  })
